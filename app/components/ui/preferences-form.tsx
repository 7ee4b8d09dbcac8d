import { useLocation } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import { useTranslation } from "react-i18next";
import type { Language, Theme } from "../../context.ts";
import { useDocumentSettings } from "./document-settings.ts";

const LANGUAGES: readonly Language[] = ["id", "en"];
const THEMES: readonly Theme[] = ["light", "dark", "system"];

/** Plain forms: a new language or theme is a new document. */
export function PreferencesForm() {
  const { t, i18n } = useTranslation();
  const { theme } = useDocumentSettings();
  return (
    <div className="space-y-3">
      <Choice
        name="language"
        label={t("preference.language")}
        current={i18n.language}
        options={LANGUAGES.map((value) => ({ value, text: t(`preference.${value}`), lang: value }))}
      />
      <Choice
        name="theme"
        label={t("preference.theme")}
        current={theme}
        options={THEMES.map((value) => ({ value, text: t(`preference.${value}`) }))}
      />
    </div>
  );
}

type ChoiceProps = {
  name: "language" | "theme";
  label: string;
  current: string;
  options: { value: string; text: string; lang?: string }[];
};

function Choice({ name, label, current, options }: ChoiceProps) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset>
        <legend className="px-2 pb-1 text-xs font-semibold text-muted">{label}</legend>
        {options.map(({ value, text, lang }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === current}
            className="menu-line"
          >
            <Check
              aria-hidden="true"
              className={`size-4 text-primary ${value === current ? "" : "invisible"}`}
            />
            {text}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
