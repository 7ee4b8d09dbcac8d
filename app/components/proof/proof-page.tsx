import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { ProofView } from "../../contracts/proofs.ts";
import type { Viewer } from "../../contracts/views.ts";
import { useListNews } from "../../hooks/use-live-list.ts";
import { PhotoGallery } from "../photos/photo-gallery.tsx";
import { PhotoThumbs } from "../photos/photo-thumbs.tsx";
import { MessageBody } from "../thread/message-entry.tsx";
import { FocusedProblem } from "../ui/focused-problem.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { Moment } from "../ui/time.tsx";
import { LeftOutResi } from "./left-out-resi.tsx";
import { ProofLinks } from "./proof-links.tsx";
import { ProofSums } from "./proof-sums.tsx";

type ProofPageProps = { proof: ProofView; viewer: Viewer; problem: Problem | null };

const photosOf = ({ photos, madeBy: name, madeAt: at }: ProofView) =>
  photos.map((photo) => ({ photo, name, at }));

export function ProofPage({ proof, viewer, problem }: ProofPageProps) {
  useListNews();
  return (
    <SectionBody>
      <ProofHead proof={proof} />
      {problem && <FocusedProblem problem={problem} />}
      <div className="grid gap-4 lg:grid-cols-[18rem_1fr] lg:items-start">
        <PhotoGallery photos={() => photosOf(proof)} zone={proof.zone} viewer={viewer}>
          <Shown proof={proof} />
        </PhotoGallery>
        <div className="min-w-0 space-y-4">
          <ProofLinks proof={proof} problem={problem} />
          <LeftOutResi leftOut={proof.leftOut} />
        </div>
      </div>
    </SectionBody>
  );
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
    </header>
  );
}

/** In sight beside the resi on a desk, for the eye goes from one to the other. */
function Shown({ proof }: { proof: ProofView }) {
  const { t } = useTranslation();
  return (
    <section
      aria-labelledby="proof-photos"
      className="min-w-0 rounded-box border border-base-300 bg-base-100 p-3 lg:sticky lg:top-20"
    >
      <h2 id="proof-photos" className="font-semibold">
        {t("proof.show.photos")}
      </h2>
      {proof.body && <MessageBody text={proof.body} />}
      <PhotoThumbs photos={proof.photos} by={proof.madeBy} isLarge />
    </section>
  );
}
