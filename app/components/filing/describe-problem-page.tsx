import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Category } from "../../contracts/categories.ts";
import type { Problem } from "../../contracts/errors.ts";
import type { FilingParcel } from "../../contracts/filing-views.ts";
import { MAX_BODY } from "../../contracts/reports.ts";
import type { ReadinessView, UploadView } from "../../contracts/views.ts";
import { FieldError } from "../ui/field-error.tsx";
import { FocusedProblem } from "../ui/focused-problem.tsx";
import { CategoryChoice } from "./category-choice.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { FiledParcels, LeftOutParcels } from "./filed-parcels.tsx";
import { ReadinessFields } from "./readiness-fields.tsx";
import { canBeFiled } from "./request-group.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useFiling } from "./use-filing.ts";

export type FilingValues = {
  /** Null: the proposed one is preselected. */
  category: Category | null;
  body: string;
  readiness: ReadinessView;
  /** A uuid; the same one again when the form comes back with a problem. */
  clientId: string;
};

export type DescribeProblemPageProps = {
  parcels: FilingParcel[];
  readinessMissing: (keyof ReadinessView)[];
  /** Photos that the server already holds for this filing. */
  uploads: UploadView[];
  values: FilingValues;
  problem: Problem | null;
};

/** Other parcels are another form: nothing typed for the ones before may linger. */
export const DescribeProblemPage = (props: DescribeProblemPageProps) => (
  <OneFiling key={props.parcels.map((parcel) => parcel.id).join()} {...props} />
);

function OneFiling(props: DescribeProblemPageProps) {
  const { parcels, readinessMissing, values } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const filed = parcels.filter(canBeFiled);
  const filing = useFiling({ ...props, parcels: filed }, form);
  const { problem, handover, ready, clientId, onSubmit } = filing;
  const errors = problem?.fields ?? {};
  const proposed = filed[0]?.proposal?.category ?? "belum_pickup";

  return (
    <div className="mx-auto max-w-3xl px-3 pt-4 pb-28 sm:px-4 [&_:is(a,button,input,label,textarea)]:scroll-mb-24">
      <PageHead />
      {problem && (
        <div className="mb-4">
          <FocusedProblem problem={problem} />
        </div>
      )}
      <LeftOutParcels parcels={parcels.filter((parcel) => !canBeFiled(parcel))} />
      {filed.length === 0 ? (
        <p className="mt-4">{t("filing.describe.none")}</p>
      ) : (
        <form
          ref={form}
          method="post"
          action="/pickup-problem/new"
          encType="multipart/form-data"
          onSubmit={onSubmit}
          className="group/filing mt-4 space-y-6"
        >
          <input type="hidden" name="clientId" value={clientId} />
          <FiledParcels parcels={filed} />
          <CategoryChoice parcels={filed} chosen={values.category ?? proposed} problem={problem} />
          <EvidenceFields
            {...{ handover, ready, errors }}
            resi={filed.length === 1 ? filed[0]?.resi : undefined}
          />
          <BodyField value={values.body} error={errors.body} />
          <ReadinessFields values={values.readiness} missing={readinessMissing} errors={errors} />
          <SubmitBar count={filed.length} {...filing} />
        </form>
      )}
    </div>
  );
}

function PageHead() {
  const { t } = useTranslation();
  return (
    <header className="mb-4">
      <p className="flex items-baseline justify-between gap-3 text-dense text-muted">
        {t("filing.step", { n: 2 })}
        <Link to="/pickup-problem/new" className="link">
          {t("filing.describe.back")}
        </Link>
      </p>
      <h1 className="text-xl font-semibold tracking-tight">{t("filing.describe.title")}</h1>
    </header>
  );
}

function BodyField({ value, error }: { value: string; error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <div>
      <label htmlFor="filing-body" className="block font-semibold">
        {t("filing.describe.body")}
      </label>
      <p id="filing-body-hint" className="mb-1 text-dense text-muted">
        {t("filing.describe.bodyHint")}
      </p>
      <textarea
        id="filing-body"
        name="body"
        rows={3}
        maxLength={MAX_BODY}
        defaultValue={value}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? "filing-body-error filing-body-hint" : "filing-body-hint"}
        className="textarea field-sizing-content max-h-60 min-h-20 w-full"
      />
      <FieldError id="filing-body-error" code={error} />
    </div>
  );
}
