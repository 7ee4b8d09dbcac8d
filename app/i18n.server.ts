import { createWords } from "./i18n.ts";
import en from "./locales/en.json";
import id from "./locales/id.json";

/** Both languages, made once. */
export const words = { id: createWords("id", id), en: createWords("en", en) };
