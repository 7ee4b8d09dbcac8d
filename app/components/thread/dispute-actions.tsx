import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DisputeView } from "../../contracts/card-views.ts";
import { DISPUTE_ANSWERS, VERDICTS } from "../../contracts/disputes.ts";
import type { ReportPowers } from "../../contracts/views.ts";
import { CardFold } from "./card-fold.tsx";
import { CardForm } from "./card-form.tsx";

type DisputeActionsProps = { code: string; dispute: DisputeView; powers: ReportPowers };
type ActionProps = { action: string; dispute: DisputeView };

/** What the server lets this person do with the dispute now. */
export function DisputeActions({ code, dispute, powers }: DisputeActionsProps) {
  const { id, state } = dispute;
  const action = `/pickup-problem/${code}/disputes/${id}`;
  const isWaiting = state === "open" || state === "answered";
  const actions: ReactNode[] = [
    powers.answerDispute.includes(id) && state === "open" && (
      <AnswerForm key="answer" action={action} dispute={dispute} />
    ),
    powers.decideDispute.includes(id) && isWaiting && (
      <DecideForm key="decide" action={action} dispute={dispute} />
    ),
    powers.withdrawDispute.includes(id) && isWaiting && (
      <WithdrawForm key="withdraw" action={action} dispute={dispute} />
    ),
  ];
  if (!actions.some(Boolean)) return null;
  return (
    <div className="flex flex-wrap items-start gap-2 border-t border-base-300 pt-2">{actions}</div>
  );
}

function AnswerForm({ action, dispute }: ActionProps) {
  const { t } = useTranslation();
  return (
    <CardFold text={t("thread.dispute.answer.open")} tone="btn-primary">
      <CardForm
        action={action}
        draft={`answer/${dispute.id}`}
        hasPhotos
        words={{
          name: "body",
          label: t("thread.dispute.answer.body"),
          hint: t("thread.dispute.answer.hint"),
        }}
        submits={[{ text: t("thread.dispute.answer.submit"), tone: "btn-primary" }]}
      >
        <input type="hidden" name="to" value="answer" />
        <Choice
          name="said"
          legend={t("thread.dispute.answer.said")}
          options={DISPUTE_ANSWERS.map((said) => [said, t(`thread.dispute.answer.${said}`)])}
        />
      </CardForm>
    </CardFold>
  );
}

function DecideForm({ action, dispute }: ActionProps) {
  const { t } = useTranslation();
  return (
    <CardFold text={t("thread.dispute.decide.open")} tone="btn-primary">
      <CardForm
        action={action}
        draft={`decide/${dispute.id}`}
        words={{
          name: "body",
          label: t("thread.dispute.decide.reason"),
          hint: t("thread.dispute.decide.hint"),
          isRequired: true,
        }}
        submits={[{ text: t("thread.dispute.decide.submit"), tone: "btn-primary" }]}
      >
        <input type="hidden" name="to" value="decide" />
        <input type="hidden" name="seen" value={dispute.state} />
        <Choice
          name="verdict"
          legend={t("thread.dispute.decide.verdict")}
          options={VERDICTS.map((verdict) => [verdict, t(`disputeState.${verdict}`)])}
        />
      </CardForm>
    </CardFold>
  );
}

function WithdrawForm({ action, dispute }: ActionProps) {
  const { t } = useTranslation();
  return (
    <CardFold text={t("thread.dispute.withdraw.open")}>
      <CardForm
        action={action}
        draft={`withdraw/${dispute.id}`}
        words={{ name: "body", label: t("thread.dispute.withdraw.reason") }}
        submits={[{ text: t("thread.dispute.withdraw.submit"), tone: "btn-error btn-outline" }]}
      >
        <input type="hidden" name="to" value="withdraw" />
      </CardForm>
    </CardFold>
  );
}

type ChoiceProps = { name: string; legend: string; options: [value: string, text: string][] };

function Choice({ name, legend, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-0.5 text-dense font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-4">
        {options.map(([value, text]) => (
          <label
            key={value}
            className="flex min-h-9 cursor-pointer items-center gap-2 text-dense pointer-coarse:min-h-11"
          >
            <input type="radio" name={name} value={value} required className="radio radio-sm" />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
