import { useCallback, useEffect, useState } from "react";
import type { EvidenceView } from "../../contracts/evidence-views.ts";
import { fetchAnswer } from "../../hooks/fetch-answer.ts";

const isEvidence = (value: unknown): value is EvidenceView =>
  typeof value === "object" && value !== null && "sha256" in value;

type Asked = { url: string; evidence: EvidenceView | null; hasFailed: boolean };

/** Of one photo after the other; what comes late for the one before is not shown. */
export function useEvidence(url: string) {
  const [asked, setAsked] = useState<Asked>({ url, evidence: null, hasFailed: false });
  const ask = useCallback(async () => {
    setAsked({ url, evidence: null, hasFailed: false });
    const answer = await fetchAnswer(url, {}, isEvidence);
    const evidence = answer.type === "given" ? answer.value : null;
    setAsked((now) => (now.url === url ? { url, evidence, hasFailed: evidence === null } : now));
  }, [url]);
  useEffect(() => void ask(), [ask]);
  return { evidence: asked.evidence, hasFailed: asked.hasFailed, ask: () => void ask() };
}
