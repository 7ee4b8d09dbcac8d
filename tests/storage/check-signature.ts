import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Signature Version 4 by its specification, without the SDK that signed. */
type Account = { accessKeyId: string; secretAccessKey: string };

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const canonicalQuery = (query: URLSearchParams) =>
  [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");

type Claim = {
  credential: string;
  signedHeaders: string;
  signature: string;
  date: string;
  payload: string;
};

const parseDate = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

function readPresigned(query: URLSearchParams): Claim | undefined {
  const get = (name: string) => query.get(`X-Amz-${name}`) ?? "";
  if (Date.now() > parseDate(get("Date")) + Number(get("Expires")) * 1000) return undefined;
  return {
    credential: get("Credential"),
    signedHeaders: get("SignedHeaders"),
    signature: get("Signature"),
    date: get("Date"),
    payload: "UNSIGNED-PAYLOAD",
  };
}

function readHeader({ headers }: IncomingMessage): Claim {
  const part = (name: string) =>
    headers.authorization?.match(new RegExp(`${name}=([^, ]+)`))?.[1] ?? "";
  return {
    credential: part("Credential"),
    signedHeaders: part("SignedHeaders"),
    signature: part("Signature"),
    date: String(headers["x-amz-date"]),
    payload: String(headers["x-amz-content-sha256"]),
  };
}

export function isSignedBy(account: Account, request: IncomingMessage): boolean {
  const { pathname, search } = new URL(request.url ?? "/", "http://fake");
  const query = new URLSearchParams(search);
  const claim = query.has("X-Amz-Signature") ? readPresigned(query) : readHeader(request);
  if (!claim) return false;
  const [accessKeyId, day = "", region = "", service = "", end = ""] = claim.credential.split("/");
  const headers = claim.signedHeaders
    .split(";")
    .map((name) => `${name}:${request.headers[name]}\n`);
  const canonical = [
    request.method,
    pathname,
    canonicalQuery(query),
    headers.join(""),
    claim.signedHeaders,
    claim.payload,
  ].join("\n");
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", claim.date, [day, region, service, end].join("/"), hashed];
  const key = [day, region, service, end].reduce<string | Buffer>(
    hmac,
    `AWS4${account.secretAccessKey}`,
  );
  const right = hmac(key, toSign.join("\n")).toString("hex");
  return accessKeyId === account.accessKeyId && claim.signature === right;
}
