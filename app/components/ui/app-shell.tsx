import { Link } from "@remix-run/react";
import LogOut from "lucide-react/icons/log-out";
import Menu from "lucide-react/icons/menu";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import icon from "#app/assets/icon.svg?url";
import type { Viewer } from "../../contracts/views.ts";
import { LiveStatus } from "./live-chip.tsx";
import { MainNav } from "./main-nav.tsx";
import { MenuDisclosure } from "./menu-disclosure.tsx";
import { OutboxChip } from "./outbox-chip.tsx";
import { PreferencesForm } from "./preferences-form.tsx";
import { Shortcuts } from "./shortcuts.tsx";

type AppShellProps = { viewer: Viewer | null; children: ReactNode };

export function AppShell({ viewer, children }: AppShellProps) {
  const { t } = useTranslation();
  return (
    <>
      <a href="#content" className="skip-link">
        {t("nav.skip")}
      </a>
      <header className="sticky top-0 z-30 h-bar border-b border-base-300 bg-base-100">
        <div className="mx-auto flex h-full max-w-[120rem] items-center gap-2 px-3 lg:px-4">
          <Link
            to="/"
            className="flex min-h-11 items-center gap-2 pe-2 font-semibold tracking-tight"
          >
            <img src={icon} alt="" width="22" height="22" />
            <span className="whitespace-nowrap">{t("product.name")}</span>
          </Link>
          {viewer && <MainNav viewer={viewer} look="bar" />}
          <div className="ms-auto flex items-center gap-1">
            {viewer && <OutboxChip viewer={viewer} />}
            {viewer && <LiveStatus />}
            <MenuDisclosure label={t("nav.settings")} summary={<Who viewer={viewer} />}>
              {viewer && <MainNav viewer={viewer} look="menu" />}
              {viewer && <Account viewer={viewer} />}
              <PreferencesForm />
              {viewer && <Shortcuts />}
              {viewer && <SignOut />}
            </MenuDisclosure>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}

function Who({ viewer }: { viewer: Viewer | null }) {
  return (
    <>
      {viewer && (
        <span className="hidden max-w-56 truncate lg:inline">
          {viewer.organisationName} · {viewer.name}
        </span>
      )}
      <Menu aria-hidden="true" className="size-5" />
    </>
  );
}

function Account({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const level = viewer.level ? ` ${t("person.level", { level: viewer.level })}` : "";
  const role = viewer.role === "admin" ? ` · ${t("person.admin")}` : "";
  return (
    <div className="mb-3 px-2 pt-1">
      <p className="font-semibold">{viewer.name}</p>
      <p className="text-dense text-muted">{viewer.organisationName}</p>
      <p className="text-dense text-muted">
        {t(`person.${viewer.kind}`)}
        {level}
        {role}
      </p>
    </div>
  );
}

function SignOut() {
  const { t } = useTranslation();
  return (
    <form method="post" action="/sign-out" className="mt-2 border-t border-base-300 pt-2">
      <button type="submit" className="menu-line">
        <LogOut aria-hidden="true" className="size-4" />
        {t("person.signOut")}
      </button>
    </form>
  );
}
