import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { DocumentSettingsProvider } from "./components/ui/document-settings.ts";
import type { Language, Theme } from "./context.ts";
import { createWords } from "./i18n.ts";

const loadWords: Record<Language, () => Promise<{ default: object }>> = {
  id: () => import("./locales/id.json"),
  en: () => import("./locales/en.json"),
};

async function hydrate() {
  const { lang, dataset } = document.documentElement;
  const language: Language = lang === "en" ? "en" : "id";
  const words = await loadWords[language]();
  // Browsers hide the nonce from scripts as an empty string, so hydration must expect exactly that.
  const settings = { nonce: "", theme: (dataset.theme as Theme | undefined) ?? "system" };
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={createWords(language, words.default)}>
          <DocumentSettingsProvider value={settings}>
            <RemixBrowser />
          </DocumentSettingsProvider>
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

hydrate();
