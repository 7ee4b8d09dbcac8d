import type { Migration } from "kysely/migration";
import * as roles from "./0001-roles.ts";
import * as accounts from "./0002-accounts.ts";
import * as parcels from "./0003-parcels.ts";
import * as reports from "./0004-reports.ts";
import * as policies from "./0005-policies.ts";
import * as queue from "./0006-queue.ts";
import * as reference from "./0007-reference.ts";
import * as clock from "./0008-clock.ts";
import * as tracking from "./0009-tracking.ts";
import * as delivery from "./0010-delivery.ts";
import * as disputes from "./0011-disputes.ts";
import * as notices from "./0012-notices.ts";
import * as evidence from "./0013-evidence.ts";
import * as sharedProofs from "./0014-shared-proofs.ts";
import * as ownPictures from "./0015-own-pictures.ts";

export const migrations: Record<string, Migration> = {
  "0001-roles": roles,
  "0002-accounts": accounts,
  "0003-parcels": parcels,
  "0004-reports": reports,
  "0005-policies": policies,
  "0006-queue": queue,
  "0007-reference": reference,
  "0008-clock": clock,
  "0009-tracking": tracking,
  "0010-delivery": delivery,
  "0011-disputes": disputes,
  "0012-notices": notices,
  "0013-evidence": evidence,
  "0014-shared-proofs": sharedProofs,
  "0015-own-pictures": ownPictures,
};
