import { useState } from "react";
import { useTranslation } from "react-i18next";

type CopyState = "copy" | "copied" | "copyFailed";

export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<CopyState>("copy");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("copyFailed");
    }
  };
  return (
    <button type="button" className="btn btn-ghost btn-sm pointer-coarse:min-h-11" onClick={copy}>
      <span aria-live="polite">{t(`action.${state}`)}</span>
    </button>
  );
}
