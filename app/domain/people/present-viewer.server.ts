import type { Actor } from "#app/contracts/parties.ts";
import type { Viewer } from "#app/contracts/views.ts";

export const presentViewer = (actor: Actor): Viewer => ({
  kind: actor.kind,
  userId: actor.userId,
  name: actor.name,
  organisationName: actor.organisationName,
  role: actor.role,
  level: actor.level,
});
