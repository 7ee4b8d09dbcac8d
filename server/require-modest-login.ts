import { openPool, queriesOn } from "#db/client.ts";
import { findLoginPowers } from "#db/queries/login-powers.ts";

/** Row-level security does not hold a superuser or an owner, so the app refuses to work as one. */
export async function requireModestLogin(databaseUrl: string): Promise<void> {
  const pool = openPool({ url: databaseUrl, max: 1, onError: () => {} });
  try {
    const { superuser, bypass, owns } = await findLoginPowers(queriesOn(pool));
    if (superuser || bypass || owns > 0) {
      throw new Error(
        "DATABASE_URL names a login that owns tables or is a superuser. Give that one as DATABASE_OWNER_URL, name another login in DATABASE_URL, and run npm run db:migrate: it makes it.",
      );
    }
  } finally {
    await pool.end();
  }
}
