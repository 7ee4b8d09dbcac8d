import type { ReportView } from "../../contracts/views.ts";
import { DisputeStateMark } from "./dispute-state-mark.tsx";
import { useFailureName } from "./use-failure-name.ts";

/** The disputes of a report, open and ended, each leading to its card. */
export function DisputeList({ disputes }: Pick<ReportView, "disputes">) {
  const nameOf = useFailureName();
  return (
    <ul className="space-y-1 text-dense">
      {disputes.map((dispute) => (
        <li key={dispute.id} className="flex flex-wrap justify-between gap-x-3">
          <a href={`#dispute-${dispute.id}`} className="link link-hover">
            {nameOf(dispute.subject)}
          </a>
          <DisputeStateMark dispute={dispute} />
        </li>
      ))}
    </ul>
  );
}
