import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { COUNT_CEILING, type TabCounts } from "../../contracts/views.ts";
import { listSearch } from "./list-search.ts";

type TabBarProps<Tab extends string> = {
  label: string;
  tabs: readonly Tab[];
  current: Tab;
  counts: TabCounts<Tab>;
  nameOf: (tab: Tab) => string;
};

/** Links, since each tab is an address of its own. */
export function TabBar<Tab extends string>({
  label,
  tabs,
  current,
  counts,
  nameOf,
}: TabBarProps<Tab>) {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place in the bar, and an open report narrows it
  useEffect(() => {
    const link = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (!bar.current || !link) return;
    bar.current.scrollLeft = link.offsetLeft - (bar.current.clientWidth - link.offsetWidth) / 2;
  }, [current, pathname]);
  return (
    <nav ref={bar} aria-label={label} className="tab-bar">
      <ul className="flex">
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              to={{ pathname, search: listSearch(params, { tab }) }}
              aria-current={tab === current ? "page" : undefined}
              className="tab-link"
            >
              {nameOf(tab)}
              <span className="tab-count">{countText(counts[tab])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const countText = (count: number) => (count >= COUNT_CEILING ? `${COUNT_CEILING - 1}+` : count);
