import { useTranslation } from "react-i18next";
import type { ProofView } from "../../contracts/proofs.ts";
import { PhotoThumbs } from "../photos/photo-thumbs.tsx";

/** Always in sight: the eye goes from the photo to the resi and back. Beside them on a desk, a strip above on a phone. */
export function ProofPhotos({ proof }: { proof: ProofView }) {
  const { t } = useTranslation();
  return (
    <section
      aria-labelledby="proof-photos"
      className="sticky top-bar z-20 -mx-3 min-w-0 border-b border-base-300 bg-base-100 px-3 pb-2 lg:top-16 lg:z-auto lg:mx-0 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:rounded-box lg:border lg:p-3"
    >
      <h2 id="proof-photos" className="sr-only font-semibold lg:not-sr-only">
        {t("proof.show.photos")}
      </h2>
      <PhotoThumbs photos={proof.photos} by={proof.madeBy} isLarge />
    </section>
  );
}
