import type { PromiseOutcome } from "#app/contracts/instructions.ts";
import type { Side, WaitingOn } from "#app/contracts/parties.ts";

type Ball = { waiting_on: WaitingOn; courier_served: boolean };

/** A courier without members here cannot hold the ball: CS passes on and answers for it. */
export const holderFor = (side: Side, served: boolean): Side =>
  side === "courier" && !served ? "support" : side;

/** Who must reply after a message. CS speaking in between leaves the ball where it is, unless it was theirs. */
export function turnAfterMessage(ball: Ball, by: Side): WaitingOn {
  if (by === "seller") return holderFor("courier", ball.courier_served);
  if (by === "courier") return "seller";
  return ball.waiting_on === "support" && ball.courier_served ? "courier" : ball.waiting_on;
}

/** Who must act after an instruction. A promise leaves the ball with the courier who gave it. */
export function turnAfterInstruction(ball: Ball, to: Side, isPromise: boolean): WaitingOn {
  return isPromise ? holderFor("courier", ball.courier_served) : holderFor(to, ball.courier_served);
}

/** Once an instruction is done or declined, the side that asked must look; an acknowledgement moves nothing. */
export function turnAfterState(
  ball: Ball,
  from: Side,
  to: Side,
  by: Side,
  state: string,
): WaitingOn {
  if (state === "acknowledged") return ball.waiting_on;
  return holderFor(by === from ? to : from, ball.courier_served);
}

/** How a promise went: CS must look where two sides differ, the courier once it is known, the seller until then. */
export function turnAfterPromise(ball: Ball, outcome: PromiseOutcome | null): WaitingOn {
  if (outcome === "contested") return "support";
  return outcome === null ? "seller" : holderFor("courier", ball.courier_served);
}
