import { useTranslation } from "react-i18next";
import type { Problem } from "../contracts/errors.ts";
import { CATEGORY_REFUSALS, type CategoryRefusal } from "../contracts/filing-views.ts";
import { MAX_PHOTOS_AN_ENTRY } from "../contracts/reports.ts";
import { TIME_ZONES, type TimeZone } from "../contracts/services.ts";
import { STAGES, type Stage } from "../contracts/stages.ts";
import { type TimeWords, useTimeWords } from "./use-time-words.ts";

type Params = Problem["params"];
type StageWords = (stage: Stage) => string;

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DEFAULT_ZONE: TimeZone = "Asia/Jakarta";

/** Sentences for what the server refused; an unknown code still gets an honest one. */
export function useProblemWords() {
  const { t, i18n } = useTranslation();
  const time = useTimeWords();
  const worded = (params: Params) => wordParams(params, time, (stage) => t(`stage.${stage}`));

  const sentence = (code: string, params: Params = {}): string => {
    // A field's refusal of a category has its words beside the categories.
    const key = code.startsWith("refusal.") ? code : `error.${code}`;
    // Codes arrive as plain strings, so their type cannot prove the key.
    return i18n.exists(key)
      ? t(key as "error.unexpected", worded({ max: MAX_PHOTOS_AN_ENTRY, ...params }))
      : t("error.unexpected");
  };
  const refusal = (reason: CategoryRefusal, params: Params = {}): string =>
    t(`refusal.${reason}`, worded(params));

  return {
    sentence,
    refusal,
    problem({ code, params }: Problem): string {
      const reason = CATEGORY_REFUSALS.find((each) => each === params.reason);
      return code === "category.refused" && reason
        ? refusal(reason, params)
        : sentence(code, params);
    },
  };
}

function wordParams(params: Params, time: TimeWords, stageWords: StageWords): Params {
  const zone = TIME_ZONES.find((each) => each === params.zone) ?? DEFAULT_ZONE;
  const word = (value: string | number): string | number => {
    if (typeof value !== "string") return value;
    const stage = STAGES.find((each) => each === value);
    if (stage) return stageWords(stage);
    return ISO_INSTANT.test(value) ? time.absolute(value, zone) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(value)]));
}
