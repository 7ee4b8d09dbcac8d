import Tag from "lucide-react/icons/tag";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Category } from "../../contracts/categories.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { ActionDisclosure } from "./action-disclosure.tsx";
import { FailureNote } from "./failure-note.tsx";

type CategoryChangeProps = { code: string; categories: Category[] };

/** CS knows better than the rules, and says why. */
export function CategoryChange({ code, categories }: CategoryChangeProps) {
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { onSubmit, isSending, error } = useFormPost(() => {
    form.current?.reset();
    form.current?.closest("details")?.removeAttribute("open");
  });
  return (
    <ActionDisclosure name={t("thread.category.open")} Icon={Tag} look="btn-ghost">
      <form
        ref={form}
        method="post"
        action={`/pickup-problem/${code}/category`}
        onSubmit={onSubmit}
        className="space-y-2"
      >
        <p className="text-dense text-muted">{t("thread.category.hint")}</p>
        <label htmlFor={`${id}to`} className="block text-dense font-medium">
          {t("thread.category.to")}
        </label>
        <select
          id={`${id}to`}
          name="category"
          required
          defaultValue=""
          className="select w-full pointer-coarse:min-h-11"
        >
          <option value="">{t("thread.category.choose")}</option>
          {categories.map((category) => (
            <option key={category} value={category}>
              {t(`category.${category}.label`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}why`} className="block text-dense font-medium">
          {t("thread.category.reason")}
        </label>
        <textarea
          id={`${id}why`}
          name="reason"
          rows={2}
          maxLength={500}
          required
          className="textarea w-full"
        />
        <button
          type="submit"
          aria-disabled={isSending}
          className="btn btn-sm btn-primary w-full pointer-coarse:min-h-11"
        >
          {isSending ? t("thread.composer.sending") : t("thread.category.submit")}
        </button>
        {error && <FailureNote error={error} />}
      </form>
    </ActionDisclosure>
  );
}
