import type { PhotoNote } from "./photo-notes.ts";

type Code = PhotoNote["code"];

/** A parcel with its label, seen from the front. */
const PARCEL = "M12 18h24v20H12z";
const LABEL = "M18 24h12v8H18z";
const BARS = "M20 26v4M22.5 26v4M25 26v4M28 26v4";
const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
  strokeLinejoin: "round",
} as const;
const fine = { ...line, strokeWidth: 1.25 };

const Parcel = () => (
  <>
    <path d={PARCEL} {...line} />
    <path d={LABEL} {...fine} />
    <path d={BARS} {...fine} />
  </>
);

const DRAWING: Record<Code, JSX.Element> = {
  too_dark: (
    <>
      <rect x="4" y="4" width="40" height="40" rx="4" fill="currentColor" opacity=".3" />
      <Parcel />
      <path d="M24 3v4M17 5l2 3.5M31 5l-2 3.5" {...line} />
    </>
  ),
  too_bright: (
    <>
      <Parcel />
      <circle cx="32" cy="20" r="8" className="fill-base-100" />
      <circle cx="32" cy="20" r="4.5" {...line} />
      <path
        d="M32 10v2M32 28v2M22 20h2M40 20h2M25 13l1.4 1.4M37.600 25.600 39 27M39 13l-1.400 1.400M26.400 25.600 25 27"
        {...fine}
      />
    </>
  ),
  blurred: (
    <>
      <path d={PARCEL} {...line} opacity=".35" transform="translate(-4 -2)" />
      <path d={PARCEL} {...line} opacity=".35" transform="translate(4 2)" />
      <path d={PARCEL} {...line} strokeDasharray="3 3" />
    </>
  ),
  too_small: (
    <>
      <path d="M6 14V6h8M34 6h8v8M42 34v8h-8M14 42H6v-8" {...line} />
      <g transform="translate(15.600 14) scale(.35)">
        <Parcel />
      </g>
      <path d="m13 13 5 5M35 35l-5-5M35 13l-5 5M13 35l5-5" {...fine} />
    </>
  ),
  similar: (
    <>
      <g transform="translate(-6 -6)" opacity=".45">
        <Parcel />
      </g>
      <g transform="translate(6 6)">
        <path d={PARCEL} className="fill-base-100" />
        <Parcel />
      </g>
    </>
  ),
  one_angle: (
    <>
      <g transform="translate(0 -8)">
        <Parcel />
      </g>
      <path d="M8 38a22 14 0 0 0 32 0" {...line} strokeDasharray="3 3" />
      <circle cx="8" cy="38" r="3" fill="currentColor" />
      <circle cx="40" cy="38" r="3" {...line} />
    </>
  ),
  unreadable: (
    <>
      <path d="M8 12h32v24H8z" {...line} />
      <path d="M14 18v12M18 18v12M22 18v5M22 27v3M27 18v3M27 25v5M31 18v12M35 18v12" {...line} />
      <path d="M10 34 38 14" {...line} />
    </>
  ),
  differs: (
    <>
      <path d="M5 8h38v12H5zM5 28h38v12H5z" {...line} />
      <path d="M10 12v4M14 12v4M18 12v4M22 12v4M10 32v4M14 32v4M20 32v4M23 32v4" {...line} />
      <path d="m31 12 5 4M36 12l-5 4M31 32l5 4M36 32l-5 4" {...fine} />
    </>
  ),
};

/** What is meant, for those who look before they read. */
export const NoteDrawing = ({ code }: { code: Code }) => (
  <svg viewBox="0 0 48 48" aria-hidden="true" className="size-11 shrink-0">
    {DRAWING[code]}
  </svg>
);
