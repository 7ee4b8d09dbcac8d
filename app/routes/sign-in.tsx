import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInPage } from "#app/components/people/sign-in-page.tsx";
import { SignIn } from "#app/contracts/people.schema.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { safePath } from "#app/http/require-actor.server.ts";
import { explain } from "#app/http/respond.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"));
  if (await context.accounts.findActor(request.headers.get("cookie"))) throw redirect(next);
  return { next, demoSignIns: context.demoSignIns };
}

export async function action({ request, context }: ActionFunctionArgs) {
  let email = "";
  try {
    const form = await readForm(request);
    email = String(form.values.email ?? "");
    const input = form.parse(SignIn);
    const cookies = await context.accounts.signIn(input, context.address);
    return redirect(safePath(input.next), {
      headers: cookies.map((cookie): [string, string] => ["set-cookie", cookie]),
    });
  } catch (error) {
    const { problem, status } = explain(context, error);
    return json({ problem, email }, { status });
  }
}

export default function SignInRoute() {
  const { next, demoSignIns } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <SignInPage
      next={next}
      demoSignIns={demoSignIns}
      problem={failed?.problem ?? null}
      email={failed?.email ?? ""}
    />
  );
}
