import { Form } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { ChangePreview, RuleValues } from "../../contracts/settings-views.ts";
import { FocusBox } from "../ui/focus-box.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { MovesTable } from "./moves-table.tsx";

type PreviewBoxProps = {
  title: string;
  /** What is about to change, in words. */
  what: ReactNode;
  preview: ChangePreview;
  /** What was looked at: exactly this is applied, whatever stands in the form by now. */
  values: RuleValues;
  action: string;
  /** The form has other values by now. */
  isStale?: boolean;
  /** The way back. */
  back: ReactNode;
};

export function PreviewBox(props: PreviewBoxProps) {
  const { title, what, preview, values, action, isStale = false, back } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <FocusBox about={preview}>
      <section
        aria-labelledby={id}
        className="space-y-3 rounded-box border border-info bg-base-100 p-3 sm:p-4"
      >
        <div>
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          <p className="text-dense">{what}</p>
        </div>
        <Effect preview={preview} />
        {isStale ? (
          <p role="status" className="text-dense font-medium text-warning">
            {t("settings.preview.stale")}
          </p>
        ) : (
          <div className="flex flex-wrap items-center gap-2">
            <Form method="post" action={action}>
              <HiddenValues values={values} />
              <input type="hidden" name="intent" value="apply" />
              <SubmitButton>{t("action.apply")}</SubmitButton>
            </Form>
            {back}
          </div>
        )}
      </section>
    </FocusBox>
  );
}

function Effect({ preview: { moved, kept, moves } }: { preview: ChangePreview }) {
  const { t } = useTranslation();
  const shown = moves.reduce((sum, move) => sum + move.parcels, 0);
  return (
    <div className="space-y-2">
      <p className="font-medium">
        {moved > 0
          ? t("settings.preview.moved", { count: moved })
          : t("settings.preview.movesNothing")}
      </p>
      {moves.length > 0 && <MovesTable moves={moves} />}
      {moved > shown && (
        <p className="text-dense text-muted">
          {t("settings.preview.more", { count: moved - shown })}
        </p>
      )}
      {kept > 0 && <p className="text-dense">{t("settings.preview.kept", { count: kept })}</p>}
    </div>
  );
}

function HiddenValues({ values }: { values: RuleValues }) {
  return Object.entries(values)
    .filter(([name]) => name !== "intent")
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    );
}
