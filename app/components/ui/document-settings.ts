import { createContext, useContext } from "react";
import type { Theme } from "../../context.ts";

/** What the document needs even where no loader could answer. */
type DocumentSettings = { nonce: string; theme: Theme };

const Settings = createContext<DocumentSettings>({ nonce: "", theme: "system" });

export const DocumentSettingsProvider = Settings.Provider;
export const useDocumentSettings = () => useContext(Settings);
