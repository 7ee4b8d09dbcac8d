import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { DocumentSettingsProvider } from "./components/ui/document-settings.ts";
import { words } from "./i18n.server.ts";

const ABORT_AFTER_MS = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let answered = false;
    let answerStatus = status;
    const { pipe, abort } = renderToPipeableStream(page(request.url, remixContext, context), {
      nonce: context.nonce,
      [ready]() {
        answered = true;
        const body = new PassThrough();
        headers.set("content-type", "text/html; charset=utf-8");
        resolve(
          new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }),
        );
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        answerStatus = 500;
        // Before the shell is out the rejection is logged by whoever receives it.
        if (answered) report(error, context);
      },
    });
    setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

function page(url: string, remixContext: EntryContext, context: AppLoadContext) {
  const settings = { nonce: context.nonce, theme: context.theme };
  return (
    <I18nextProvider i18n={words[context.language]}>
      <DocumentSettingsProvider value={settings}>
        <RemixServer context={remixContext} url={url} abortDelay={ABORT_AFTER_MS} />
      </DocumentSettingsProvider>
    </I18nextProvider>
  );
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) report(error, context);
};

function report(error: unknown, context: AppLoadContext) {
  context.log.error({ err: error, requestId: context.requestId }, "page.failed");
}
