import { useNow } from "../../hooks/use-now.ts";
import { Drawn } from "./drawn.tsx";
import type { DrawnClock } from "./drawn-clock.ts";
import { anchorAt, BASELINE, placeIn, ROW } from "./overview-frame.ts";

type OverviewOnDeskProps = { drawn: DrawnClock; isLate: boolean };

/** The whole clock at one look, for a desk; the vertical list says the same. Only the present moves. */
export function OverviewOnDesk({ drawn, isLate }: OverviewOnDeskProps) {
  return (
    <div className="relative hidden border-b border-base-300 bg-base-100 px-4 pt-1.5 pb-1 text-xs @4xl:col-start-1 @4xl:row-start-2 @4xl:block [@media(max-height:40rem)]:hidden">
      <Drawn html={drawn.overview} />
      <Present drawn={drawn} isLate={isLate} />
    </div>
  );
}

/** A triangle upon the band with its words; where the pick-up is over, its end. */
function Present({ drawn: { frame, present }, isLate }: OverviewOnDeskProps) {
  const now = useNow();
  const { endedAt, line, band, end } = frame;
  const at = placeIn(frame, endedAt ?? now);
  const x = `${at}%`;
  return (
    <div className="pointer-events-none absolute inset-x-4 top-1.5 ps-18">
      <svg width="100%" height={end} overflow="visible" aria-hidden="true" className="fill-primary">
        <line x1={x} x2={x} y1={line + ROW - 2} y2={end} className="stroke-primary" />
        {endedAt === null && (
          <svg x={x} y={band} overflow="visible" aria-hidden="true">
            <path d="M-6-7h12L0 2z" />
          </svg>
        )}
        <text
          x={x}
          y={line + BASELINE}
          textAnchor={anchorAt(at)}
          className={`halo font-semibold ${isLate ? "fill-error" : ""}`}
        >
          {present}
        </text>
      </svg>
    </div>
  );
}
