import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangesPage } from "#app/components/settings/changes-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { listSettingsChanges } from "#app/domain/settings/list-rules.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "changes" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    return { changes: await listSettingsChanges(context, actor) };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);

export default function ChangesRoute() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
