import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { fetchAnswer } from "./fetch-answer.ts";
import { type SendError, UNREACHED } from "./retry-state.ts";

type FormPost = {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  isSending: boolean;
  error: SendError | null;
};

const isAnything = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * A plain form, sent without leaving the page. Not a fetcher, because a dead network must leave
 * the form and its words where they are instead of raising the route's failure page.
 */
export function useFormPost(onDone?: (value: object) => void): FormPost {
  const { revalidate } = useRevalidator();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<SendError | null>(null);
  const busy = useRef(false);

  const send = async (url: string, body: FormData) => {
    busy.current = true;
    setIsSending(true);
    setError(null);
    const answer = await fetchAnswer(url, { method: "POST", body }, isAnything);
    busy.current = false;
    setIsSending(false);
    if (answer.type === "refused") setError(answer.problem);
    if (answer.type === "unreached") setError(UNREACHED);
    if (answer.type !== "given") return;
    onDone?.(answer.value);
    revalidate();
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const form = event.currentTarget;
    void send(form.action, new FormData(form, submitter));
  };
  return { onSubmit, isSending, error };
}
