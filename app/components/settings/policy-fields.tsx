import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { RuleValues } from "../../contracts/settings-views.ts";
import { FieldError } from "../ui/field-error.tsx";
import { fieldsOf, TextField, TickField } from "../ui/fields.tsx";
import { FieldGroup } from "./field-group.tsx";
import { WeekdayField } from "./weekday-field.tsx";

type PolicyFieldsProps = { values: RuleValues; problem: Problem | null };

export function PolicyFields(props: PolicyFieldsProps) {
  return (
    <>
      <DayFields {...props} />
      <LimitFields {...props} />
      <WarningFields {...props} />
    </>
  );
}

function DayFields({ values, problem }: PolicyFieldsProps) {
  const { t } = useTranslation();
  const field = fieldsOf(values, problem);
  return (
    <FieldGroup title={t("settings.policy.days")}>
      <TextField
        {...field("cutoff")}
        maxLength={5}
        placeholder="16.00"
        label={t("settings.policy.cutoff")}
        hint={t("settings.policy.cutoffHint")}
      />
      <TextField
        {...field("opening")}
        required
        maxLength={5}
        placeholder="08.00"
        label={t("settings.policy.opening")}
      />
      <TextField
        {...field("targetDays")}
        required
        inputMode="numeric"
        maxLength={2}
        label={t("settings.policy.targetDays")}
        hint={t("settings.policy.targetDaysHint")}
      />
      <div className="sm:col-span-2 lg:col-span-3">
        <WeekdayField
          name="operatingDays"
          label={t("settings.policy.operatingDays")}
          values={values.operatingDays}
          error={problem?.fields.operatingDays}
        />
      </div>
      <TextField
        {...field("hours")}
        maxLength={200}
        placeholder="08.00-12.00, 13.00-17.00"
        label={t("settings.policy.hours")}
        hint={t("settings.policy.hoursHint")}
        className="sm:col-span-2"
      />
      <div className="flex items-center">
        <TickField
          name="jointLeaveCloses"
          value="on"
          label={t("settings.policy.jointLeave")}
          isTicked={values.jointLeaveCloses === "on"}
        />
      </div>
    </FieldGroup>
  );
}

function LimitFields({ values, problem }: PolicyFieldsProps) {
  const { t } = useTranslation();
  const field = fieldsOf(values, problem);
  return (
    <FieldGroup title={t("settings.policy.limit")}>
      <LimitKind name="day" values={values} />
      <TextField
        {...field("limitDays")}
        inputMode="numeric"
        maxLength={2}
        label={t("settings.policy.limitDays")}
        hint={t("settings.policy.limitDaysHint")}
      />
      <TextField
        {...field("limitAt")}
        maxLength={5}
        placeholder="20.00"
        label={t("settings.policy.limitAt")}
      />
      <LimitKind name="minutes" values={values} />
      <TextField
        {...field("limitMinutes")}
        inputMode="numeric"
        maxLength={5}
        label={t("settings.policy.limitMinutes")}
      />
      <FieldError id="limit-kind-error" code={problem?.fields.limitKind} />
    </FieldGroup>
  );
}

function LimitKind({ name, values }: { name: "day" | "minutes"; values: RuleValues }) {
  const { t } = useTranslation();
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 sm:col-span-2 sm:min-h-9 lg:col-span-1 lg:col-start-1 lg:mt-5 lg:self-start">
      <input
        type="radio"
        name="limitKind"
        value={name}
        defaultChecked={values.limitKind === name}
        className="radio radio-sm border-edge"
      />
      {t(`settings.policy.limitKind.${name}`)}
    </label>
  );
}

const COUNTS = [
  { name: "warnPercent", required: true },
  { name: "warnBeforeMinutes", required: true },
  { name: "autoCancelDays", required: false },
  { name: "silentScanMinutes", required: true },
] as const;

function WarningFields({ values, problem }: PolicyFieldsProps) {
  const { t } = useTranslation();
  const field = fieldsOf(values, problem);
  return (
    <FieldGroup title={t("settings.policy.warning")}>
      {COUNTS.map(({ name, required }) => (
        <TextField
          key={name}
          {...field(name)}
          required={required}
          inputMode="numeric"
          maxLength={5}
          label={t(`settings.policy.${name}`)}
          hint={t(`settings.policy.${name}Hint`)}
        />
      ))}
    </FieldGroup>
  );
}
