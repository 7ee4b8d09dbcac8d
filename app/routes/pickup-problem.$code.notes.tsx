import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { PostMessage } from "#app/contracts/threads.schema.ts";
import { postNote } from "#app/domain/threads/post-message.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) => actOnThread(args, PostMessage, postNote);

export default FailedSend;
