import { z } from "zod";
import { PHOTO_VARIANTS } from "./photos.ts";
import { id } from "./text.schema.ts";

export const PhotoAddress = z.object({ id, variant: z.enum(PHOTO_VARIANTS) });

/** What is left of a form with one photo once the photo is kept. */
export const KeptPhoto = z.object({ upload: z.tuple([id], "picture.empty") });
