import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { betterAuth } from "better-auth";
import { organization } from "better-auth/plugins/organization";
import type { Kysely } from "kysely";

const derive = promisify(argon2);

// OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane.
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...COST, message: password.normalize("NFKC"), nonce });
  return `argon2id$${COST.memory}$${COST.passes}$${nonce.toString("base64")}$${tag.toString("base64")}`;
}

export async function verifyPassword(input: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, nonce, tag] = input.hash.split("$");
  if (!nonce || !tag) return false;
  const expected = Buffer.from(tag, "base64");
  const actual = await derive("argon2id", {
    parallelism: 1,
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    message: input.password.normalize("NFKC"),
    nonce: Buffer.from(nonce, "base64"),
  });
  return timingSafeEqual(actual, expected);
}

type Options = { db: Kysely<Record<string, never>>; secret: string; origin: string };

/** better-auth on our tables. Its HTTP handler is not mounted: only `accounts` calls it. */
export function openAuth({ db, secret, origin }: Options) {
  return betterAuth({
    database: { db, type: "postgres" },
    secret,
    baseURL: origin,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { level: "error" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { modelName: "users" },
    session: { modelName: "sessions", expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    account: { modelName: "accounts" },
    verification: { modelName: "verifications" },
    advanced: {
      database: { generateId: "uuid" },
      cookiePrefix: "pickup",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        schema: {
          organization: {
            modelName: "organizations",
            additionalFields: {
              kind: { type: "string", required: true, input: false },
              courierId: { type: "string", required: false, input: false },
            },
          },
          member: {
            modelName: "members",
            additionalFields: { level: { type: "number", required: false, input: false } },
          },
          invitation: { modelName: "invitations" },
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof openAuth>;
