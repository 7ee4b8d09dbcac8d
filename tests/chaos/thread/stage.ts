import type { Verdict } from "../chaos.ts";
import { type Crowd, openCrowd } from "./crowd.ts";
import { openFleet } from "./fleet.ts";
import { type Findings, isFlawless, judge, readRows } from "./judge.ts";
import { openLedger } from "./ledger.ts";
import { openScene, type Seat } from "./scene.ts";
import type { Post } from "./writer.ts";

export type StageOptions = {
  clusterUrl: string;
  /** By which way the nodes reach the cluster, unless it is the same. */
  nodeUrl?: string;
  threads: number;
  /** People before each thread. */
  people: number;
  nodes: number;
  drainNotice?: number;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

type Ways = {
  seats?: Seat[];
  ports?: number[];
  socketPorts?: number[];
  loseEach?: number;
  onPost?: (post: Post) => void;
};

const ORIGIN = "http://localhost:3000";

/** @returns the value that so much of the list is not above. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function throughPortOf(way: string, url: string) {
  const through = new URL(url);
  through.port = new URL(way).port;
  return through.href;
}

/** Nodes, people before their threads, and a ledger of what they do. */
export async function openStage(options: StageOptions) {
  const { clusterUrl, nodeUrl, threads, people, nodes, drainNotice, seed, plant, say } = options;
  const scene = await openScene({ clusterUrl, threads, people });
  if (plant === "memory-dedupe") await scene.dropDedupe();
  const ledger = openLedger();
  const databaseUrl = nodeUrl ? throughPortOf(nodeUrl, scene.database.url) : scene.database.url;
  const fleet = await openFleet({ databaseUrl, size: nodes, origin: ORIGIN, drainNotice, plant });
  const ownPorts = fleet.nodes.map((node) => node.port);
  const crowds: Crowd[] = [];
  return {
    scene,
    ledger,
    fleet,
    seed,
    say,
    plant,
    origin: ORIGIN,
    async gather({ seats = scene.seats, ports = ownPorts, ...ways }: Ways = {}) {
      const crowd = await openCrowd({ ...ways, seats, ports, ledger, origin: ORIGIN, seed, plant });
      crowds.push(crowd);
      return crowd;
    },
    /** What the clients say beside what the table says. */
    async judge(): Promise<Findings> {
      const screens = crowds.flatMap((crowd) => crowd.screens.map((screen) => screen.show()));
      return judge(ledger.sent, screens, await readRows(scene.pool));
    },
    /** The words of every verdict. `isMet` says what else a run wants. */
    conclude(found: Findings, more: Record<string, number>, isMet: boolean): Verdict {
      for (const line of fleet.book.complaints.slice(0, 5)) say(`a node said: ${line}`);
      const { conflicts, conflictsMissed } = ledger.conflicts();
      const acked = ledger.countAcked();
      const isRight = isFlawless(found) && conflictsMissed === 0 && fleet.book.exits === 0;
      return {
        sent: ledger.sent.length,
        acked,
        lost: found.lost,
        doubled: found.doubled,
        reordered: found.reordered,
        wrong: found.wrong,
        holes: found.holes,
        unseen: found.unseen,
        conflicts,
        conflictsMissed,
        exits: fleet.book.exits,
        complaints: fleet.book.complaints.length,
        ...more,
        seed,
        pass: isRight && isMet && acked > 0,
      };
    },
    async close() {
      for (const crowd of crowds) crowd.close();
      await fleet.killAll();
      await scene.close();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
