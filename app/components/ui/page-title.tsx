import { useMatches } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Words } from "../../i18n.ts";

/** A route says `export const handle: PageHandle = { title: "stuck" }`. */
export type PageHandle = { title: keyof Words["page"] };

const hasTitle = (handle: unknown): handle is PageHandle =>
  typeof handle === "object" && handle !== null && "title" in handle;

export function PageTitle() {
  const { t } = useTranslation();
  const match = useMatches().findLast((each) => hasTitle(each.handle));
  const product = t("product.name");
  if (!match) return <title>{product}</title>;
  const { title } = match.handle as PageHandle;
  return <title>{`${t(`page.${title}`, { code: match.params.code ?? "" })} · ${product}`}</title>;
}
