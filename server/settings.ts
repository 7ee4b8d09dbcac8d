import type { Secrets } from "#app/context.ts";
import type { Env } from "./env.ts";

/** What a running server must have; the demo fills the gaps of its environment, production may not have any. */
export type Settings = {
  production: boolean;
  port: number;
  host: string;
  /** Public address without a trailing slash. */
  origin: string;
  trustProxy: number;
  /** Milliseconds from the first refusal of `/readyz` to the last new connection. */
  drainNotice: number;
  databaseUrl: string;
  databasePool: number;
  appSecret: string;
  secrets: Secrets;
  csWhatsapp: string;
  /** 0: files as they came are not kept. */
  keepOriginalsDays: number;
  logLevel: Env["LOG_LEVEL"];
  /** Accounts that the sign-in page offers: demo only. */
  demoSignIns: { label: string; email: string; password: string }[];
};

type Given = { databaseUrl: string; generatedSecret: (name: string) => string };

/** Settings of a demo or a test: what the environment leaves out is filled in. */
export function settingsWith(env: Env, given: Given): Settings {
  return {
    production: env.NODE_ENV === "production",
    port: env.PORT,
    host: env.HOST,
    origin: env.ORIGIN?.replace(/\/$/, "") ?? `http://localhost:${env.PORT}`,
    trustProxy: env.TRUST_PROXY,
    // Without a balancer in front nobody asks whether it is ready.
    drainNotice: 0,
    databaseUrl: given.databaseUrl,
    databasePool: env.DATABASE_POOL,
    appSecret: env.APP_SECRET ?? given.generatedSecret("app"),
    secrets: {
      platformApiKey: env.PLATFORM_API_KEY ?? given.generatedSecret("platform"),
      tracking: {
        everpro: env.EVERPRO_CALLBACK_KEY ?? given.generatedSecret("everpro"),
        kiriminaja: env.KIRIMINAJA_WEBHOOK_TOKEN ?? given.generatedSecret("kiriminaja"),
        biteship: env.BITESHIP_WEBHOOK_KEY,
        ninja: env.NINJA_WEBHOOK_SECRET,
        lion: env.LION_WEBHOOK_SECRET,
        sicepat: env.SICEPAT_WEBHOOK_SECRET,
        jne: env.JNE_WEBHOOK_SECRET,
        jnt: env.JNT_WEBHOOK_SECRET,
        idx: env.IDX_WEBHOOK_SECRET,
        sap: env.SAP_WEBHOOK_SECRET,
        binderbyte: env.BINDERBYTE_WEBHOOK_SECRET,
      },
    },
    csWhatsapp: env.CS_WHATSAPP,
    keepOriginalsDays: env.KEEP_ORIGINALS_DAYS,
    logLevel: env.LOG_LEVEL,
    demoSignIns: [],
  };
}

/** Settings of a real deployment: everything must be there. */
export function settingsFrom(env: Env): Settings {
  const needed = [
    "DATABASE_URL",
    "ORIGIN",
    "APP_SECRET",
    "PLATFORM_API_KEY",
    "EVERPRO_CALLBACK_KEY",
    "KIRIMINAJA_WEBHOOK_TOKEN",
  ] as const;
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Error(
      `These variables are missing: ${missing.join(", ")}. See .env.example, or run the demo.`,
    );
  }
  const settings = settingsWith(env, {
    databaseUrl: env.DATABASE_URL as string,
    generatedSecret: (name) => {
      throw new Error(`No secret for ${name}`);
    },
  });
  return { ...settings, drainNotice: env.DRAIN_NOTICE_SECONDS * 1000 };
}
