import { z } from "zod";
import { PHOTO_VARIANTS } from "./photos.ts";
import { id, reportCode } from "./text.schema.ts";

export const UploadAddress = z.object({ id, variant: z.enum(PHOTO_VARIANTS) });
export const PhotoAddress = UploadAddress.extend({ code: reportCode });

/** What is left of a form with one photo once the photo is kept. */
export const KeptPhoto = z.object({ upload: z.tuple([id], "picture.empty") });
