import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MappingView } from "../../contracts/tracking-views.ts";
import { useIsSent } from "../../hooks/use-is-sent.ts";
import { useMeaningWords } from "../../hooks/use-meaning-words.ts";
import { useSourceWords } from "../../hooks/use-source-words.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { Moment } from "../ui/time.tsx";

export function MappingList({ mappings }: { mappings: MappingView[] }) {
  const { t } = useTranslation();
  if (mappings.length === 0)
    return (
      <EmptyState title={t("tracking.codes.noMapping")} hint={t("tracking.codes.noMappingHint")} />
    );
  return (
    <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {mappings.map((mapping) => (
        <MappingRow key={mapping.id} mapping={mapping} />
      ))}
    </ul>
  );
}

function MappingRow({ mapping }: { mapping: MappingView }) {
  const { t } = useTranslation();
  const meaningWords = useMeaningWords();
  const sourceWords = useSourceWords();
  const { vocabulary, match, value, meaning, by, at } = mapping;
  const isSent = useIsSent({ id: mapping.id });
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-2 sm:px-4">
      <div className="min-w-0">
        <p className="break-words">
          <span className="text-muted">{t(`tracking.codes.by.${match}`)}</span>{" "}
          <span className="font-mono break-all">{value}</span>{" "}
          <span aria-hidden="true" className="text-muted">
            →
          </span>
          <span className="sr-only">{t("tracking.codes.means")}</span>{" "}
          <span className="font-medium">{meaningWords(meaning)}</span>
        </p>
        <p className="text-dense break-words text-muted">
          {sourceWords(vocabulary)} · {by} · <Moment at={at} zone="Asia/Jakarta" />
        </p>
      </div>
      <Form method="post" action="/tracking/codes" className="shrink-0">
        <input type="hidden" name="id" value={mapping.id} />
        <SubmitButton
          pending={isSent}
          look=""
          label={t("settings.withdrawWhat", { what: value })}
          className="btn-sm pointer-coarse:min-h-11"
        >
          {t("settings.withdraw")}
        </SubmitButton>
      </Form>
    </li>
  );
}
