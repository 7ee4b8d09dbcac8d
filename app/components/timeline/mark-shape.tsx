import { useId } from "react";
import type { TimelineMark } from "../../contracts/timeline-views.ts";
import type { RailKind } from "./timeline-rows.ts";

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

type RailProps = { kind: RailKind; patterns: Patterns };

/** The rail between two marks; late time is hatched, and hours that do not count more lightly. */
export function Rail({ kind, patterns }: RailProps) {
  if (kind === "plain") return <span aria-hidden="true" className="mx-auto w-px flex-1 bg-edge" />;
  return (
    <span
      aria-hidden="true"
      className={`relative mx-auto w-2.5 flex-1 ${kind === "late" ? "text-error" : "text-edge"}`}
    >
      <svg width="10" height="100%" aria-hidden="true" className="absolute inset-0 h-full">
        <rect x="0.5" width="9" height="100%" fill={patterns[kind]} stroke="currentColor" />
      </svg>
    </span>
  );
}

/** Fills, as one names them in SVG. */
export type Patterns = { late: string; idle: string };

export function usePatterns(): Patterns & { id: string } {
  const id = useId();
  return { id, late: `url(#${id}late)`, idle: `url(#${id}idle)` };
}

/** Late time leans one way and is dense, hours that do not count lean the other and are thin. */
export function HatchPatterns({ id }: { id: string }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern
          id={`${id}late`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
          className="text-error"
        >
          <path d="M0 0V5" stroke="currentColor" strokeWidth="3" />
        </pattern>
        <pattern
          id={`${id}idle`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
          className="text-edge"
        >
          <path d="M0 0V4" stroke="currentColor" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  );
}
