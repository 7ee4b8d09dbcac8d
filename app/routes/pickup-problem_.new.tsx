import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChooseParcelsPage } from "#app/components/filing/choose-parcels-page.tsx";
import { DescribeProblemPage } from "#app/components/filing/describe-problem-page.tsx";
import { FileReport } from "#app/contracts/reports.schema.ts";
import { onlyIds, splitResi } from "#app/contracts/text.schema.ts";
import { chooseParcels } from "#app/domain/reports/choose-parcels.server.ts";
import { describeFiling } from "#app/domain/reports/describe-filing.server.ts";
import { type FiledReport, fileReports } from "#app/domain/reports/file-reports.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { type FailedFiling, filingValues, listOf } from "#app/http/filing-values.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load, respondToForm } from "#app/http/respond.server.ts";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const params = new URL(request.url).searchParams;
    const parcelIds = onlyIds(params.getAll("parcel"));
    if (parcelIds.length > 0) {
      const filing = await describeFiling(context, actor, { parcelIds, uploadIds: [] });
      const [only, second] = filing.parcels;
      if (only?.openReport && !second) throw redirect(`/pickup-problem/${only.openReport}`);
      return {
        step: "describe" as const,
        ...filing,
        values: filingValues({}, filing.readiness),
        problem: null,
      };
    }
    const resi = params.get("resi") ?? "";
    const q = params.get("q") ?? "";
    const choice = await chooseParcels(context, actor, {
      resi: splitResi(resi || q),
      after: params.get("after") ?? undefined,
    });
    const found = choice.requests.flatMap((one) => one.parcels);
    if (resi && found.length > 0 && choice.requests.length === 1 && choice.unknown.length === 0) {
      throw redirect(
        `/pickup-problem/new?${found.map((parcel) => `parcel=${parcel.id}`).join("&")}`,
      );
    }
    return { step: "choose" as const, ...choice, resi, q, unknown: resi ? choice.unknown : [] };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);

export const action = ({ request, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: true,
    work: async (actor, form) => fileReports(context, actor, form.parse(FileReport)),
    next: (filed) => `/pickup-problem/${(filed as FiledReport[])[0]?.code}`,
    again: async (actor, sent) => {
      const filing = await describeFiling(context, actor, {
        parcelIds: onlyIds(listOf(sent.parcel)),
        uploadIds: onlyIds(listOf(sent.upload)),
      });
      return { ...filing, values: filingValues(sent, filing.readiness) };
    },
  });

export default function FilingRoute() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData() as FailedFiling | undefined;
  if (failed) return <DescribeProblemPage {...failed} />;
  return page.step === "describe" ? (
    <DescribeProblemPage {...page} />
  ) : (
    <ChooseParcelsPage {...page} />
  );
}
