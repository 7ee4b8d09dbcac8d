import { useTranslation } from "react-i18next";
import type { ReadinessView } from "../../contracts/views.ts";
import { Fact, FactList } from "./fact-list.tsx";

export function ReadinessFacts({ readiness }: { readiness: ReadinessView | null }) {
  const { t } = useTranslation();
  if (!readiness || !Object.values(readiness).some(Boolean)) {
    return <p className="text-dense text-muted">{t("thread.readiness.none")}</p>;
  }
  const rtRw = [readiness.rt, readiness.rw].filter(Boolean).join(" / ");
  return (
    <FactList>
      <Fact name={t("thread.readiness.street")}>{readiness.street}</Fact>
      <Fact name={t("thread.readiness.rtRw")}>{rtRw}</Fact>
      <Fact name={t("thread.readiness.ward")}>{readiness.ward}</Fact>
      <Fact name={t("thread.readiness.landmark")}>{readiness.landmark}</Fact>
      <Fact name={t("thread.readiness.whatsapp")}>{readiness.whatsapp}</Fact>
    </FactList>
  );
}
