import type { TimelineMark } from "../../contracts/timeline-views.ts";

type MarkShapeProps = { state: TimelineMark["state"]; isLight?: boolean };

/** Filled: happened. Hollow: expected. Dashed with a cross: missed. */
export function MarkShape({ state, isLight = false }: MarkShapeProps) {
  const radius = isLight && state !== "missed" ? 3.5 : 5.5;
  const tone = state === "missed" ? "text-error" : isLight ? "text-edge" : "text-base-content";
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={tone}>
      <circle
        cx="8"
        cy="8"
        r={radius}
        className={state === "happened" ? "fill-current" : "fill-base-100"}
        stroke="currentColor"
        strokeWidth="1.75"
        strokeDasharray={state === "missed" ? "2.5 2" : undefined}
      />
      {state === "missed" && (
        <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" stroke="currentColor" strokeWidth="1.5" />
      )}
    </svg>
  );
}

/** The rail between two marks; late time is hatched. */
export function Rail({ isLate, patternId }: { isLate: boolean; patternId: string }) {
  if (!isLate) return <span aria-hidden="true" className="mx-auto w-px flex-1 bg-edge" />;
  return (
    <span aria-hidden="true" className="relative mx-auto w-2.5 flex-1 text-error">
      <svg width="10" height="100%" aria-hidden="true" className="absolute inset-0 h-full">
        <rect x="0.5" width="9" height="100%" fill={`url(#${patternId})`} stroke="currentColor" />
      </svg>
    </span>
  );
}

export function HatchPattern({ id }: { id: string }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute text-error">
      <defs>
        <pattern
          id={id}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V5" stroke="currentColor" strokeWidth="3" />
        </pattern>
      </defs>
    </svg>
  );
}
