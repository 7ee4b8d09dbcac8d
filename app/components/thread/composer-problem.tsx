import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { MAX_BODY } from "../../contracts/reports.ts";
import { ProblemNote } from "../ui/problem-note.tsx";

export type ComposerProblemProps = {
  problem: Problem;
  /** Where the form went, such as `/pickup-problem/PP-1/messages`. */
  action: string;
  /** Everything that was sent, by field name; files cannot be sent back. */
  values: Record<string, string | string[]>;
};

const TEXT_FIELDS = ["body", "detail", "reason"];

/** After a send without scripts: what happened, the text as typed, and the same send again. */
export function ComposerProblem({ problem, action, values }: ComposerProblemProps) {
  const { t } = useTranslation();
  const id = useId();
  const textField = TEXT_FIELDS.find((name) => name in values);
  const others = Object.entries(values).filter(([name]) => name !== textField);
  return (
    <section
      aria-label={t("thread.failed.title")}
      className="border-t border-base-300 bg-base-100 px-3 pt-3 sm:px-4"
    >
      <div className="mx-auto max-w-3xl space-y-2">
        <ProblemNote problem={problem}>
          <p>{t("thread.outbox.kept")}</p>
        </ProblemNote>
        <form method="post" action={action} encType="multipart/form-data" className="space-y-2">
          {others.flatMap(([name, value]) =>
            [value]
              .flat()
              .map((each) => <input key={name + each} type="hidden" name={name} value={each} />),
          )}
          {textField && (
            <>
              <label htmlFor={id} className="block text-dense font-medium">
                {t("thread.failed.text")}
              </label>
              <textarea
                id={id}
                name={textField}
                rows={3}
                maxLength={MAX_BODY}
                defaultValue={String(values[textField])}
                className="textarea w-full"
              />
            </>
          )}
          <button type="submit" className="btn btn-primary">
            {t("thread.outbox.resend")}
          </button>
        </form>
      </div>
    </section>
  );
}
