import type { ClientLoaderFunctionArgs } from "@remix-run/react";

/** No answer at all, or one that says that the server is not well. */
const isOutage = (error: unknown) =>
  error instanceof Response ? error.status >= 500 : error instanceof Error;

/**
 * A client loader for pages that renew themselves. Where a renewal does not get through, the page
 * stays as it was, with everything typed into it, instead of giving way to the failure page.
 * @param placeOf what makes two addresses the same page.
 */
export function keepLastLoaded(placeOf: (url: URL) => string) {
  let last: { place: string; data: unknown } | undefined;
  const clientLoader = async ({ request, serverLoader }: ClientLoaderFunctionArgs) => {
    const place = placeOf(new URL(request.url));
    try {
      const data = await serverLoader();
      last = { place, data };
      return data;
    } catch (error) {
      if (last?.place === place && isOutage(error)) return last.data;
      throw error;
    }
  };
  // Called over the server's markup too, without a request, so that it knows what is shown.
  return Object.assign(clientLoader, { hydrate: true as const });
}
