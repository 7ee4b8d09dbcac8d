import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const CREDENTIALS = { clientId: "toko-uji", clientSecret: "rahasia-toko-uji" };

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json = (response: ServerResponse, status: number, body: unknown, headers: object = {}) =>
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(JSON.stringify(body));

export const historyOf = (resi: string) => ({
  status_code: 200,
  message: "",
  data: { weight: 1, origin: "Bandung", destination: "Sleman", tracking_code: "PICKEDUP" },
  tracking_history: [{ date: "2026-11-20 14:10:00", status: "PICKEDUP", description: resi }],
});

/** Ways in which the platform fails. */
export const failing = {
  status:
    (status: number, headers = {}): Answer =>
    (response) =>
      json(response, status, { status_code: status, message: "galat" }, headers),
  statusInBody:
    (status: number): Answer =>
    (response) =>
      json(response, 200, { status_code: status, message: "galat", data: null }),
  text:
    (body: string, type = "application/json"): Answer =>
    (response) =>
      response.writeHead(200, { "content-type": type }).end(body),
  reset: ((response) => response.socket?.resetAndDestroy()) as Answer,
  hang: (() => {}) as Answer,
  trickle: ((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drops = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(drops));
  }) as Answer,
  redirectTo:
    (location: string): Answer =>
    (response) =>
      response.writeHead(302, { location }).end(),
};

async function readJson(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** Issues tokens and knows which of them are good. */
function openTokenDesk() {
  let issued = 0;
  let good = new Set<string>();
  let more: object = {};
  return {
    say: (data: object) => {
      more = data;
    },
    revokeAll: () => {
      good = new Set();
    },
    accepts: ({ headers }: IncomingMessage) =>
      good.has(headers.authorization?.replace(/^Bearer /, "") ?? ""),
    async issue(request: IncomingMessage, response: ServerResponse) {
      const { client_id, client_secret } = await readJson(request);
      if (client_id !== CREDENTIALS.clientId || client_secret !== CREDENTIALS.clientSecret)
        return failing.status(401)(response, request);
      issued += 1;
      const access_token = `token-${issued}`;
      good.add(access_token);
      json(response, 200, { status_code: 200, data: { access_token, ...more } });
    },
  };
}

/** Everpro's tracking interface as it is documented; a test tells it what to answer instead. */
export async function openFakeEverpro() {
  const asked = { tokens: 0, tracks: [] as string[], elsewhere: [] as string[] };
  const desk = openTokenDesk();
  const instead: Record<"token" | "track", { next: Answer[]; always?: Answer }> = {
    token: { next: [] },
    track: { next: [] },
  };

  function answer(resi: string | undefined, request: IncomingMessage, response: ServerResponse) {
    if (!resi) return failing.status(404)(response, request);
    if (!desk.accepts(request)) return failing.status(401)(response, request);
    json(response, 200, historyOf(resi));
  }

  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const awb = /^\/api\/shipment\/v1\/orders\/([^/]+)\/track$/.exec(url)?.[1];
    const resi = awb && decodeURIComponent(awb);
    const isToken = request.method === "POST" && url === "/api/auth/v1/token";
    if (isToken) asked.tokens += 1;
    else if (resi) asked.tracks.push(resi);
    else asked.elsewhere.push(url);
    const told = instead[isToken ? "token" : "track"];
    const other = told.next.shift() ?? told.always;
    if (other) other(response, request);
    else if (isToken) void desk.issue(request, response);
    else answer(resi, request, response);
  });
  // A connection that a client forgets shall stay.
  server.keepAliveTimeout = 0;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    baseUrl: `${origin}/api`,
    origin,
    asked,
    next: (what: "token" | "track", ...answers: Answer[]) => instead[what].next.push(...answers),
    always(what: "token" | "track", answer: Answer | undefined) {
      instead[what].always = answer;
    },
    /** What it says of each new token besides the token. */
    issue: desk.say,
    revokeTokens: desk.revokeAll,
    countConnections: () =>
      new Promise<number>((done, fail) =>
        server.getConnections((error, count) => (error ? fail(error) : done(count))),
      ),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

export type FakeEverpro = Awaited<ReturnType<typeof openFakeEverpro>>;
