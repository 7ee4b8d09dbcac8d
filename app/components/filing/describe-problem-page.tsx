import { Form, Link } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Category } from "../../contracts/categories.ts";
import type { Problem } from "../../contracts/errors.ts";
import { MAX_BODY } from "../../contracts/reports.ts";
import type { FilingParcel, ReadinessView, UploadView } from "../../contracts/views.ts";
import { UNREACHED } from "../../hooks/outbox-state.ts";
import { useUploads } from "../../hooks/use-uploads.ts";
import { FailureNote } from "../thread/failure-note.tsx";
import { FieldError } from "../ui/field-error.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { CategoryChoice } from "./category-choice.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { FiledParcels, LeftOutParcels } from "./filed-parcels.tsx";
import { ReadinessFields } from "./readiness-fields.tsx";
import { canBeFiled } from "./request-group.tsx";
import { useFilingDraft } from "./use-filing-draft.ts";

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

export function DescribeProblemPage(props: DescribeProblemPageProps) {
  const { parcels, readinessMissing, values, problem } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const filed = parcels.filter(canBeFiled);
  const held = (isHandover: boolean) =>
    props.uploads.filter((upload) => (upload.purpose === "handover") === isHandover);
  const handover = useUploads(held(true));
  const ready = useUploads(held(false));
  useFilingDraft({ form, parcels: filed, restore: problem === null });
  const [isOffline, setIsOffline] = useState(false);
  const isUploading = handover.isBusy || ready.isBusy;
  const errors = problem?.fields ?? {};
  const proposed = filed[0]?.proposal?.category ?? "belum_pickup";
  // A failed navigation would replace the page and take the chosen photos with it.
  const onSubmit = (event: FormEvent) => {
    setIsOffline(!navigator.onLine);
    if (isUploading || !navigator.onLine) event.preventDefault();
  };

  return (
    <div className="mx-auto max-w-3xl px-3 pt-4 pb-28 sm:px-4 [&_:is(a,button,input,label,textarea)]:scroll-mb-24">
      <PageHead />
      {problem && <TopProblem problem={problem} />}
      <LeftOutParcels parcels={parcels.filter((parcel) => !canBeFiled(parcel))} />
      {filed.length === 0 ? (
        <p className="mt-4">{t("filing.describe.none")}</p>
      ) : (
        <Form
          ref={form}
          method="post"
          action="/pickup-problem/new"
          encType="multipart/form-data"
          onSubmit={onSubmit}
          className="group/filing mt-4 space-y-6"
        >
          <input type="hidden" name="clientId" value={values.clientId} />
          <FiledParcels parcels={filed} />
          <CategoryChoice
            parcels={filed}
            chosen={values.category ?? proposed}
            error={errors.category}
          />
          <EvidenceFields handover={handover} ready={ready} errors={errors} />
          <BodyField value={values.body} error={errors.body} />
          <ReadinessFields values={values.readiness} missing={readinessMissing} errors={errors} />
          {isOffline && <FailureNote error={UNREACHED} />}
          <SubmitBar count={filed.length} isUploading={isUploading} />
        </Form>
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

/** The focus goes to what went wrong, each time something did. */
function TopProblem({ problem }: { problem: Problem }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new problem takes the focus.
  useEffect(() => box.current?.focus(), [problem]);
  return (
    <div ref={box} tabIndex={-1} className="mb-4 outline-none">
      <ProblemNote problem={problem} />
    </div>
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

function SubmitBar({ count, isUploading }: { count: number; isUploading: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-base-300 bg-base-100 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-0">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-x-3 gap-y-1 sm:px-4">
        <p role="status" className="min-w-0 flex-1 text-dense text-muted">
          {isUploading ? t("thread.composer.busy") : t("filing.describe.draft")}
        </p>
        <SubmitButton pendingText={t("filing.describe.pending")} className="min-w-36">
          {t("filing.describe.submit", { count })}
        </SubmitButton>
      </div>
    </div>
  );
}
