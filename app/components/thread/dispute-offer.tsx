import Scale from "lucide-react/icons/scale";
import { useTranslation } from "react-i18next";
import type { ContestableView } from "../../contracts/card-views.ts";
import type { TimeZone } from "../../contracts/services.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { CardForm } from "./card-form.tsx";
import { useFailureName } from "./use-failure-name.ts";

type DisputeOfferProps = {
  code: string;
  userId: string;
  failures: ContestableView[];
  zone: TimeZone;
};

/** A quiet line under the report's head: the courier's reason may be contested, still. */
export function DisputeOffer({ code, userId, failures, zone }: DisputeOfferProps) {
  const { t } = useTranslation();
  const nameOf = useFailureName();
  const [newest] = failures;
  if (!newest) return null;
  return (
    <details name="report-action" className="relative">
      <summary className="flex min-h-8 w-fit max-w-full cursor-pointer items-center gap-1.5 text-dense font-medium text-primary pointer-coarse:min-h-11">
        <Scale aria-hidden="true" className="size-4 shrink-0" />
        <span className="whitespace-nowrap underline underline-offset-2">
          {t("thread.dispute.open")}
        </span>
        <span className="truncate font-normal text-muted">{nameOf(newest)}</span>
      </summary>
      <div className="absolute inset-x-0 z-20 mt-1 max-h-[65dvh] overflow-y-auto rounded-box border border-base-300 bg-base-100 p-3 shadow-lg @lg:end-auto @lg:w-[30rem]">
        <CardForm
          action={`/pickup-problem/${code}/disputes`}
          draft={`dispute/${userId}/${code}`}
          hasPhotos
          words={{ name: "body", label: t("thread.dispute.claim"), isRequired: true }}
          submits={[{ text: t("thread.dispute.submit"), tone: "btn-primary" }]}
        >
          <p className="text-dense text-muted">{t("thread.dispute.hint")}</p>
          <FailureChoice failures={failures} zone={zone} />
        </CardForm>
      </div>
    </details>
  );
}

function FailureChoice({ failures, zone }: Pick<DisputeOfferProps, "failures" | "zone">) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const nameOf = useFailureName();
  return (
    <fieldset className="space-y-1">
      <legend className="text-dense font-medium">{t("thread.dispute.which")}</legend>
      {failures.map((failure, index) => (
        <label
          key={failure.id}
          className="flex cursor-pointer items-start gap-2 rounded-field border border-base-300 px-2.5 py-2 text-dense has-checked:border-primary has-checked:bg-tint-primary"
        >
          <input
            type="radio"
            name="subject"
            value={failure.id}
            defaultChecked={index === 0}
            className="radio radio-sm mt-0.5"
          />
          <span className="min-w-0 [overflow-wrap:anywhere]" suppressHydrationWarning>
            <span className="font-semibold">{nameOf(failure)}</span>
            <span className="block text-muted">{time.absolute(failure.at, zone)}</span>
            <span className="block text-muted">
              {t("thread.dispute.until", { at: time.day(failure.until, zone) })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
