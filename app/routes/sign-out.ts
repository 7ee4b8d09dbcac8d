import { type ActionFunctionArgs, redirect } from "@remix-run/node";

export async function action({ request, context }: ActionFunctionArgs) {
  const cookies = await context.accounts.signOut(request.headers.get("cookie"));
  return redirect("/sign-in", {
    headers: cookies.map((cookie): [string, string] => ["set-cookie", cookie]),
  });
}
