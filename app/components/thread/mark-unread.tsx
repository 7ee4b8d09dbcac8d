import { useLocation, useNavigate } from "@remix-run/react";
import MailOpen from "lucide-react/icons/mail-open";
import { useTranslation } from "react-i18next";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { FailureNote } from "./failure-note.tsx";

/** Leaves the thread too: who stays is reading it. */
export function MarkUnread({ code }: { code: string }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { onSubmit, error } = useFormPost(() => navigate(`/pickup-problem${search}`));
  return (
    <form
      method="post"
      action={`/pickup-problem/${code}/unread`}
      onSubmit={onSubmit}
      className="ms-auto -my-1"
    >
      <button
        type="submit"
        data-mark-unread
        title={t("thread.markUnread")}
        aria-label={t("thread.markUnread")}
        className="btn btn-ghost btn-xs btn-square pointer-coarse:size-9"
      >
        <MailOpen aria-hidden="true" className="size-4" />
      </button>
      {error && (
        <div className="absolute inset-x-0 top-full z-20">
          <FailureNote error={error} />
        </div>
      )}
    </form>
  );
}
