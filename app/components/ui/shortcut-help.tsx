import X from "lucide-react/icons/x";
import { useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { areShortcutsOn, SHORTCUTS, setShortcutsOn } from "../../hooks/shortcut-keys.ts";

/** All keys, and the switch for those who speak to their device or use a screen reader. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  // Outside the menu, which hides what is in it when it closes.
  return createPortal(
    <dialog
      ref={box}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded-box border border-base-300 bg-base-100 p-4 text-base-content shadow-lg backdrop:bg-black/40"
    >
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 id={id} className="text-base font-semibold">
          {t("shortcut.title")}
        </h2>
        <button
          type="button"
          className="btn btn-ghost btn-sm btn-square"
          aria-label={t("action.close")}
          onClick={() => box.current?.close()}
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5">
        {SHORTCUTS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="kbd kbd-sm min-w-7">{key}</kbd>
            </dt>
            <dd>{t(`shortcut.key.${key}`)}</dd>
          </div>
        ))}
        <dt>
          <kbd className="kbd kbd-sm">Ctrl</kbd> <kbd className="kbd kbd-sm">Enter</kbd>
        </dt>
        <dd>{t("shortcut.send")}</dd>
      </dl>
      <OnOff />
    </dialog>,
    document.body,
  );
}

function OnOff() {
  const { t } = useTranslation();
  const [isOn, setIsOn] = useState(areShortcutsOn);
  return (
    <label className="mt-3 flex cursor-pointer items-center gap-2 border-t border-base-300 pt-3">
      <input
        type="checkbox"
        className="checkbox checkbox-sm border-edge"
        checked={isOn}
        onChange={({ currentTarget }) => {
          setShortcutsOn(currentTarget.checked);
          setIsOn(currentTarget.checked);
        }}
      />
      <span>
        {t("shortcut.on")}
        <span className="block text-dense text-muted">{t("shortcut.onHint")}</span>
      </span>
    </label>
  );
}
