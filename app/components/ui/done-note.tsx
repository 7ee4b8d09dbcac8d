import CircleCheck from "lucide-react/icons/circle-check";
import { FocusBox } from "./focus-box.tsx";

/** What has just been done, once, at the top of the page. */
export function DoneNote({ text }: { text: string }) {
  return (
    <FocusBox about={text}>
      <p
        role="status"
        className="flex gap-2 rounded-box border border-success bg-tint-success px-3 py-2 text-dense text-success"
      >
        <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {text}
      </p>
    </FocusBox>
  );
}
