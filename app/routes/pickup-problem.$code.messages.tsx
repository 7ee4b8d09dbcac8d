import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { PostMessage } from "#app/contracts/threads.schema.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) => actOnThread(args, PostMessage, postMessage);

export default FailedSend;
