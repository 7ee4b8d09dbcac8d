import { createWords } from "./i18n.ts";
import drawnEn from "./locales/drawn/en.json";
import drawnId from "./locales/drawn/id.json";
import en from "./locales/en.json";
import id from "./locales/id.json";

/** Both languages, made once, with the words that only the server ever says. */
export const words = {
  id: createWords("id", { ...id, drawn: drawnId }),
  en: createWords("en", { ...en, drawn: drawnEn }),
};
