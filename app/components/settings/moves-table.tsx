import { useTranslation } from "react-i18next";
import type { Move } from "../../contracts/settings-views.ts";
import { Moment } from "../ui/time.tsx";

/** Two columns on a phone, five on a desk. */
export function MovesTable({ moves }: { moves: Move[] }) {
  const { t } = useTranslation();
  return (
    <table className="w-full text-start text-dense">
      <caption className="sr-only">{t("settings.preview.caption")}</caption>
      <thead className="text-xs text-muted">
        <tr className="border-b border-base-300 [&>th]:py-1.5 [&>th]:pe-3 [&>th]:text-start [&>th]:font-semibold">
          <th scope="col">{t("field.resi")}</th>
          <th scope="col" className="hidden sm:table-cell">
            {t("field.seller")}
          </th>
          <th scope="col" className="hidden sm:table-cell">
            {t("field.courier")}
          </th>
          <th scope="col">{t("settings.preview.move")}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <MoveRow key={move.requestId} move={move} />
        ))}
      </tbody>
    </table>
  );
}

function MoveRow({ move }: { move: Move }) {
  const { t } = useTranslation();
  return (
    <tr className="border-b border-base-300 align-top last:border-0 [&>td]:py-1.5 [&>td:not(:last-child)]:pe-3">
      <td className="break-words max-sm:w-2/5">
        <span className="font-mono break-all">{move.resi}</span>
        {move.parcels > 1 && (
          <span className="block text-muted">
            {t("settings.preview.mates", { count: move.parcels - 1 })}
          </span>
        )}
        <span className="block text-muted sm:hidden">
          {move.sellerName} · {move.courierName}
        </span>
      </td>
      <td className="hidden sm:table-cell">{move.sellerName}</td>
      <td className="hidden sm:table-cell">{move.courierName}</td>
      <td>
        <Moved at={move.from} zone={move.zone} />{" "}
        <span className="inline-block">
          <span aria-hidden="true" className="text-muted max-sm:hidden">
            →
          </span>{" "}
          <span className="sr-only">{t("settings.preview.becomes")}</span>{" "}
          <Moved at={move.to} zone={move.zone} isNew />
        </span>
      </td>
    </tr>
  );
}

type MovedProps = { at: Move["from"]; zone: Move["zone"]; isNew?: boolean };

function Moved({ at, zone, isNew = false }: MovedProps) {
  const { t } = useTranslation();
  const look = `inline-block ${isNew ? "font-semibold" : ""}`;
  return at ? (
    <Moment at={at} zone={zone} mode="day" className={look} />
  ) : (
    <span className={look}>{t("settings.preview.none")}</span>
  );
}
