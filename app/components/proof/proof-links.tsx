import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { ProofLinkView, ProofView } from "../../contracts/proofs.ts";
import { useWhenSent } from "../../hooks/use-when-sent.ts";
import { DecideBar } from "./decide-bar.tsx";
import { ProofLinkRow } from "./proof-link-row.tsx";

type ProofLinksProps = { proof: ProofView; problem: Problem | null; note: ReactNode };

const isAsked = ({ state, status }: ProofLinkView) => state === "asked" && status === "open";

/** Every resi with what the courier said of it; who may answer ticks one, some or all. */
export function ProofLinks({ proof, problem, note }: ProofLinksProps) {
  const { t } = useTranslation();
  const action = `/proofs/${proof.id}`;
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
  const tickOf = ({ code }: ProofLinkView) =>
    asked.includes(code)
      ? { isChosen: chosen.has(code), onChoose: (isOn: boolean) => choose([code], isOn) }
      : null;
  useWhenSent(action, () => {
    setChosen(new Set());
    form.current?.reset();
  });
  return (
    <Form
      ref={form}
      method="post"
      action={action}
      // The next resi to tick is where the last one was.
      preventScrollReset
      aria-labelledby="proof-links"
      className="rounded-box border border-base-300 bg-base-100 [&_:is(a,input)]:scroll-mt-48 [&_:is(a,input)]:scroll-mb-44"
    >
      {/* A form is sent by its first button on Enter: a reason typed for a rejection must not confirm. */}
      <button type="submit" disabled hidden />
      <h2 id="proof-links" className="px-3 py-2.5 font-semibold">
        {t("proof.show.links")}
      </h2>
      {asked.length > 1 && (
        <label className="js-only flex min-h-11 cursor-pointer items-center gap-3 px-3 text-dense font-medium">
          <input
            type="checkbox"
            className="checkbox checkbox-sm border-edge"
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
            tick={asked.length > 0 ? tickOf(link) : undefined}
          />
        ))}
      </ul>
      {asked.length > 0 && <DecideBar count={ticked.length} problem={problem} note={note} />}
      {proof.mayDecide && asked.length === 0 && (
        <div className="space-y-2 border-t border-base-300 p-3">
          {note}
          <p className="text-dense text-muted">{t("proof.show.done")}</p>
        </div>
      )}
    </Form>
  );
}
