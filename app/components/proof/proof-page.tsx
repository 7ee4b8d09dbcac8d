import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { ProofDone, ProofView } from "../../contracts/proofs.ts";
import type { Viewer } from "../../contracts/views.ts";
import { useListNews } from "../../hooks/use-live-list.ts";
import { PhotoGallery } from "../photos/photo-gallery.tsx";
import { MessageBody } from "../thread/message-entry.tsx";
import { DoneNote } from "../ui/done-note.tsx";
import { FocusedProblem } from "../ui/focused-problem.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { Moment } from "../ui/time.tsx";
import { LeftOutResi } from "./left-out-resi.tsx";
import { ProofLinks } from "./proof-links.tsx";
import { ProofPhotos } from "./proof-photos.tsx";
import { ProofSums } from "./proof-sums.tsx";

export type ProofPageProps = {
  proof: ProofView;
  viewer: Viewer;
  done: ProofDone | null;
  problem: Problem | null;
};

const photosOf = ({ photos, madeBy: name, madeAt: at }: ProofView) =>
  photos.map((photo) => ({ photo, name, at }));

export function ProofPage({ proof, viewer, done, problem }: ProofPageProps) {
  useListNews();
  const { key } = useLocation();
  const words = useDoneWords(proof, viewer, done);
  const said = words && <DoneNote key={key} text={words} />;
  const note = problem ? <FocusedProblem problem={problem} /> : said;
  return (
    <SectionBody>
      <ProofHead proof={proof} />
      {/* Who answers reads it beside the buttons, without leaving the resi. */}
      {!proof.mayDecide && note}
      <LeftOutResi leftOut={proof.leftOut} />
      <div className="grid gap-4 lg:grid-cols-[26rem_minmax(0,1fr)] lg:items-start">
        <PhotoGallery photos={() => photosOf(proof)} zone={proof.zone} viewer={viewer}>
          <ProofPhotos proof={proof} />
        </PhotoGallery>
        <ProofLinks proof={proof} problem={problem} note={note} />
      </div>
    </SectionBody>
  );
}

function useDoneWords(
  { links }: ProofView,
  { kind }: Viewer,
  done: ProofDone | null,
): string | null {
  const { t } = useTranslation();
  if (!done) return null;
  const { action, left } = done;
  // A seller may hand on the address as it stands.
  if (kind !== (action === "shared" ? "seller" : "courier")) return null;
  if (action === "shared") return t("proof.done.shared", { count: links.length });
  return [
    ...(done.count > 0 ? [t(`proof.done.${action}`, { count: done.count })] : []),
    ...(left > 0 ? [t("proof.done.left", { count: left })] : []),
  ].join(" ");
}

function ProofHead({ proof }: { proof: ProofView }) {
  const { t } = useTranslation();
  return (
    <header>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-lg font-semibold tracking-tight">{t("page.proof")}</h1>
        <ProofSums sums={proof.sums} />
      </div>
      <p className="text-dense text-muted">
        {t("proof.show.from", {
          name: proof.madeBy,
          seller: proof.sellerName,
          courier: proof.courierName,
        })}{" "}
        · <Moment at={proof.madeAt} zone={proof.zone} />
      </p>
      {proof.body && <MessageBody text={proof.body} />}
    </header>
  );
}
