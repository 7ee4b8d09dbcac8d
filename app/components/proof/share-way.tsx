import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** For who has one hand-over photo for many resi, where they would begin to send it one by one. */
export function ShareWay({ className }: { className: string }) {
  const { t } = useTranslation();
  return (
    <p className={`text-dense text-muted ${className}`}>
      {t("proof.way")}{" "}
      <Link to="/proofs/new" className="link">
        {t("proof.list.new")}
      </Link>
    </p>
  );
}
