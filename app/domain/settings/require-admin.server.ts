import type { Actor } from "#app/contracts/parties.ts";
import { forbidden } from "#app/domain/errors.server.ts";

/** Rules are for the administrators of support. */
export function requireAdmin(actor: Actor) {
  if (actor.kind !== "support" || actor.role !== "admin") throw forbidden("settings.admins_only");
}

export function requireSupport(actor: Actor) {
  if (actor.kind !== "support") throw forbidden("settings.support_only");
}
