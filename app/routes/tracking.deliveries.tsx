import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeliveriesPage } from "#app/components/tracking/deliveries-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { DeliveryFilters, ReplayDelivery } from "#app/contracts/tracking.schema.ts";
import { listDeliveriesPage } from "#app/domain/tracking/list-deliveries-page.server.ts";
import { replayDelivery } from "#app/domain/tracking/replay-delivery.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { queryOf } from "#app/http/done.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { type FailedForm, load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "deliveries" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const filters = DeliveryFilters.parse(queryOf(request));
    const page = await listDeliveriesPage(context, actor, filters);
    return {
      page,
      tab: filters.tab,
      source: filters.source ?? null,
      replayed: filters.replayed ?? null,
    };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);
export const clientAction = keepTyped;

export const action = ({ request, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: false,
    work: async (actor, form) => {
      const input = form.parse(ReplayDelivery);
      await replayDelivery(context, actor, input);
      return input;
    },
    next: (value) => {
      const { id } = value as ReplayDelivery;
      return `/tracking/deliveries?${new URLSearchParams({ ...queryOf(request), replayed: id })}`;
    },
  });

export default function DeliveriesRoute() {
  const failed = useActionData() as FailedForm | undefined;
  return <DeliveriesPage {...useLoaderData<typeof loader>()} problem={failed?.problem ?? null} />;
}
