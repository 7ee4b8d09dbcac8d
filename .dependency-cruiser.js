/** The arrows of the house: each rule is a row of the table in docs/architecture.md. */
const room = (name, from, allowed, more = {}) => ({
  name,
  severity: "error",
  comment: more.comment ?? "See the table of arrows in docs/architecture.md",
  from: { path: from, pathNot: more.fromNot },
  to: { path: "^(app|db|server|storage|tests)/", pathNot: allowed },
});

const contracts = "^app/(contracts|context\\.ts|locales)";

const word = (name, module, rooms) => ({
  name: `word-${name}`,
  severity: "error",
  comment: `${name} belongs to one room`,
  from: { path: "^(app|db|server|storage)/", pathNot: rooms },
  to: { path: `node_modules/${module}` },
});

const typesOnly = (name, from, to) => ({
  name,
  severity: "error",
  comment: "Only types may pass here",
  from: { path: from },
  to: { path: to, dependencyTypesNot: ["type-only"] },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    room("contracts", "^app/contracts/", ["^app/contracts/"]),
    room("components-and-hooks", "^app/(components|hooks)/", [
      contracts,
      "^app/(components|hooks|assets|i18n)",
    ]),
    room("routes", "^app/(routes/|root|entry)", [
      contracts,
      "^app/(domain|http|components|hooks|routes|assets|i18n|styles)",
    ]),
    room("http", "^app/http/", [contracts, "^app/(domain|http)/", "^storage/"]),
    room("domain", "^app/domain/", [contracts, "^app/domain/", "^(db|storage)/"]),
    room("db", "^db/", [contracts, "^db/"]),
    room("storage", "^storage/", [contracts, "^storage/"]),
    room("server", "^server/", [contracts, "^app/(domain|http)/", "^(server|db|storage)/"]),
    typesOnly("storage-as-types", "^app/(domain|http)/", "^storage/"),
    typesOnly("contracts-as-types-in-db-and-storage", "^storage/", "^app/"),
    typesOnly("context-as-types", "^app/context", "^(db|storage)/"),
    {
      name: "nothing-imports-server",
      severity: "error",
      from: { path: "^(app|db|storage)/" },
      to: { path: "^server/" },
    },
    word("socket.io", "socket\\.io(-client)?/", [
      "^server/realtime/",
      "^app/hooks/use-socket\\.ts$",
    ]),
    word("aws-sdk", "@aws-sdk/", ["^storage/"]),
    word("sharp", "sharp/", ["^storage/"]),
    word("pg", "pg/", ["^db/client\\.ts$"]),
    word("remix", "@remix-run/", [
      "^app/(routes|http|root|entry|components|hooks|context)",
      "^server/http/",
    ]),
    word("better-auth", "better-auth/", ["^server/accounts/"]),
    word("zod-in-the-browser", "zod/", ["\\.schema\\.ts$", "^app/(domain|http)/", "^server/"]),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
