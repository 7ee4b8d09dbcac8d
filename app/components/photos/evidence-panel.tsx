import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../context.ts";
import type { EvidenceView } from "../../contracts/evidence-views.ts";
import type { TimeZone } from "../../contracts/services.ts";
import { Fact, FactList } from "../thread/fact-list.tsx";
import { LOCALE, timeParts } from "../ui/format-time.ts";
import { Moment } from "../ui/time.tsx";
import { useEvidence } from "./use-evidence.ts";

type EvidencePanelProps = { url: string; zone: TimeZone };

/** What a photo says of itself, for CS who decide. Asked for only once somebody looks. */
export function EvidencePanel({ url, zone }: EvidencePanelProps) {
  const { t } = useTranslation();
  const { evidence, hasFailed, ask } = useEvidence(url);
  if (evidence) return <Frame>{<Facts evidence={evidence} zone={zone} />}</Frame>;
  return (
    <Frame>
      <p role="status" className="text-dense">
        {t(hasFailed ? "photo.evidence.failed" : "photo.evidence.loading")}
      </p>
      {hasFailed && (
        <button type="button" className="btn btn-sm mt-2" onClick={ask}>
          {t("action.retry")}
        </button>
      )}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t("photo.evidence.title")}
      // Scrolled by keyboard too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      className="max-h-[40dvh] overflow-y-auto rounded-t-box bg-base-100 p-3 text-base-content sm:absolute sm:end-2 sm:bottom-16 sm:max-h-[70dvh] sm:w-96 sm:rounded-box"
    >
      {children}
    </section>
  );
}

/** 25 Nov 2026 09.12, in no zone. */
function wordCamera(at: string, language: Language): string {
  const { day, month, year, clock } = timeParts(`${at}Z`, "UTC", language);
  return `${day} ${month} ${year} ${clock}`;
}

function Facts({ evidence, zone }: { evidence: EvidenceView; zone: TimeZone }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const { original, repeats } = evidence;
  return (
    <FactList>
      <Fact name={t("photo.evidence.captured")}>
        {evidence.capturedAt
          ? t("photo.evidence.byCamera", { at: wordCamera(evidence.capturedAt, language) })
          : t("photo.evidence.unsaid")}
      </Fact>
      <Fact name={t("photo.evidence.received")}>
        <Moment at={evidence.receivedAt} zone={zone} />
      </Fact>
      <Fact name={t("photo.evidence.device")}>{evidence.device}</Fact>
      <Fact name={t("photo.evidence.distance")}>
        {evidence.distanceM === null
          ? t("photo.evidence.unsaid")
          : t("photo.evidence.metres", { n: evidence.distanceM.toLocaleString(LOCALE[language]) })}
      </Fact>
      <Fact name={t("photo.evidence.processing")}>
        {evidence.reduced && t("photo.evidence.reduced")}
      </Fact>
      <Fact name={t("photo.evidence.original")}>
        {original ? (
          <>
            <a href={original.url} download className="link">
              {t("photo.evidence.download")}
            </a>{" "}
            ({t("photo.evidence.until")} <Moment at={original.until} zone={zone} mode="date" />)
          </>
        ) : (
          t("photo.evidence.gone")
        )}
      </Fact>
      <Fact name={t("photo.evidence.repeats")}>
        {repeats.length > 0 && (
          <ul>
            {repeats.map(({ code, resi }) => (
              <li key={code}>
                <Link to={`/pickup-problem/${code}`} className="link font-mono">
                  {resi}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name="SHA-256">
        <span className="font-mono text-xs">{evidence.sha256}</span>
      </Fact>
    </FactList>
  );
}
