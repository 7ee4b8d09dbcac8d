import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/domain/errors.server.ts";
import { load } from "#app/http/respond.server.ts";

export const loader = ({ context }: LoaderFunctionArgs) =>
  load(context, async () => {
    throw notFound();
  });

export default function NoSuchPage() {
  return null;
}
