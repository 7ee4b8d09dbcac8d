import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HoursPage } from "#app/components/settings/hours-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { AddReplyHours, Done, WithdrawRule } from "#app/contracts/settings.schema.ts";
import type { RuleAnswer } from "#app/contracts/settings-views.ts";
import { addReplyHours, removeReplyHours } from "#app/domain/settings/change-reply-hours.server.ts";
import { listHours } from "#app/domain/settings/list-rules.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { actOnRules } from "#app/http/act-on-rules.server.ts";
import { queryOf } from "#app/http/done.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "hours" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const page = await listHours(context, actor);
    return { ...page, done: Done.parse(queryOf(request)) };
  });

export const clientLoader = keepLastLoaded(({ pathname }) => pathname);
export const clientAction = keepTyped;

export const action = (args: ActionFunctionArgs) =>
  actOnRules(args, "/settings/hours", {
    add: { schema: AddReplyHours, verb: addReplyHours },
    remove: { schema: WithdrawRule, verb: removeReplyHours },
  });

export default function HoursRoute() {
  const answer = useActionData() as RuleAnswer | undefined;
  return <HoursPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />;
}
