import { useTranslation } from "react-i18next";
import type { Side } from "../../contracts/parties.ts";
import type { LastLine } from "../../contracts/system-events.ts";
import type { Translate } from "../../i18n.ts";

type LastLineTextProps = { line: LastLine; viewer: Side };

/** `viewer` is a side, so a colleague's line also reads as ours. */
export function LastLineText({ line, viewer }: LastLineTextProps) {
  const { t } = useTranslation();
  const text = wordLine(line, t);
  if (line.side === "system") return <span>{text}</span>;
  const who = line.side === viewer ? t("you") : t(`side.${line.side}`);
  return (
    <span>
      <span className="font-medium">{who}:</span> {text}
    </span>
  );
}

function wordLine(line: LastLine, t: Translate): string {
  switch (line.kind) {
    case "text":
      return line.text;
    case "deleted":
      return t("lastLine.deleted");
    case "photos":
      return t("lastLine.photos", { count: line.count });
    case "instruction":
      return t(`instruction.${line.code}`);
    case "promise":
      return t(`lastLine.promise.${line.step}`);
    case "dispute":
      return t(`lastLine.dispute.${line.step}`);
    case "proof":
      return t(`lastLine.proof.${line.step}`);
    case "event":
      return t(`lastLine.event.${line.event}`);
  }
}
