import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RuleAnswer } from "../../contracts/settings-views.ts";
import { SubmitButton } from "../ui/submit-button.tsx";
import { PreviewBox } from "./preview-box.tsx";
import { RuleProblem } from "./rule-problem.tsx";

type PreviewedFormProps = {
  action: string;
  answer: RuleAnswer | null;
  /** The change in words, from the values that were looked at. */
  wordsOf: (values: RuleAnswer["values"]) => string;
  children: ReactNode;
};

/** A form that is always looked at first: its only button shows what would happen. */
export function PreviewedForm({ action, answer, wordsOf, children }: PreviewedFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isStale, setIsStale] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is about what stands in the form
  useEffect(() => setIsStale(false), [answer]);
  return (
    <div className="space-y-4">
      {answer?.problem && <RuleProblem problem={answer.problem} />}
      {answer?.outcome && (
        <PreviewBox
          title={t("settings.preview.title")}
          what={wordsOf(answer.values)}
          preview={answer.outcome.preview}
          values={answer.values}
          action={action}
          isStale={isStale}
          back={
            <a href={`#${id}`} className="btn">
              {t("settings.preview.edit")}
            </a>
          }
        />
      )}
      <Form
        id={id}
        method="post"
        action={action}
        onChange={() => setIsStale(true)}
        className="space-y-4"
      >
        <input type="hidden" name="intent" value="preview" />
        {children}
        <SubmitButton>{t("settings.preview.look")}</SubmitButton>
      </Form>
    </div>
  );
}
