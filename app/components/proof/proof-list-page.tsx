import { Link } from "@remix-run/react";
import Images from "lucide-react/icons/images";
import { useTranslation } from "react-i18next";
import { MAX_RESI_A_PROOF, type ProofRowView } from "../../contracts/proofs.ts";
import type { Viewer } from "../../contracts/views.ts";
import { useLiveList } from "../../hooks/use-live-list.ts";
import { FreshPill } from "../board/fresh-pill.tsx";
import { ListFoot } from "../board/list-foot.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { Moment } from "../ui/time.tsx";
import { ProofSums } from "./proof-sums.tsx";

export type ProofListPageProps = {
  viewer: Viewer;
  proofs: ProofRowView[];
  next: string | null;
};

const idOf = (proof: ProofRowView) => proof.id;

export function ProofListPage({ viewer, proofs, next }: ProofListPageProps) {
  const { t } = useTranslation();
  const isSeller = viewer.kind === "seller";
  const list = useLiveList({ rows: proofs, idOf, cut: next !== null, pageKey: "proofs" });
  return (
    <SectionBody>
      <header className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1 className="text-lg font-semibold tracking-tight">{t("page.proofs")}</h1>
          <p className="text-dense text-muted">{t("proof.list.hint", { max: MAX_RESI_A_PROOF })}</p>
        </div>
        {isSeller && <NewProofLink />}
      </header>
      <FreshPill count={list.fresh} onShow={list.showFresh} />
      {list.shown.length === 0 ? (
        <EmptyState title={t(`proof.list.empty.${isSeller ? "seller" : "other"}`)} />
      ) : (
        <ul
          aria-label={t("proof.list.caption")}
          className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100"
        >
          {list.shown.map(({ row }) => (
            <li key={row.id}>
              <ProofRow proof={row} />
            </li>
          ))}
        </ul>
      )}
      <ListFoot next={next} />
    </SectionBody>
  );
}

function NewProofLink() {
  const { t } = useTranslation();
  return (
    <Link to="/proofs/new" className="btn btn-primary">
      <Images aria-hidden="true" className="size-4" />
      {t("proof.list.new")}
    </Link>
  );
}

function ProofRow({ proof }: { proof: ProofRowView }) {
  const { t } = useTranslation();
  return (
    <Link
      to={`/proofs/${proof.id}`}
      className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-base-200"
    >
      <span className="font-medium [overflow-wrap:anywhere]">
        {t("proof.list.parties", { seller: proof.sellerName, courier: proof.courierName })}
      </span>
      <ProofSums sums={proof.sums} />
      <span className="w-full text-dense text-muted">
        {proof.madeBy} · <Moment at={proof.madeAt} zone={proof.zone} />
      </span>
    </Link>
  );
}
