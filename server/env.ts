import { z } from "zod";

const secret = z.string().min(16, "at least 16 characters");

/** Every setting of the process. An empty value counts as absent. */
export const EnvSchema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    DRAIN_NOTICE_SECONDS: z.coerce.number().min(0).max(60).default(3),
    TRUST_PROXY: z.coerce.number().int().min(0).default(0),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
    DATA_DIR: z.string().default(".data"),
    APP_SECRET: secret.optional(),
    PLATFORM_API_KEY: secret.optional(),
    EVERPRO_CALLBACK_KEY: secret.optional(),
    KIRIMINAJA_WEBHOOK_TOKEN: secret.optional(),
    BITESHIP_WEBHOOK_KEY: secret.optional(),
    NINJA_WEBHOOK_SECRET: secret.optional(),
    LION_WEBHOOK_SECRET: secret.optional(),
    SICEPAT_WEBHOOK_SECRET: secret.optional(),
    JNE_WEBHOOK_SECRET: secret.optional(),
    JNT_WEBHOOK_SECRET: secret.optional(),
    IDX_WEBHOOK_SECRET: secret.optional(),
    SAP_WEBHOOK_SECRET: secret.optional(),
    BINDERBYTE_WEBHOOK_SECRET: secret.optional(),
    EVERPRO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
    EVERPRO_CLIENT_ID: z.string().optional(),
    EVERPRO_CLIENT_SECRET: z.string().optional(),
    EVERPRO_REQUESTS_PER_SECOND: z.coerce.number().min(0.1).max(100).default(5),
    CS_WHATSAPP: z
      .string()
      .regex(/^62\d{8,13}$/)
      .default("6287716144758"),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    S3_FORCE_PATH_STYLE: z.stringbool().optional(),
    S3_ENCRYPTION: z.enum(["none", "AES256", "aws:kms"]).default("none"),
    S3_KMS_KEY: z.string().optional(),
    KEEP_ORIGINALS_DAYS: z.coerce.number().int().min(0).max(3650).default(90),
    PICTURE_WORKERS: z.coerce.number().int().min(1).max(16).default(2),
    PICTURES_URL: z.url({ protocol: /^https?$/ }).optional(),
    PICTURES_SECRET: secret.optional(),
    PICTURES_PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .refine((env) => !env.EVERPRO_API_URL || (env.EVERPRO_CLIENT_ID && env.EVERPRO_CLIENT_SECRET), {
    message: "EVERPRO_API_URL needs EVERPRO_CLIENT_ID and EVERPRO_CLIENT_SECRET",
    path: ["EVERPRO_API_URL"],
  })
  .refine((env) => !env.PICTURES_URL || env.PICTURES_SECRET, {
    message: "PICTURES_URL needs PICTURES_SECRET",
    path: ["PICTURES_URL"],
  })
  .refine((env) => !env.S3_BUCKET || (env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY), {
    message: "S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY",
    path: ["S3_BUCKET"],
  })
  .refine((env) => !env.S3_KMS_KEY || env.S3_ENCRYPTION === "aws:kms", {
    message: "S3_KMS_KEY is for S3_ENCRYPTION=aws:kms",
    path: ["S3_KMS_KEY"],
  });

export type Env = z.infer<typeof EnvSchema>;

export type EnvVariables = Record<string, string | undefined>;

/** Throws one sentence that names every wrong variable. */
export function parseEnv(variables: EnvVariables = process.env): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = EnvSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right. ${wrong.join("; ")}. See .env.example.`);
}
