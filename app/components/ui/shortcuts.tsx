import Keyboard from "lucide-react/icons/keyboard";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLatePart } from "../../hooks/use-late-part.ts";

const loadHelp = () => import("./shortcut-help.tsx");

/** The line in the menu, and the keys themselves. */
export function Shortcuts() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const ShortcutHelp = useLatePart(loadHelp, isOpen);

  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    // The keys are there again with the next page where their code did not come.
    import("./press-shortcut.ts").then(
      ({ listenToKeys }) => {
        if (!isGone) stop = listenToKeys(() => setIsOpen(true));
      },
      () => {},
    );
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  return (
    <>
      <button type="button" className="menu-line js-only" onClick={() => setIsOpen(true)}>
        <Keyboard aria-hidden="true" className="size-4" />
        {t("shortcut.title")}
      </button>
      {ShortcutHelp && <ShortcutHelp onClose={() => setIsOpen(false)} />}
    </>
  );
}
