import type { Kysely } from "kysely";
import type { Actor, Role, Side, SupportLevel } from "#app/contracts/parties.ts";
import type { Database } from "#db/tables/index.ts";
import { hashPassword } from "../../accounts/auth.ts";

const PASSWORD = "kendala-pickup";

type Person = { name: string; email: string; role?: Role; level?: SupportLevel };
type Organisation = {
  slug: string;
  name: string;
  kind: Side;
  courierId?: string;
  people: Person[];
};

/** J&T has nobody here on purpose: CS answers for it. */
const ORGANISATIONS: Organisation[] = [
  {
    slug: "toko-melati",
    name: "Toko Melati Bandung",
    kind: "seller",
    people: [
      { name: "Sari Wulandari", email: "sari@tokomelati.example", role: "admin" },
      { name: "Dimas Prakoso", email: "dimas@tokomelati.example" },
    ],
  },
  {
    slug: "rumah-gadget",
    name: "Rumah Gadget Surabaya",
    kind: "seller",
    people: [{ name: "Budi Santoso", email: "budi@rumahgadget.example", role: "admin" }],
  },
  {
    slug: "bali-craft",
    name: "Bali Craft Denpasar",
    kind: "seller",
    people: [{ name: "Ni Made Ayu", email: "ayu@balicraft.example", role: "admin" }],
  },
  {
    slug: "ekspedisi-idx",
    name: "ID Express",
    kind: "courier",
    courierId: "idx",
    people: [
      { name: "Rudi Hartono", email: "rudi@idx.example", role: "admin" },
      { name: "Lina Marlina", email: "lina@idx.example" },
    ],
  },
  {
    slug: "ekspedisi-sicepat",
    name: "SiCepat",
    kind: "courier",
    courierId: "sicepat",
    people: [{ name: "Agus Setiawan", email: "agus@sicepat.example", role: "admin" }],
  },
  {
    slug: "ekspedisi-jne",
    name: "JNE",
    kind: "courier",
    courierId: "jne",
    people: [{ name: "Fitri Handayani", email: "fitri@jne.example", role: "admin" }],
  },
  { slug: "ekspedisi-jnt", name: "J&T Express", kind: "courier", courierId: "jnt", people: [] },
  {
    slug: "everpro-cs",
    name: "CS Everpro",
    kind: "support",
    people: [
      { name: "Nadia Putri", email: "nadia@everpro.example", level: 1 },
      { name: "Yoga Pratama", email: "yoga@everpro.example", level: 2 },
      { name: "Ratna Dewi", email: "ratna@everpro.example", role: "admin", level: 2 },
    ],
  },
];

const signIn = (label: string, email: string) => ({ label, email, password: PASSWORD });

/** What the demo prints and its sign-in page offers. */
export const DEMO_SIGN_INS = [
  signIn("Penjual / seller", "sari@tokomelati.example"),
  signIn("Staf ekspedisi / 3PL", "rudi@idx.example"),
  signIn("CS L1", "nadia@everpro.example"),
  signIn("CS L2", "yoga@everpro.example"),
  signIn("Administrator", "ratna@everpro.example"),
];

async function insertPerson(db: Kysely<Database>, person: Person, password: string) {
  const user = await db
    .insertInto("users")
    .values({ name: person.name, email: person.email })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("accounts")
    .values({ user_id: user.id, account_id: user.id, provider_id: "credential", password })
    .execute();
  return user.id;
}

async function insertOrganisation(
  db: Kysely<Database>,
  organisation: Organisation,
  password: string,
): Promise<Actor[]> {
  const { slug, name, kind, courierId = null } = organisation;
  const { id } = await db
    .insertInto("organizations")
    .values({ slug, name, kind, courier_id: courierId })
    .returning("id")
    .executeTakeFirstOrThrow();
  const actors: Actor[] = [];
  for (const person of organisation.people) {
    const userId = await insertPerson(db, person, password);
    const { role = "member", level = null } = person;
    await db
      .insertInto("members")
      .values({ organization_id: id, user_id: userId, role, level })
      .execute();
    actors.push({
      kind,
      userId,
      sessionId: "",
      name: person.name,
      organisationId: id,
      organisationName: name,
      courierId,
      role,
      level,
    });
  }
  return actors;
}

/** @param db works as `app_auth`. @returns the people by e-mail. */
export async function seedPeople(db: Kysely<Database>): Promise<Map<string, Actor>> {
  // One hash for all: at a second a dozen this would be what a first start waits for.
  const password = await hashPassword(PASSWORD);
  const people = new Map<string, Actor>();
  for (const organisation of ORGANISATIONS) {
    const actors = await insertOrganisation(db, organisation, password);
    organisation.people.forEach((person, at) => {
      const actor = actors[at];
      if (actor) people.set(person.email, actor);
    });
  }
  return people;
}
