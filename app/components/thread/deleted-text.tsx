import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { FormerText } from "../../contracts/thread-views.ts";
import { fetchAnswer } from "../../hooks/fetch-answer.ts";
import { FormerTexts } from "./former-texts.tsx";

const isTexts = (value: unknown): value is FormerText[] => Array.isArray(value);

/** Asked for only when somebody opens it: it is no part of the thread that everybody gets. */
export default function DeletedText({ url, zone }: { url: string; zone: TimeZone }) {
  const { t } = useTranslation();
  const [texts, setTexts] = useState<FormerText[] | "loading" | "failed">("loading");
  const ask = async () => {
    setTexts("loading");
    const answer = await fetchAnswer(url, {}, isTexts);
    setTexts(answer.type === "given" ? answer.value : "failed");
  };
  return (
    <details
      className="js-only mt-1 text-xs"
      onToggle={({ currentTarget }) => currentTarget.open && void ask()}
    >
      <summary className="inline-block cursor-pointer underline">
        {t("thread.change.former")}
      </summary>
      {typeof texts === "string" ? (
        <p role="status" className="mt-1">
          {t(texts === "failed" ? "thread.change.formerFailed" : "thread.change.formerLoading")}
        </p>
      ) : (
        <FormerTexts texts={texts} zone={zone} />
      )}
    </details>
  );
}
