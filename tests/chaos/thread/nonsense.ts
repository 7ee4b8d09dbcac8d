import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Random, seededRandom } from "#server/cli/seed/random.ts";
import type { Seat } from "./scene.ts";
import type { Stage } from "./stage.ts";

const PATH = "/socket.io/?EIO=4&transport=websocket";
/** One socket that says too much is cut, so each says a little. */
const EACH = 12;

const NAMES = ["report:watch", "report:leave", "report:type", "list:watch", "list:leave", "x"];

const event = (name: unknown, ...values: unknown[]) => `421${JSON.stringify([name, ...values])}`;

/** What no page of ours sends. */
const SAYINGS: ((random: Random) => string | Uint8Array)[] = [
  () => randomBytes(64),
  () => randomBytes(4).toString("latin1"),
  () => "",
  () => "40{",
  () => '42["report:watch"',
  () => "42{}",
  () => "42[]",
  () => "42[null,{}]",
  () => "43999[]",
  () => "44",
  () => "41",
  () => `42${"[".repeat(4_000)}`,
  () => `42["report:watch",${"9".repeat(20_000)}]`,
  () => '451-["report:watch",{"_placeholder":true,"num":0}]',
  () => "459999999999-[]",
  () => '421["report:watch",{"__proto__":{"code":"x"}}]',
  () => '421["__proto__",{}]',
  () => '421["constructor",{}]',
  () => '421["disconnect","x"]',
  () => '421["connect_error"]',
  () => '42/other,["report:watch",{}]',
  (random) => event(random.pick(NAMES), null),
  (random) => event(random.pick(NAMES), { code: [], stream: {} }),
  (random) => event(random.pick(NAMES), { code: "PP-".padEnd(9_000, "A"), stream: "notes" }),
  (random) => event(random.pick(NAMES), "\u0000\ud800", { toString: 1 }),
  (random) => event(random.pick(NAMES)),
];

async function sayByFrames(port: number, seat: Seat, origin: string, random: Random) {
  const headers = { cookie: seat.cookie, origin };
  const socket = new WebSocket(`ws://127.0.0.1:${port}${PATH}`, { headers } as never);
  socket.addEventListener("error", () => {});
  const opened = new Promise((resolve) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("close", resolve);
  });
  await opened;
  if (random.chance(0.8)) socket.send("40");
  let said = 0;
  while (said < EACH && socket.readyState === WebSocket.OPEN) {
    socket.send(random.pick(SAYINGS)(random));
    said += 1;
    await sleep(2);
  }
  socket.close();
  return said;
}

/** Past the rules of frames, and of HTTP. */
async function sayByBytes(port: number, seat: Seat, origin: string, random: Random) {
  const line = connect({ port, host: "127.0.0.1" });
  line.on("error", () => {});
  const closed = once(line, "close").catch(() => {});
  const upgrade = [
    `GET ${PATH} HTTP/1.1`,
    "host: localhost",
    "connection: Upgrade",
    "upgrade: websocket",
    "sec-websocket-version: 13",
    `sec-websocket-key: ${randomBytes(16).toString("base64")}`,
    `origin: ${origin}`,
    `cookie: ${seat.cookie}`,
  ];
  if (random.chance(0.7)) line.write(`${upgrade.join("\r\n")}\r\n\r\n`);
  await sleep(random.int(0, 40));
  for (let piece = 0; piece < EACH && line.writable; piece += 1)
    line.write(randomBytes(random.int(1, 400)));
  await sleep(20);
  line.destroy();
  await closed;
  return EACH;
}

/** Says what no page says, from people who are signed in. @returns how many pieces were said. */
export async function throwNonsense({ fleet, scene, seed, origin }: Stage, sockets: number) {
  let said = 0;
  for (let at = 0; at < sockets; at += 1) {
    const random = seededRandom(seed + at);
    const { port } = random.pick(fleet.nodes);
    const say = at % 3 === 0 ? sayByBytes : sayByFrames;
    said += await say(port, random.pick(scene.seats), origin, random);
  }
  return said;
}
