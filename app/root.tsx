import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import icon from "./assets/icon.svg?url";
import { AppShell } from "./components/ui/app-shell.tsx";
import { useDocumentSettings } from "./components/ui/document-settings.ts";
import { RouteFailure } from "./components/ui/failure-page.tsx";
import { NavigationProgress } from "./components/ui/navigation-progress.tsx";
import { PagePlace } from "./components/ui/page-place.tsx";
import { PageTitle } from "./components/ui/page-title.tsx";
import { presentViewer } from "./domain/people/present-viewer.server.ts";
import { keepLastLoaded } from "./hooks/keep-last-loaded.ts";
import { ServerClock } from "./hooks/use-now.ts";
import styles from "./styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: icon, type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.accounts.findActor(request.headers.get("cookie"));
  return {
    viewer: actor ? presentViewer(actor) : null,
    language: context.language,
    theme: context.theme,
    serverNow: context.clock.now().toISOString(),
    csWhatsapp: context.csWhatsapp,
  };
}

export const clientLoader = keepLastLoaded(() => "everywhere");

/** Around pages and failures alike, so it asks no loader for anything. */
export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { nonce, theme } = useDocumentSettings();
  return (
    <html lang={i18n.language} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <PageTitle />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <PagePlace nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { viewer, serverNow } = useLoaderData<typeof loader>();
  return (
    <ServerClock serverNow={serverNow}>
      <NavigationProgress />
      <AppShell viewer={viewer}>
        <Outlet />
      </AppShell>
    </ServerClock>
  );
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <AppShell viewer={data?.viewer ?? null}>
      <RouteFailure />
    </AppShell>
  );
}
