import { useTranslation } from "react-i18next";
import type { SettingsChangeView } from "../../contracts/settings-views.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { Moment } from "../ui/time.tsx";
import { useChangeWords } from "./use-change-words.ts";

export function ChangesPage({ changes }: { changes: SettingsChangeView[] }) {
  const { t } = useTranslation();
  return (
    <SectionBody>
      <p className="text-dense text-muted">{t("settings.changes.lead")}</p>
      {changes.length === 0 ? (
        <EmptyState title={t("settings.changes.empty")} hint={t("settings.changes.emptyHint")} />
      ) : (
        <ol
          aria-label={t("section.changes")}
          className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100"
        >
          {changes.map((change) => (
            <ChangeRow key={change.id} change={change} />
          ))}
        </ol>
      )}
    </SectionBody>
  );
}

const TONE = {
  added: "bg-tint-success text-success",
  withdrawn: "bg-tint-warning text-warning",
} as const;

function ChangeRow({ change }: { change: SettingsChangeView }) {
  const { t } = useTranslation();
  const wordsOf = useChangeWords();
  return (
    <li className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[11rem_minmax(0,1fr)_11rem] sm:px-4">
      <div className="text-dense text-muted">
        <Moment at={change.at} zone="Asia/Jakarta" />
        <p className="break-words">{change.by}</p>
      </div>
      <div className="min-w-0 break-words">
        <span className={`tag me-1 ${TONE[change.action]}`}>
          {t(`settings.changes.action.${change.action}`)}
        </span>{" "}
        <span suppressHydrationWarning>{wordsOf(change)}</span>
      </div>
      <p className={`text-dense sm:text-end ${change.moved > 0 ? "font-medium" : "text-muted"}`}>
        {change.moved > 0
          ? t("settings.changes.moved", { count: change.moved })
          : t("settings.changes.none")}
      </p>
    </li>
  );
}
