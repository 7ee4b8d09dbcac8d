import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProofLinkView, ProofReason } from "../../contracts/proofs.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { Translate } from "../../i18n.ts";
import { Moment } from "../ui/time.tsx";
import { PROOF_TONE } from "./proof-tone.ts";

type Tick = { isChosen: boolean; onChoose: (isChosen: boolean) => void };
type ProofLinkRowProps = {
  link: ProofLinkView;
  zone: TimeZone;
  /** Null where it is answered; without it nothing on the page is to be ticked. */
  tick: Tick | null | undefined;
};

export function ProofLinkRow({ link, zone, tick }: ProofLinkRowProps) {
  return (
    <li className="flex items-start gap-3 px-3 py-2 has-checked:bg-tint-primary">
      {tick === null && <span className="w-6 shrink-0" />}
      {tick && (
        <label className="-my-2 -ms-3 flex min-h-11 cursor-pointer items-center ps-3 pe-1">
          <input
            type="checkbox"
            name="report"
            value={link.code}
            aria-label={link.resi}
            checked={tick.isChosen}
            onChange={(event) => tick.onChoose(event.currentTarget.checked)}
            className="checkbox checkbox-primary checkbox-sm"
          />
        </label>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3 py-0.5">
        <Link
          to={`/pickup-problem/${link.code}`}
          className="link font-mono font-medium [overflow-wrap:anywhere]"
        >
          {link.resi}
        </Link>
        <Said link={link} zone={zone} />
      </div>
    </li>
  );
}

/** What the courier wrote says more than that there is another reason. */
function wordCause(reason: ProofReason, detail: string, t: Translate): string {
  if (reason === "other" && detail) return detail;
  return t(`proofReason.${reason}`) + (detail && ` (${detail})`);
}

function Said({ link, zone }: Pick<ProofLinkRowProps, "link" | "zone">) {
  const { t } = useTranslation();
  const { state, status, reason, detail, decidedAt, decidedBy } = link;
  if (state === "asked" && status !== "open")
    return <span className="text-dense text-muted">{t("proof.show.ended")}</span>;
  return (
    <span className="text-dense">
      <span className={`font-medium ${PROOF_TONE[state]}`}>{t(`proofState.${state}`)}</span>
      {reason && `: ${wordCause(reason, detail, t)}`}
      {decidedAt && (
        <span className="text-muted">
          {" "}
          · {decidedBy} · <Moment at={decidedAt} zone={zone} />
        </span>
      )}
    </span>
  );
}
