import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Words } from "../../i18n.ts";

type Section = { to: string; text: keyof Words["section"] };
type SectionHeadProps = { title: string; lead: string; sections: readonly Section[] };

/** The head of pages that belong together: links, since each is an address of its own. */
export function SectionHead({ title, lead, sections }: SectionHeadProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <header className="border-b border-base-300 bg-base-100 pt-3">
      <div className="mx-auto max-w-5xl">
        <h1 className="px-3 text-lg font-semibold tracking-tight sm:px-4">{title}</h1>
        <p className="px-3 text-dense text-muted sm:px-4">{lead}</p>
        <nav aria-label={title} className="tab-bar mt-1 sm:px-1.5">
          <ul className="flex">
            {sections.map(({ to, text }) => (
              <li key={to}>
                <Link
                  to={to}
                  aria-current={pathname.startsWith(to) ? "page" : undefined}
                  className="tab-link"
                >
                  {t(`section.${text}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** One of those pages. */
export function SectionBody({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-5xl space-y-4 px-3 pt-4 pb-16 sm:px-4">{children}</div>;
}
