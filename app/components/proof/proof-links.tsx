import { Form } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { ProofLinkView, ProofView } from "../../contracts/proofs.ts";
import { DecideBar } from "./decide-bar.tsx";
import { ProofLinkRow } from "./proof-link-row.tsx";

type ProofLinksProps = { proof: ProofView; problem: Problem | null };

const isAsked = ({ state, status }: ProofLinkView) => state === "asked" && status === "open";

/** Every resi with what the courier said of it; who may answer ticks one, some or all. */
export function ProofLinks({ proof, problem }: ProofLinksProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Ticked before scripts ran.
  useEffect(() => {
    const early = form.current ? new FormData(form.current).getAll("report").map(String) : [];
    if (early.length > 0) setChosen(new Set(early));
  }, []);
  const asked = proof.mayDecide ? proof.links.filter(isAsked).map((link) => link.code) : [];
  const ticked = asked.filter((code) => chosen.has(code));
  const choose = (codes: string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) isChosen ? next.add(code) : next.delete(code);
    setChosen(next);
  };
  return (
    <Form
      ref={form}
      method="post"
      action={`/proofs/${proof.id}`}
      aria-labelledby="proof-links"
      className="rounded-box border border-base-300 bg-base-100"
    >
      <h2 id="proof-links" className="px-3 pt-3 font-semibold">
        {t("proof.show.links")}
      </h2>
      {asked.length > 1 && (
        <label className="js-only flex min-h-11 cursor-pointer items-center gap-3 px-3 text-dense font-medium">
          <input
            type="checkbox"
            className="checkbox checkbox-sm"
            checked={ticked.length === asked.length}
            onChange={(event) => choose(asked, event.currentTarget.checked)}
          />
          {t("proof.show.chooseAll")}
        </label>
      )}
      <ul className="divide-y divide-base-300 border-t border-base-300">
        {proof.links.map((link) => (
          <ProofLinkRow
            key={link.code}
            link={link}
            zone={proof.zone}
            tick={
              asked.includes(link.code)
                ? {
                    isChosen: chosen.has(link.code),
                    onChoose: (isChosen) => choose([link.code], isChosen),
                  }
                : null
            }
          />
        ))}
      </ul>
      {asked.length > 0 && <DecideBar count={ticked.length} problem={problem} />}
      {proof.mayDecide && asked.length === 0 && (
        <p className="border-t border-base-300 px-3 py-2 text-dense text-muted">
          {t("proof.show.done")}
        </p>
      )}
    </Form>
  );
}
