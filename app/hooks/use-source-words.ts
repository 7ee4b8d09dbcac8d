import { useTranslation } from "react-i18next";
import { TRACKING_SOURCE_NAMES } from "../contracts/tracking.ts";

/** Names of senders; one that is not known by name stands as it is. */
export function useSourceWords(): (source: string) => string {
  const { t } = useTranslation();
  return (source) => {
    const known = TRACKING_SOURCE_NAMES.find((name) => name === source);
    return known ? t(`trackingSource.${known}`) : source;
  };
}
