import { Form, Link, useLocation, useSearchParams, useSubmit } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { listSearch } from "./list-search.ts";

type FilterFormProps = {
  tab: string;
  q: string;
  /** How many of the fields inside narrow the list. */
  active: number;
  children: ReactNode;
};

/** A plain GET form: without script it loads the page, with script it only keeps the address tidy. */
export function FilterForm({ tab, q, active, children }: FilterFormProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const submit = useSubmit();
  const toggle = useId();

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    for (const [name, value] of [...filled]) if (value === "") filled.delete(name);
    submit(filled, { action: pathname });
  };

  return (
    <Form method="get" action={pathname} onSubmit={send} role="search" className="filter-form">
      <input type="hidden" name="tab" value={tab} />
      <SearchField q={q} />
      <input
        id={toggle}
        type="checkbox"
        className="filter-toggle sr-only"
        defaultChecked={active > 0}
      />
      <label htmlFor={toggle} className="filter-summary">
        <SlidersHorizontal aria-hidden="true" className="size-4" />
        {active > 0 ? t("filter.active", { n: active }) : t("filter.title")}
      </label>
      <div className="filter-fields">
        {children}
        <button type="submit" className="btn btn-sm filter-control">
          {t("action.apply")}
        </button>
        {(active > 0 || q) && (
          <Link
            to={{
              pathname,
              search: listSearch(params, { q: null, category: null, courier: null }),
            }}
            className="link px-1 text-dense text-muted"
          >
            {t("action.reset")}
          </Link>
        )}
      </div>
    </Form>
  );
}

function SearchField({ q }: { q: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = q;
  }, [q]);
  return (
    <div className="search-field">
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={80}
        aria-label={t("filter.search")}
        placeholder={t("filter.search")}
        title={t("filter.searchHint")}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className="input filter-control w-full pe-10"
      />
      <button type="submit" aria-label={t("action.search")} className="search-button">
        <Search aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}

type FilterSelectProps = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; text: string }[];
};

export function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  const field = useRef<HTMLSelectElement>(null);
  // Back and forward change the address under an uncontrolled field.
  useEffect(() => {
    if (field.current) field.current.value = value;
  }, [value]);
  return (
    <select
      ref={field}
      name={name}
      defaultValue={value}
      aria-label={label}
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
      className="select filter-control"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
