import type { Generated } from "kysely";
import type { Role, Side } from "#app/contracts/parties.ts";

export type AccountTables = {
  users: { id: Generated<string>; name: string; email: string };
  organizations: {
    id: Generated<string>;
    name: string;
    slug: string;
    kind: Side;
    courier_id: string | null;
  };
  sessions: {
    id: Generated<string>;
    token: string;
    user_id: string;
    active_organization_id: string | null;
    expires_at: Date;
  };
  accounts: {
    id: Generated<string>;
    account_id: string;
    provider_id: string;
    user_id: string;
    password: string | null;
  };
  members: {
    id: Generated<string>;
    organization_id: string;
    user_id: string;
    role: Role;
    level: 1 | 2 | null;
    created_at: Generated<Date>;
  };
};
