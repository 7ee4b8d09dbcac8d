import { z } from "zod";
import { PHOTO_VARIANTS } from "./photos.ts";
import { MAX_PARCELS_A_FILING } from "./reports.ts";
import { id, onlyIds, reportCode } from "./text.schema.ts";

export const UploadId = z.object({ id });
export const UploadAddress = UploadId.extend({ variant: z.enum(PHOTO_VARIANTS) });
export const PhotoAddress = UploadAddress.extend({ code: reportCode });
export const PhotoId = UploadId.extend({ code: reportCode });

/** What a device says of the photo that follows; what cannot be true is not said. */
export const UploadFields = z
  .object({
    clientId: id.optional().catch(undefined),
    code: reportCode.optional().catch(undefined),
    parcel: z.array(z.string()).max(MAX_PARCELS_A_FILING).catch([]),
    reduced: z.string().optional().catch(undefined),
  })
  .transform(({ parcel, reduced, ...rest }) => ({
    ...rest,
    parcels: onlyIds(parcel),
    reduced: reduced === "1",
  }));

/** What is left of a form with one photo once the photo is kept. */
export const KeptPhoto = z.object({ upload: z.tuple([id], "picture.empty") });
