import { ensureLogin, migrate } from "#db/migrate.ts";
import { parseEnv } from "../env.ts";

const env = parseEnv();
const owner = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
if (!owner) throw new Error("Set DATABASE_OWNER_URL to a login that may make roles and tables.");

const done = await migrate(owner);
for (const name of done) console.log(`applied ${name}`);
if (done.length === 0) console.log("nothing to apply");

const login = env.DATABASE_URL ? new URL(env.DATABASE_URL) : undefined;
if (login && login.username !== new URL(owner).username) {
  const name = decodeURIComponent(login.username);
  await ensureLogin(owner, { name, password: decodeURIComponent(login.password) });
  console.log(`login ${name} may work as the app`);
}
