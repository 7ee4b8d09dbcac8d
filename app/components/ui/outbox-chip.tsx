import { Link } from "@remix-run/react";
import Clock from "lucide-react/icons/clock";
import { useTranslation } from "react-i18next";
import type { Viewer } from "../../contracts/views.ts";
import { isBehind, isHeldUp, type OutboxItem } from "../../hooks/outbox-state.ts";
import { useOutboxAtWork } from "../../hooks/use-outbox.ts";
import { MenuDisclosure } from "./menu-disclosure.tsx";

const CHIP =
  "btn btn-sm min-h-11 gap-1 border-warning bg-tint-warning px-2 text-warning lg:min-h-8";

const isUnsent = (item: OutboxItem, items: OutboxItem[]) =>
  item.state === "refused" || isHeldUp(item) || (item.state !== "sent" && isBehind(item, items));

/** What has not gone yet, on every page, with the way to it. */
export function OutboxChip({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const { items, userId } = useOutboxAtWork(viewer.userId);
  const unsent = userId === viewer.userId ? items.filter((item) => isUnsent(item, items)) : [];
  const codes = [...new Set(unsent.map((item) => item.code))];
  const [only, second] = codes;
  const text = t("outboxChip.waiting", { count: unsent.length });
  return (
    <div role="status">
      {only && !second && (
        <Link to={`/pickup-problem/${only}`} className={CHIP} title={text}>
          <ChipFace count={unsent.length} text={text} />
        </Link>
      )}
      {second && (
        <MenuDisclosure look={CHIP} summary={<ChipFace count={unsent.length} text={text} />}>
          <p className="px-2 pb-1 text-dense text-muted">{t("outboxChip.where")}</p>
          {codes.map((code) => (
            <Link key={code} to={`/pickup-problem/${code}`} className="menu-line">
              {code}
              <span className="ms-auto text-muted">
                {t("outboxChip.count", {
                  count: unsent.filter((item) => item.code === code).length,
                })}
              </span>
            </Link>
          ))}
        </MenuDisclosure>
      )}
    </div>
  );
}

function ChipFace({ count, text }: { count: number; text: string }) {
  return (
    <>
      <Clock aria-hidden="true" className="size-4" />
      <span aria-hidden="true" className="sm:hidden">
        {count}
      </span>
      <span className="sr-only sm:not-sr-only">{text}</span>
    </>
  );
}
