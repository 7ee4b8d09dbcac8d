import type { ColumnType, Generated } from "kysely";
import type { Audience, Side } from "#app/contracts/parties.ts";
import type {
  LabelReading,
  PhotoPurpose,
  PhotoState,
  PictureAdvice,
} from "#app/contracts/photos.ts";
import type { LeftOut, ProofReason, ProofState } from "#app/contracts/proofs.ts";

export type PhotoTables = {
  uploads: UploadsTable;
  photos: PhotosTable;
  photo_evidence: PhotoEvidenceTable;
  held_objects: HeldObjectsTable;
  proof_repeats: ProofRepeatsTable;
  shared_proofs: SharedProofsTable;
  shared_proof_links: SharedProofLinksTable;
};

type StoredPicture = {
  purpose: PhotoPurpose;
  full_key: string;
  thumb_key: string;
  width: number;
  height: number;
  bytes: number;
  /** A data: URI. */
  placeholder: string | null;
  received_at: Date;
};

type UploadsTable = StoredPicture & {
  id: Generated<string>;
  owner_org_id: string;
  owner_user_id: string;
  owner_side: Side;
  /** The device's own id of it, the same over every retry. */
  client_id: string | null;
  /** `pending`: its objects are on their way, or were when the process ended. */
  state: Generated<PhotoState | "pending">;
  original_sha256: string;
  advice: Generated<PictureAdvice[]>;
  label: ColumnType<LabelReading | null, string | null | undefined, string | null>;
  /** An upload of the same person, shortly before, that shows nearly the same. */
  similar_to: string | null;
};

type PhotosTable = StoredPicture & {
  id: Generated<string>;
  report_id: string;
  entry_id: string;
  audience: Audience;
  seller_org_id: string;
  courier_id: string;
  upload_id: string;
  owner_user_id: string;
  position: number;
  state: Generated<PhotoState>;
};

type PhotoEvidenceTable = {
  upload_id: string;
  owner_org_id: string;
  original_sha256: string;
  /** 64 bits as text of 0 and 1; null where the picture is too flat to say anything. */
  perceptual_hash: string | null;
  /** Its eight bytes, each with its place: two hashes that are alike share one of them. */
  hash_bands: number[] | null;
  /** As the camera wrote it, without a zone. */
  captured_at: string | null;
  device: string | null;
  /** Drawn anew by the device that sent it: made smaller, converted, or covered. */
  reduced: Generated<boolean>;
  /** Metres from where the photo was taken to the pick-up point. */
  distance_m: number | null;
  received_at: Date;
  original_key: string | null;
  original_bytes: number | null;
  original_until: Date | null;
};

type HeldObjectsTable = { key: string; upload_id: string; bytes: Uint8Array; held_at: Date };

type ProofRepeatsTable = {
  photo_id: string;
  report_id: string;
  twin_photo_id: string;
  twin_report_id: string;
  /** Bits that differ; 0 and the same bytes: the very same file. */
  distance: number;
  found_at: Date;
};

type SharedProofsTable = {
  id: Generated<string>;
  seller_org_id: string;
  seller_name: string;
  courier_id: string;
  made_by_user_id: string;
  made_by_name: string;
  made_at: Date;
  client_id: string;
  fingerprint: string;
  body: string;
  left_out: ColumnType<LeftOut[], string, string>;
};

type SharedProofLinksTable = {
  proof_id: string;
  report_id: string;
  /** The proof as that report's thread shows it. */
  entry_id: string;
  seller_org_id: string;
  courier_id: string;
  state: Generated<ProofState>;
  reason: ProofReason | null;
  detail: Generated<string>;
  decided_at: Date | null;
  decided_by_user_id: string | null;
  decided_by_name: string | null;
};
