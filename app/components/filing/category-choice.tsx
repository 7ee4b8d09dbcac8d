import { useTranslation } from "react-i18next";
import { CATEGORIES, type Category } from "../../contracts/categories.ts";
import type { Problem } from "../../contracts/errors.ts";
import type { FilingParcel } from "../../contracts/filing-views.ts";
import { useRefusalWords } from "../../hooks/use-refusal-words.ts";
import { FieldError } from "../ui/field-error.tsx";

type CategoryChoiceProps = {
  parcels: FilingParcel[];
  chosen: Category;
  problem: Problem | null;
};

/** Radio buttons stay open to every choice; the server is the one that refuses. */
export function CategoryChoice({ parcels, chosen, problem }: CategoryChoiceProps) {
  const { t } = useTranslation();
  const error = problem?.fields.category;
  return (
    <fieldset aria-describedby={error && "category-error"}>
      <legend className="mb-2 font-semibold">{t("filing.describe.category")}</legend>
      <div className="grid gap-2">
        {CATEGORIES.map((category) => (
          <CategoryCard
            key={category}
            category={category}
            parcels={parcels}
            isChosen={category === chosen}
          />
        ))}
      </div>
      <FieldError id="category-error" code={error} params={problem?.params} />
    </fieldset>
  );
}

type CategoryCardProps = { category: Category; parcels: FilingParcel[]; isChosen: boolean };

function CategoryCard({ category, parcels, isChosen }: CategoryCardProps) {
  const { t } = useTranslation();
  const refusals = useCategoryRefusals(category, parcels);
  const isRefused = refusals.length > 0;
  const isProposed = parcels.some(({ proposal }) => proposal?.category === category);
  const reason = parcels.find(({ proposal }) => proposal?.category === category)?.proposal?.reason;
  return (
    <label
      className={`flex cursor-pointer items-start gap-3 rounded-box border bg-base-100 p-3 has-checked:border-primary has-checked:bg-tint-primary has-focus-visible:outline-2 has-focus-visible:outline-primary ${isRefused ? "border-dashed border-edge" : "border-base-300"}`}
    >
      <input
        type="radio"
        name="category"
        value={category}
        data-handover={category === "scan_issue" || undefined}
        required
        defaultChecked={isChosen}
        aria-describedby={`category-${category}`}
        className="radio radio-primary radio-sm mt-0.5"
      />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{t(`category.${category}.label`)}</span>
          {isProposed && (
            <span className="text-dense font-semibold text-primary">
              {t("filing.describe.proposed")}
            </span>
          )}
        </span>
        <span id={`category-${category}`} className="block text-dense text-muted">
          {reason ? t(`filing.describe.reason.${reason}`) : t(`category.${category}.help`)}
          {isRefused && (
            <span className="mt-1 block text-base-content">
              <strong className="font-semibold">{t("filing.describe.refused")}.</strong>{" "}
              {refusals.join(" ")}
            </span>
          )}
        </span>
      </span>
    </label>
  );
}

/** A missing photo is asked for below, so it is no reason against the category yet. */
function useCategoryRefusals(category: Category, parcels: FilingParcel[]): string[] {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const refused = parcels.flatMap((parcel) => {
    const choice = parcel.choices.find((each) => each.category === category);
    if (!choice || choice.allowed || choice.reason === "handover_required") return [];
    return [{ resi: parcel.resi, reason: words(choice, parcel) }];
  });
  const reasons = new Set(refused.map(({ reason }) => reason));
  if (refused.length === parcels.length && reasons.size === 1) return [...reasons];
  return refused.map((each) => t("filing.describe.some", each));
}
