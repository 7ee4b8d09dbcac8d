import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodesPage } from "#app/components/tracking/codes-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { MapCode, MappedDone, WithdrawMapping } from "#app/contracts/tracking.schema.ts";
import type { MappedCode } from "#app/contracts/tracking-views.ts";
import { listCodes, mapCode, unmapCode } from "#app/domain/tracking/map-code.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { queryOf } from "#app/http/done.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { type FailedForm, load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "codes" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const codes = await listCodes(context, actor);
    return { ...codes, done: MappedDone.parse(queryOf(request)) };
  });

export const clientLoader = keepLastLoaded(({ pathname }) => pathname);
export const clientAction = keepTyped;

/** A form that names a mapping takes it back; the other makes one. */
export async function action({ request, context }: ActionFunctionArgs) {
  let done = "mapped";
  return respondToForm(request, context, {
    photos: false,
    work: (actor, form) => {
      if (form.values.id === undefined) return mapCode(context, actor, form.parse(MapCode));
      done = "withdrawn";
      return unmapCode(context, actor, form.parse(WithdrawMapping));
    },
    next: (value) => {
      const { rows, parcels } = value as MappedCode;
      return `/tracking/codes?done=${done}&rows=${rows}&parcels=${parcels}`;
    },
  });
}

export default function CodesRoute() {
  const failed = useActionData() as FailedForm | undefined;
  return <CodesPage {...useLoaderData<typeof loader>()} failed={failed ?? null} />;
}
