import { Link, useLocation, useSearchParams } from "@remix-run/react";
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
  return (
    <nav aria-label={label} className="tab-bar">
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
