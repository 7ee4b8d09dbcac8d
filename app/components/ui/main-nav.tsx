import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Side } from "../../contracts/parties.ts";
import type { Viewer } from "../../contracts/views.ts";
import type { Words } from "../../i18n.ts";

type Place = { to: string; text: keyof Words["nav"] };

const PLACES: Record<Side, readonly Place[]> = {
  seller: [
    { to: "/pickup-problem", text: "reports" },
    { to: "/pickup-problem/new", text: "newReport" },
    { to: "/proofs", text: "proofs" },
  ],
  courier: [
    { to: "/pickup-problem", text: "queue" },
    { to: "/proofs", text: "proofs" },
  ],
  support: [
    { to: "/stuck", text: "stuck" },
    { to: "/pickup-problem", text: "allReports" },
    { to: "/proofs", text: "proofs" },
    { to: "/tracking", text: "tracking" },
  ],
};

const RULES: Place = { to: "/settings", text: "rules" };

/** Rules are for the administrators of support. */
const placesOf = ({ kind, role }: Viewer): readonly Place[] =>
  kind === "support" && role === "admin" ? [...PLACES.support, RULES] : PLACES[kind];

/** The most specific place wins: filing is under the list's own address. */
function currentPlace(places: readonly Place[], pathname: string): string | undefined {
  const around = places.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return around.toSorted((a, b) => b.to.length - a.to.length)[0]?.to;
}

export function MainNav({ viewer, look }: { viewer: Viewer; look: "bar" | "menu" }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const places = placesOf(viewer);
  const current = currentPlace(places, pathname);
  const inBar = look === "bar";

  return (
    <nav aria-label={t("nav.label")} className={inBar ? "hidden h-full lg:block" : "lg:hidden"}>
      <ul className={inBar ? "flex h-full" : "mb-2 border-b border-base-300 pb-2"}>
        {places.map(({ to, text }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={to === current ? "page" : undefined}
              className={inBar ? "bar-link" : "menu-line"}
            >
              {t(`nav.${text}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
