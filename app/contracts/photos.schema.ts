import { z } from "zod";
import { PHOTO_PURPOSES } from "./photos.ts";

export const UploadPurpose = z.enum(PHOTO_PURPOSES).catch("other");
