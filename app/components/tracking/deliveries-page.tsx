import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { DeliveryTab, DeliveryView } from "../../contracts/tracking-views.ts";
import type { Page } from "../../contracts/views.ts";
import { ListFoot } from "../board/list-foot.tsx";
import { DoneNote } from "../ui/done-note.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FocusBox } from "../ui/focus-box.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { DeliveryFilter } from "./delivery-filter.tsx";
import { DeliveryRow } from "./delivery-row.tsx";

export type DeliveriesPageProps = {
  tab: DeliveryTab;
  source: string | null;
  page: Page<DeliveryView>;
  /** The delivery that has just been worked once more. */
  replayed: string | null;
  problem: Problem | null;
};

export function DeliveriesPage({ tab, source, page, replayed, problem }: DeliveriesPageProps) {
  const { t } = useTranslation();
  return (
    <SectionBody>
      {problem && (
        <FocusBox about={problem}>
          <ProblemNote problem={problem} />
        </FocusBox>
      )}
      {replayed && !problem && <DoneNote text={t("tracking.replayed")} />}
      <DeliveryFilter tab={tab} source={source} />
      {page.rows.length === 0 ? (
        <EmptyState
          title={t(`tracking.empty.${tab}.title`)}
          hint={source ? t("tracking.empty.source") : t(`tracking.empty.${tab}.hint`)}
        />
      ) : (
        <ul
          aria-label={t("section.deliveries")}
          className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100"
        >
          {page.rows.map((row) => (
            <DeliveryRow key={row.id} delivery={row} isReplayed={row.id === replayed} />
          ))}
        </ul>
      )}
      <ListFoot next={page.next} />
    </SectionBody>
  );
}
