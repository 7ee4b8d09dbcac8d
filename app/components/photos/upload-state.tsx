import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import Clock from "lucide-react/icons/clock";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";
import { BUSY, LIMITED, SIGNED_OUT, UNREACHED } from "../../hooks/retry-state.ts";
import { useProblemWords } from "../../hooks/use-problem-words.ts";

type UploadStateProps = { item: PhotoItem; name: string };

/** Why a photo was not taken and what to do, in sentences. */
export function UploadRefusal({ error }: Pick<PhotoItem, "error">) {
  const words = useProblemWords();
  return (
    <Line Icon={CircleAlert} tone="text-error" role="alert">
      {error && words.sentence(error.code, error.params)}
    </Line>
  );
}

/** How far a photo has come, in a line. */
export function UploadState({ item, name }: UploadStateProps) {
  const { t } = useTranslation();
  const { state, progress, upload } = item;
  if (state === "uploading") {
    return (
      <progress
        className="progress progress-primary h-1.5 w-full"
        value={progress}
        max="100"
        aria-label={t("thread.uploads.progress", { name, progress })}
      />
    );
  }
  if (state !== "done") return <Waiting item={item} />;
  if (upload?.state === "waiting") return <Line Icon={Clock}>{t("photo.stored")}</Line>;
  return (
    <Line Icon={Check} tone="text-success">
      {upload?.label?.state === "matches" ? t("photo.matches") : t("thread.uploads.done")}
    </Line>
  );
}

function Waiting({ item: { state, error } }: Pick<UploadStateProps, "item">) {
  const { t } = useTranslation();
  if (state === "preparing") return <Line Icon={Clock}>{t("photo.preparing")}</Line>;
  const tone = error ? "text-warning" : undefined;
  const words = {
    [UNREACHED.code]: t("photo.unreached"),
    [BUSY.code]: t("photo.busy"),
    [LIMITED.code]: t("photo.limited"),
    [SIGNED_OUT.code]: t("photo.signedOut"),
  };
  return (
    <Line Icon={Clock} tone={tone}>
      {words[error?.code ?? ""] ?? t("photo.inLine")}
    </Line>
  );
}

type LineProps = {
  Icon: typeof Check;
  tone?: string;
  role?: "alert";
  children: ReactNode;
};

const Line = ({ Icon, tone = "text-muted", role, children }: LineProps) => (
  <p role={role} className={`flex gap-1 ${tone}`}>
    <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
    <span className="min-w-0">{children}</span>
  </p>
);
