import ImagePlus from "lucide-react/icons/image-plus";
import { useTranslation } from "react-i18next";

/** Over the whole thread while photos hang above it; beside the composer, what was not taken. */
export function DropNote({ isOver, refused }: { isOver: boolean; refused: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {isOver && (
        <div className="pointer-events-none absolute inset-1 z-20 grid place-items-center rounded-box border-2 border-dashed border-primary bg-base-100/80">
          <p className="flex items-center gap-2 rounded-box bg-base-100 px-4 py-2 font-semibold text-primary shadow-md">
            <ImagePlus aria-hidden="true" className="size-5" />
            {t("thread.uploads.drop")}
          </p>
        </div>
      )}
      <p
        role="status"
        className={refused.length > 0 ? "bg-base-100 px-4 pt-2 text-dense text-error" : "sr-only"}
      >
        {refused.length > 0 && t("thread.uploads.notPhotos", { names: refused.join(", ") })}
      </p>
    </>
  );
}
