import { Form, useLocation } from "@remix-run/react";
import RotateCw from "lucide-react/icons/rotate-cw";
import { useTranslation } from "react-i18next";
import type { DeliveryView } from "../../contracts/tracking-views.ts";
import { useIsSent } from "../../hooks/use-is-sent.ts";
import { useSourceWords } from "../../hooks/use-source-words.ts";
import { SubmitButton } from "../ui/submit-button.tsx";
import { Moment } from "../ui/time.tsx";

type DeliveryRowProps = { delivery: DeliveryView; isReplayed: boolean };

export function DeliveryRow({ delivery, isReplayed }: DeliveryRowProps) {
  const { t } = useTranslation();
  const sourceWords = useSourceWords();
  const { receivedAt, source, kind, attempts } = delivery;
  return (
    <li className={`px-3 py-2 sm:px-4 ${isReplayed ? "bg-tint-success" : ""}`}>
      <div className="flex items-start justify-between gap-3 sm:items-center">
        <div className="grid min-w-0 flex-1 gap-x-4 gap-y-0.5 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)_minmax(0,1.2fr)] sm:items-center">
          <p className="text-dense">
            <Moment at={receivedAt} zone="Asia/Jakarta" className="block font-medium" />
            <Moment at={receivedAt} zone="Asia/Jakarta" mode="relative" className="text-muted" />
          </p>
          <p className="text-dense">
            <span className="font-medium">{sourceWords(source)}</span>
            <span className="text-muted"> · {t(`tracking.kind.${kind}`)}</span>
          </p>
          <p className="flex flex-wrap items-center gap-x-2 text-dense">
            <Result delivery={delivery} />
            <span className="text-muted">{t("tracking.attempts", { count: attempts })}</span>
          </p>
        </div>
        <Replay id={delivery.id} />
      </div>
      <details className="mt-1">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-muted underline sm:min-h-6">
          {t("tracking.body")}
        </summary>
        <pre className="mt-1 max-h-96 overflow-y-auto rounded-field bg-base-200 p-2 font-mono text-xs break-all whitespace-pre-wrap">
          {delivery.body}
        </pre>
      </details>
    </li>
  );
}

type Look = "good" | "odd" | "bad" | "waiting";
const TONE: Record<Look, string> = {
  good: "bg-tint-success text-success",
  odd: "bg-tint-warning text-warning",
  bad: "bg-tint-error text-error",
  waiting: "bg-tint-info text-info",
};

function Result({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation();
  const { problem, workedAt, rows, unknown } = delivery;
  const [look, text]: [Look, string] = (() => {
    if (problem) return ["bad", t(`tracking.result.${problem}`)];
    if (!workedAt) return ["waiting", t("tracking.result.waiting")];
    const count = t("tracking.result.rows", { count: rows ?? 0 });
    if (!unknown) return ["good", count];
    return ["odd", `${count}, ${t("tracking.result.unknown", { n: unknown })}`];
  })();
  return <span className={`tag whitespace-normal ${TONE[look]}`}>{text}</span>;
}

function Replay({ id }: { id: string }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const isSent = useIsSent({ id });
  return (
    <Form method="post" action={pathname + search} className="shrink-0">
      <input type="hidden" name="id" value={id} />
      <SubmitButton pending={isSent} className="btn-sm pointer-coarse:min-h-11" look="">
        <RotateCw aria-hidden="true" className="size-3.5" />
        {t("tracking.replay")}
      </SubmitButton>
    </Form>
  );
}
