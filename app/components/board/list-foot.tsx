import { Link, useLocation, useSearchParams } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useTranslation } from "react-i18next";
import { listSearch } from "./list-search.ts";

export function ListFoot({ next }: { next: string | null }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const isFirst = !params.has("after");
  if (isFirst && !next) return null;
  return (
    <div className="flex flex-wrap justify-center gap-2 p-4">
      {!isFirst && (
        <Link to={{ pathname, search: listSearch(params) }} className="btn btn-sm filter-control">
          <ArrowUp aria-hidden="true" className="size-4" />
          {t("list.first")}
        </Link>
      )}
      {next && (
        <Link
          to={{ pathname, search: listSearch(params, { after: next }) }}
          className="btn btn-sm filter-control"
        >
          <ArrowDown aria-hidden="true" className="size-4" />
          {t("list.more")}
        </Link>
      )}
    </div>
  );
}
