import { useTranslation } from "react-i18next";
import { ANY_PICTURE } from "./accepted.ts";

type ReplaceButtonProps = { name: string; onReplace: (file: File) => void };

export function ReplaceButton({ name, onReplace }: ReplaceButtonProps) {
  const { t } = useTranslation();
  return (
    <label className="btn btn-sm pointer-coarse:min-h-11 has-focus-visible:outline-2 has-focus-visible:outline-primary">
      {t("photo.replace")}
      <input
        type="file"
        accept={ANY_PICTURE}
        aria-label={t("photo.replaceThis", { name })}
        className="sr-only"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onReplace(file);
        }}
      />
    </label>
  );
}
