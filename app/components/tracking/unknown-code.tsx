import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Meaning } from "../../contracts/stages.ts";
import { MEANINGS } from "../../contracts/stages.ts";
import type { UnknownCode } from "../../contracts/tracking-views.ts";
import { useIsSent } from "../../hooks/use-is-sent.ts";
import { useMeaningWords } from "../../hooks/use-meaning-words.ts";
import { useSourceWords } from "../../hooks/use-source-words.ts";
import { fieldsOf, SelectField } from "../ui/fields.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { Moment } from "../ui/time.tsx";
import type { CodesPageProps } from "./codes-page.tsx";

type Failed = CodesPageProps["failed"];
type UnknownCodeProps = { unknown: UnknownCode; failed: Failed };

const ONLY_OUR_OWN: Meaning = "unknown";

/** What was sent about this very group. */
function sentAbout({ vocabulary, plainCode, plainText }: UnknownCode, failed: Failed) {
  const values = failed?.values ?? {};
  const isThis =
    values.vocabulary === vocabulary && values.code === plainCode && values.text === plainText;
  return isThis ? failed : null;
}

export function UnknownCodeCard({ unknown, failed }: UnknownCodeProps) {
  const { t } = useTranslation();
  const sourceWords = useSourceWords();
  const { rawCode, rawText, source, seen, parcels, lastSeen } = unknown;
  return (
    <li className="grid gap-x-6 gap-y-2 p-3 sm:px-4 lg:grid-cols-2">
      <div className="min-w-0">
        {rawCode && <p className="font-mono font-semibold break-all">{rawCode}</p>}
        {rawText && <p className="break-words">{rawText}</p>}
        <p className="text-dense text-muted">
          {sourceWords(source)} · {t("tracking.codes.seen", { count: seen })} ·{" "}
          {t("tracking.codes.parcels", { count: parcels })} · {t("tracking.codes.last")}{" "}
          <Moment at={lastSeen} zone="Asia/Jakarta" mode="relative" />
        </p>
      </div>
      {unknown.plainCode || unknown.plainText ? (
        <MapForm unknown={unknown} failed={sentAbout(unknown, failed)} />
      ) : (
        <p className="text-dense text-muted">{t("tracking.codes.nothing")}</p>
      )}
    </li>
  );
}

function MapForm({ unknown, failed }: UnknownCodeProps) {
  const { t } = useTranslation();
  const meaningWords = useMeaningWords();
  const field = fieldsOf(failed?.values ?? {}, failed?.problem ?? null);
  const isSent = useIsSent({
    vocabulary: unknown.vocabulary,
    code: unknown.plainCode,
    text: unknown.plainText,
  });
  return (
    <Form method="post" action="/tracking/codes" className="min-w-0 space-y-1.5">
      <input type="hidden" name="vocabulary" value={unknown.vocabulary} />
      <input type="hidden" name="code" value={unknown.plainCode} />
      <input type="hidden" name="text" value={unknown.plainText} />
      <MatchChoice unknown={unknown} chosen={field("match").value} />
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          {...field("meaning")}
          required
          label={t("tracking.codes.meaning")}
          className="flex-1 basis-44"
          options={[
            { value: "", text: t("tracking.codes.choose") },
            ...MEANINGS.filter((one) => one !== ONLY_OUR_OWN).map((value) => ({
              value,
              text: meaningWords(value),
            })),
          ]}
        />
        <SubmitButton pending={isSent} className="h-11 sm:h-9">
          {t("tracking.codes.map")}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** By which of the two it is known again; there may be only one. */
function MatchChoice({ unknown, chosen }: { unknown: UnknownCode; chosen: string }) {
  const { t } = useTranslation();
  const given = (
    [
      { match: "code", value: unknown.plainCode },
      { match: "text", value: unknown.plainText },
    ] as const
  ).filter(({ value }) => value !== "");
  return (
    <fieldset>
      <legend className="text-dense font-medium">{t("tracking.codes.match")}</legend>
      {given.map(({ match, value }, at) => (
        <label
          key={match}
          className="flex min-h-11 cursor-pointer items-center gap-2 text-dense sm:min-h-7"
        >
          <input
            type="radio"
            name="match"
            value={match}
            defaultChecked={chosen ? chosen === match : at === 0}
            className="radio radio-sm border-edge"
          />
          <span className="min-w-0">
            {t(`tracking.codes.by.${match}`)} <span className="font-mono break-all">{value}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
