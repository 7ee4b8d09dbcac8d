import { createInstance, type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "./context.ts";
import type drawn from "./locales/drawn/id.json";
import type words from "./locales/id.json";

/** `drawn`: only for what the server draws; browsers never load it. */
export type Words = typeof words & { drawn: typeof drawn };
export type Translate = TFunction<"translation", undefined>;

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Words };
    returnNull: false;
  }
}

/** One language, already loaded, so that the first render never waits. */
export function createWords(language: Language, translation: object): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}
