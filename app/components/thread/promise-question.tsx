import { useTranslation } from "react-i18next";
import type { InstructionView, PromiseView } from "../../contracts/card-views.ts";
import type { Side } from "../../contracts/parties.ts";
import { CardForm } from "./card-form.tsx";

type PromiseQuestionProps = { code: string; instruction: InstructionView; viewer: Side };

/** Whom the question still waits for: each side once, the courier also after the seller's "broken", CS where they differ. */
function isAsked(promise: PromiseView, viewer: Side): boolean {
  const { askedAt, outcome, sellerSaid, courierSaid } = promise;
  if (!askedAt) return false;
  if (outcome?.result === "contested") return viewer === "support";
  if (outcome)
    return (
      viewer === "courier" &&
      outcome.result === "broken" &&
      outcome.by === "seller" &&
      courierSaid === null
    );
  if (viewer === "support") return true;
  return viewer === "seller" ? sellerSaid === null : courierSaid === null;
}

/** At the end of a promised window: did the courier come? */
export function PromiseQuestion({ code, instruction, viewer }: PromiseQuestionProps) {
  const { t } = useTranslation();
  const { promise, id } = instruction;
  if (!promise || !isAsked(promise, viewer)) return null;
  return (
    <div className="mt-3 border-t border-base-300 pt-2">
      <p className="mb-2 font-semibold">
        {promise.outcome?.by === "seller"
          ? t("thread.promise.contest")
          : t(`thread.promise.ask.${viewer}`)}
      </p>
      <CardForm
        action={`/pickup-problem/${code}/instructions/${id}`}
        draft={`promise/${id}`}
        hasPhotos
        words={{ name: "body", label: t("thread.promise.noteLabel") }}
        submits={[
          { text: t("thread.promise.kept"), tone: "btn-primary", name: "state", value: "kept" },
          { text: t("thread.promise.broken"), tone: "btn-outline", name: "state", value: "broken" },
        ]}
      />
    </div>
  );
}
