import { useTranslation } from "react-i18next";
import type { OriginView, ReportView } from "../../contracts/views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { Moment } from "../ui/time.tsx";
import { CategoryWhyText } from "./category-why-text.tsx";
import { Fact, FactList } from "./fact-list.tsx";

export function ParcelFacts({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { parcel } = report;
  const { origin, windowStart, windowEnd } = parcel;
  const { zone } = origin;
  return (
    <FactList>
      <Fact name={t("thread.facts.categoryFiled")}>
        {t(`category.${report.categoryFiled}.label`)}
      </Fact>
      <Fact name={t("thread.facts.categoryReckoned")}>
        {t(`category.${report.categoryReckoned}.label`)}
        <CategoryWhyText why={report.categoryWhy} zone={zone} />
      </Fact>
      <Fact name={t("field.stage")}>
        {t(`stage.${parcel.stage}`)}
        {parcel.stageAt && (
          <>
            {", "}
            <Moment at={parcel.stageAt} zone={zone} mode="day" className="text-muted" />
          </>
        )}
      </Fact>
      <Fact name={t("field.courier")}>
        {parcel.courier.name} · {t(`service.${parcel.serviceKind}`)}
      </Fact>
      <Fact name={t("thread.facts.requestedAt")}>
        <Moment at={parcel.requestedAt} zone={zone} mode="day" />
      </Fact>
      <Fact name={t("thread.facts.window")}>
        {windowStart && windowEnd ? time.range(windowStart, windowEnd, zone) : null}
      </Fact>
      <Fact name={t("thread.facts.deadline")}>
        {parcel.deadlineAt && <Moment at={parcel.deadlineAt} zone={zone} mode="day" />}
      </Fact>
      <Fact name={t("thread.facts.origin")}>{addressOf(origin)}</Fact>
      <Fact name={t("thread.facts.contact")}>
        {origin.contactName}
        {origin.contactPhone && (
          <>
            {" · "}
            <a href={`tel:${origin.contactPhone.replace(/[^+\d]/g, "")}`} className="link">
              {origin.contactPhone}
            </a>
          </>
        )}
      </Fact>
      <Fact name={t("thread.facts.orderNo")}>{parcel.orderNo}</Fact>
      <Fact name={t("thread.facts.description")}>{parcel.description}</Fact>
      <Fact name={t("thread.facts.filedBy")}>
        {report.filedBy} ({report.sellerName}),{" "}
        <Moment at={report.filedAt} zone={zone} mode="day" />
      </Fact>
    </FactList>
  );
}

const addressOf = (origin: OriginView) =>
  [
    origin.address,
    origin.village,
    origin.district,
    origin.city,
    `${origin.province} ${origin.postalCode}`.trim(),
  ]
    .filter(Boolean)
    .join(", ");
