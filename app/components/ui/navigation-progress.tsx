import { useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Lies over the page, so nothing moves when it comes and goes. */
export function NavigationProgress() {
  const { t } = useTranslation();
  const { state } = useNavigation();
  return (
    <div role="status">
      {state !== "idle" && (
        <>
          <div aria-hidden="true" className="nav-progress" />
          <span className="sr-only">{t("nav.loading")}</span>
        </>
      )}
    </div>
  );
}
