import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) =>
  actOnThread(args, IssueInstruction, issueInstruction);

export default FailedSend;
