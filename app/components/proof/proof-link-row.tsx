import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProofLinkView } from "../../contracts/proofs.ts";
import type { TimeZone } from "../../contracts/services.ts";
import { Moment } from "../ui/time.tsx";
import { PROOF_TONE } from "./proof-tone.ts";

type Tick = { isChosen: boolean; onChoose: (isChosen: boolean) => void };
type ProofLinkRowProps = { link: ProofLinkView; zone: TimeZone; tick: Tick | null };

export function ProofLinkRow({ link, zone, tick }: ProofLinkRowProps) {
  return (
    <li className="flex items-start gap-3 px-3 py-2 has-checked:bg-tint-primary">
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

function Said({ link, zone }: Pick<ProofLinkRowProps, "link" | "zone">) {
  const { t } = useTranslation();
  const { state, status, reason, detail, decidedAt, decidedBy } = link;
  if (state === "asked" && status !== "open")
    return <span className="text-dense text-muted">{t("proof.show.ended")}</span>;
  return (
    <span className="text-dense">
      <span className={`font-medium ${PROOF_TONE[state]}`}>{t(`proofState.${state}`)}</span>
      {reason && `: ${t(`proofReason.${reason}`)}`}
      {detail && ` (${detail})`}
      {decidedAt && (
        <span className="text-muted">
          {" "}
          · {decidedBy} · <Moment at={decidedAt} zone={zone} />
        </span>
      )}
    </span>
  );
}
