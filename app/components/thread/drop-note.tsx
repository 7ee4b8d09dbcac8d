import ImagePlus from "lucide-react/icons/image-plus";
import { useTranslation } from "react-i18next";

/** Over the whole thread while photos hang above it. */
export function DropNote() {
  const { t } = useTranslation();
  return (
    <div className="pointer-events-none absolute inset-1 z-20 grid place-items-center rounded-box border-2 border-dashed border-primary bg-base-100/80">
      <p className="flex items-center gap-2 rounded-box bg-base-100 px-4 py-2 font-semibold text-primary shadow-md">
        <ImagePlus aria-hidden="true" className="size-5" />
        {t("thread.uploads.drop")}
      </p>
    </div>
  );
}
