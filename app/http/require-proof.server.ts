import { createHmac } from "node:crypto";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { unauthenticated } from "#app/domain/errors.server.ts";
import { requireSecret } from "./require-secret.server.ts";

/** How a source proves that a delivery is its own. */
type Proof =
  | { kind: "secret"; header: string }
  | { kind: "signature"; header: string; encoding: "hex" | "base64" }
  | { kind: "dated-signature"; header: string; dateHeader: string };

/** Seconds that a dated signature is good for, either way. */
const WINDOW_SECONDS = 300;

/** For couriers that document no scheme of their own: HMAC-SHA256 over "<unix seconds>.<body>". */
const OURS: Proof = {
  kind: "dated-signature",
  header: "x-signature",
  dateHeader: "x-signature-timestamp",
};

const PROOFS: Record<TrackingSource, Proof> = {
  everpro: { kind: "secret", header: "x-everpro-key" },
  kiriminaja: { kind: "secret", header: "x-webhook-token" },
  biteship: { kind: "secret", header: "x-biteship-key" },
  ninja: { kind: "signature", header: "x-ninjavan-hmac-sha256", encoding: "base64" },
  lion: OURS,
  sicepat: OURS,
  jne: OURS,
  jnt: OURS,
  idx: OURS,
  sap: OURS,
  binderbyte: OURS,
};

const sign = (secret: string, ...parts: (string | Buffer)[]) =>
  parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", secret));

function requireDated(date: string, now: Date): string {
  const age = Math.abs(now.getTime() / 1000 - Number(date));
  if (!/^\d{10}$/.test(date) || age > WINDOW_SECONDS) throw unauthenticated("signature.too_old");
  return date;
}

type Delivery = { header(name: string): string | undefined; body: Buffer; now: Date };

/** Throws unless the delivery proves itself. A source without a secret of its own takes none. */
export function requireProof(
  source: TrackingSource,
  secret: string | undefined,
  { header, body, now }: Delivery,
) {
  if (!secret) throw unauthenticated("key.wrong");
  const proof = PROOFS[source];
  const given = header(proof.header) ?? null;
  if (proof.kind === "secret") return requireSecret(given, secret);
  if (proof.kind === "signature")
    return requireSecret(given, sign(secret, body).digest(proof.encoding));
  const date = requireDated(header(proof.dateHeader) ?? "", now);
  return requireSecret(given, sign(secret, `${date}.`, body).digest("hex"));
}
