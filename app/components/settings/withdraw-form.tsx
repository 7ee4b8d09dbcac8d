import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

type WithdrawFormProps = { action: string; id: string; what: string };

/** Shows what taking a rule back would do; the preview has the button that does it. */
export function WithdrawForm({ action, id, what }: WithdrawFormProps) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={action} className="shrink-0">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="intent" value="preview" />
      <button
        type="submit"
        aria-label={t("settings.withdrawWhat", { what })}
        className="btn btn-sm pointer-coarse:min-h-11"
      >
        {t("settings.withdraw")}
      </button>
    </Form>
  );
}
