import {
  SERVICE_KINDS,
  type ServiceKind,
  TIME_ZONES,
  type TimeZone,
} from "#app/contracts/services.ts";
import { explainClock } from "#app/domain/pickup/explain-clock.server.ts";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import { SEEDED_CALENDAR, seededPolicy } from "#app/domain/pickup/seeded-rules.server.ts";
import { seededRandom } from "#server/cli/seed/random.ts";
import { compare, type Figure, median } from "./figure.ts";
import { DAY_SERVICES, temporalDeadline } from "./temporal-deadline.ts";

type Question = { service: ServiceKind; zone: TimeZone; requestedAt: Date };

const SEED = 2026;
const ROUNDS = 9;

const policies = new Map(SERVICE_KINDS.map((service) => [service, seededPolicy(service)]));

/** To the second, all over 2026. */
function ask(count: number): Question[] {
  const random = seededRandom(SEED);
  const [from, to] = [Date.UTC(2026, 0, 1) / 1000, Date.UTC(2027, 0, 1) / 1000 - 1];
  return Array.from({ length: count }, () => ({
    service: random.pick(DAY_SERVICES),
    zone: random.pick(TIME_ZONES),
    requestedAt: new Date(random.int(from, to) * 1000),
  }));
}

function answer({ service, zone, requestedAt }: Question) {
  const policy = policies.get(service) ?? seededPolicy(service);
  const clock = reckonPickupClock({ requestedAt, zone }, policy, SEEDED_CALENDAR);
  return explainClock(clock, policy, SEEDED_CALENDAR.ends);
}

function requireSameAnswers(questions: Question[]) {
  for (const question of questions) {
    const { service, zone, requestedAt } = question;
    const reference = new Date(temporalDeadline(service, zone, requestedAt)).toISOString();
    const { deadline } = answer(question);
    if (deadline !== reference)
      throw new Error(
        `${service} from ${zone} at ${requestedAt.toISOString()}: ${deadline}, by Temporal ${reference}`,
      );
  }
}

/** Answers are used, so that none is left out. */
function perSecond(questions: Question[], work: (question: Question) => { length: number }) {
  const begin = performance.now();
  let used = 0;
  for (const question of questions) used += work(question).length;
  const seconds = (performance.now() - begin) / 1000;
  if (used === 0) throw new Error("No answer");
  return questions.length / seconds;
}

/** The whole explanation beside the deadline alone by Temporal, for the same questions turn by turn. */
export function measureDeadlines(smoke: boolean): Figure {
  const questions = ask(smoke ? 500 : 20_000);
  requireSameAnswers(questions);
  const [own, reference]: [number[], number[]] = [[], []];
  for (let round = 0; round < (smoke ? 1 : ROUNDS); round += 1) {
    own.push(perSecond(questions, (question) => answer(question).stretches));
    reference.push(
      perSecond(questions, ({ service, zone, requestedAt }) =>
        String(temporalDeadline(service, zone, requestedAt)),
      ),
    );
  }
  return compare("clock.deadlines", "deadlines/s", median(own), median(reference));
}
