import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { CategoryWhy } from "../../contracts/views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";

type CategoryWhyTextProps = { why: CategoryWhy; zone: TimeZone };

/** The rule with its moment, or the person, behind the category of now. */
export function CategoryWhyText({ why, zone }: CategoryWhyTextProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const wordRule = ({ reason, at }: CategoryWhy & { by: "rule" }) =>
    reason === "within" && !at
      ? t("thread.facts.why.unknown")
      : t(`thread.facts.why.${reason}`, { at: at ? time.day(at, zone) : "–" });
  return (
    <p className="text-muted" suppressHydrationWarning>
      {why.by === "support" ? t("thread.facts.why.support", { note: why.note }) : wordRule(why)}
    </p>
  );
}
