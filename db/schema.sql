-- Written by npm run db:snapshot from the catalog of a migrated database.

-- columns
accounts.id uuid not null default gen_random_uuid()
accounts.account_id text not null
accounts.provider_id text not null
accounts.user_id uuid not null
accounts.access_token text
accounts.refresh_token text
accounts.id_token text
accounts.access_token_expires_at timestamp with time zone
accounts.refresh_token_expires_at timestamp with time zone
accounts.scope text
accounts.password text
accounts.created_at timestamp with time zone not null default now()
accounts.updated_at timestamp with time zone not null default now()
calendar_days.id uuid not null default gen_random_uuid()
calendar_days.date date not null
calendar_days.kind text not null
calendar_days.courier_id text
calendar_days.province text
calendar_days.spans jsonb not null default '[]'::jsonb
calendar_days.name text not null
calendar_days.created_at timestamp with time zone not null default '2025-01-01 00:00:00+00'::timestamp with time zone
calendar_days.created_by_name text not null default ''::text
calendar_days.withdrawn_at timestamp with time zone
calendar_days.withdrawn_by_name text
couriers.id text not null
couriers.name text not null
disputes.id uuid not null default gen_random_uuid()
disputes.report_id uuid not null
disputes.entry_id uuid not null
disputes.seller_org_id uuid not null
disputes.courier_id text not null
disputes.subject_kind text not null
disputes.subject_id uuid not null
disputes.subject_code text not null
disputes.reason text not null
disputes.attempted_at timestamp with time zone not null
disputes.state text not null
disputes.state_at timestamp with time zone not null
disputes.opened_by_user_id uuid not null
disputes.answer_due_at timestamp with time zone not null default 'infinity'::timestamp with time zone
disputes.due_next_at timestamp with time zone not null default 'infinity'::timestamp with time zone
disputes.passed_at timestamp with time zone
disputes.answer text
disputes.answer_body text
disputes.answer_entry_id uuid
disputes.answered_at timestamp with time zone
disputes.answered_by_name text
disputes.verdict text
disputes.verdict_reason text
disputes.decided_by text
disputes.decided_at timestamp with time zone
disputes.decided_by_name text
entries.id uuid not null default gen_random_uuid()
entries.report_id uuid not null
entries.audience text not null
entries.seq integer not null
entries.seller_org_id uuid not null
entries.courier_id text not null
entries.kind text not null
entries.author_side text not null
entries.author_user_id uuid
entries.author_name text not null
entries.client_id uuid
entries.fingerprint text
entries.body text not null default ''::text
entries.event jsonb
entries.created_at timestamp with time zone not null
entries.edited_at timestamp with time zone
entries.deleted_at timestamp with time zone
entry_versions.id uuid not null default gen_random_uuid()
entry_versions.entry_id uuid not null
entry_versions.report_id uuid not null
entry_versions.audience text not null
entry_versions.seller_org_id uuid not null
entry_versions.courier_id text not null
entry_versions.author_user_id uuid not null
entry_versions.body text not null
entry_versions.written_at timestamp with time zone not null
entry_versions.replaced_at timestamp with time zone not null
entry_versions.deleted boolean not null default false
held_objects.key text not null
held_objects.upload_id uuid not null
held_objects.bytes bytea not null
held_objects.held_at timestamp with time zone not null
hubs.id uuid not null default gen_random_uuid()
hubs.courier_id text not null
hubs.name text not null
hubs.city text not null
hubs.province text not null
instructions.id uuid not null default gen_random_uuid()
instructions.report_id uuid not null
instructions.entry_id uuid not null
instructions.seller_org_id uuid not null
instructions.courier_id text not null
instructions.code text not null
instructions.from_side text not null
instructions.to_side text not null
instructions.detail text not null default ''::text
instructions.due_at timestamp with time zone
instructions.state text not null
instructions.state_at timestamp with time zone not null
instructions.window_start timestamp with time zone
instructions.window_end timestamp with time zone
instructions.courier_name text
instructions.courier_phone text
instructions.courier_plate text
instructions.due_next_at timestamp with time zone not null default 'infinity'::timestamp with time zone
instructions.asked_at timestamp with time zone
instructions.seller_says text
instructions.seller_said_at timestamp with time zone
instructions.seller_said_by text
instructions.courier_says text
instructions.courier_said_at timestamp with time zone
instructions.courier_said_by text
instructions.outcome text
instructions.outcome_by text
instructions.outcome_at timestamp with time zone
instructions.outcome_name text
invitations.id uuid not null default gen_random_uuid()
invitations.organization_id uuid not null
invitations.email text not null
invitations.role text
invitations.status text not null default 'pending'::text
invitations.expires_at timestamp with time zone not null
invitations.inviter_id uuid not null
invitations.created_at timestamp with time zone not null default now()
log.id bigint not null
log.xid xid8 not null default pg_current_xact_id()
log.event jsonb not null
log.at timestamp with time zone not null default clock_timestamp()
members.id uuid not null default gen_random_uuid()
members.organization_id uuid not null
members.user_id uuid not null
members.role text not null
members.level smallint
members.created_at timestamp with time zone not null default now()
organizations.id uuid not null default gen_random_uuid()
organizations.name text not null
organizations.slug text not null
organizations.logo text
organizations.metadata text
organizations.kind text not null
organizations.courier_id text
organizations.created_at timestamp with time zone not null default now()
parcels.id uuid not null default gen_random_uuid()
parcels.pickup_request_id uuid not null
parcels.seller_org_id uuid not null
parcels.courier_id text not null
parcels.resi text not null
parcels.order_no text not null default ''::text
parcels.description text not null default ''::text
parcels.stage text not null
parcels.stage_at timestamp with time zone
parcels.custody_at timestamp with time zone
parcels.failed_at timestamp with time zone
parcels.final_at timestamp with time zone
parcels.deadline_at timestamp with time zone not null default 'infinity'::timestamp with time zone
parcels.awaiting_pickup boolean generated ((custody_at IS NULL) AND (final_at IS NULL))
parcels.created_at timestamp with time zone not null
parcels.checked_at timestamp with time zone
parcels.sla_next_at timestamp with time zone not null default 'infinity'::timestamp with time zone
photo_evidence.upload_id uuid not null
photo_evidence.owner_org_id uuid not null
photo_evidence.original_sha256 text not null
photo_evidence.perceptual_hash bit(64)
photo_evidence.hash_bands smallint[]
photo_evidence.captured_at text
photo_evidence.device text
photo_evidence.reduced boolean not null default false
photo_evidence.distance_m integer
photo_evidence.received_at timestamp with time zone not null
photo_evidence.original_key text
photo_evidence.original_bytes integer
photo_evidence.original_until timestamp with time zone
photos.id uuid not null default gen_random_uuid()
photos.report_id uuid not null
photos.entry_id uuid not null
photos.audience text not null
photos.seller_org_id uuid not null
photos.courier_id text not null
photos.upload_id uuid not null
photos.owner_user_id uuid not null
photos.position smallint not null
photos.purpose text not null
photos.full_key text not null
photos.thumb_key text not null
photos.width integer not null
photos.height integer not null
photos.bytes integer not null
photos.original_sha256 text
photos.captured_at text
photos.received_at timestamp with time zone not null
photos.placeholder text
photos.state text not null default 'ready'::text
pickup_points.id uuid not null default gen_random_uuid()
pickup_points.seller_org_id uuid not null
pickup_points.address_key text not null
pickup_points.street text not null default ''::text
pickup_points.rt text not null default ''::text
pickup_points.rw text not null default ''::text
pickup_points.ward text not null default ''::text
pickup_points.landmark text not null default ''::text
pickup_points.whatsapp text not null default ''::text
pickup_points.updated_at timestamp with time zone not null
pickup_requests.id uuid not null default gen_random_uuid()
pickup_requests.seller_org_id uuid not null
pickup_requests.seller_name text not null
pickup_requests.courier_id text not null
pickup_requests.external_id text not null
pickup_requests.pickup_point_id uuid not null
pickup_requests.service_kind text not null
pickup_requests.requested_at timestamp with time zone not null
pickup_requests.window_start timestamp with time zone
pickup_requests.window_end timestamp with time zone
pickup_requests.contact_name text not null
pickup_requests.contact_phone text not null
pickup_requests.address text not null
pickup_requests.village text not null
pickup_requests.district text not null
pickup_requests.city text not null
pickup_requests.province text not null
pickup_requests.postal_code text not null
pickup_requests.zone text not null
pickup_requests.policy_id uuid
pickup_requests.cutoff_at timestamp with time zone
pickup_requests.deadline_at timestamp with time zone
pickup_requests.auto_cancel_at timestamp with time zone
pickup_requests.created_at timestamp with time zone not null
pickup_requests.clock jsonb
pickup_requests.warn_at timestamp with time zone
pickup_requests.rescheduled_to timestamp with time zone
pickup_requests.latitude double precision
pickup_requests.longitude double precision
presences.report_id uuid not null
presences.connection_id text not null
presences.node_id uuid not null
presences.seller_org_id uuid not null
presences.courier_id text not null
presences.user_id uuid not null
presences.side text not null
presences.name text not null
presences.seen_at timestamp with time zone not null default clock_timestamp()
proof_repeats.photo_id uuid not null
proof_repeats.report_id uuid not null
proof_repeats.twin_photo_id uuid not null
proof_repeats.twin_report_id uuid not null
proof_repeats.distance smallint not null
proof_repeats.found_at timestamp with time zone not null
read_marks.report_id uuid not null
read_marks.audience text not null
read_marks.user_id uuid not null
read_marks.seller_org_id uuid not null
read_marks.courier_id text not null
read_marks.side text not null
read_marks.name text not null
read_marks.seen_seq integer not null
read_marks.seen_at timestamp with time zone not null
read_marks.read_seq integer not null
read_marks.turn integer not null default 0
reply_hours.id uuid not null default gen_random_uuid()
reply_hours.side text not null
reply_hours.courier_id text
reply_hours.valid_from timestamp with time zone not null default '2025-01-01 00:00:00+00'::timestamp with time zone
reply_hours.days smallint[] not null
reply_hours.open_minute smallint not null
reply_hours.close_minute smallint not null
reply_hours.zone text not null
reply_hours.target_minutes smallint
reply_hours.source text not null
reply_hours.created_at timestamp with time zone not null default '2025-01-01 00:00:00+00'::timestamp with time zone
reply_hours.created_by_name text not null default ''::text
reply_hours.withdrawn_at timestamp with time zone
reply_hours.withdrawn_by_name text
report_streams.report_id uuid not null
report_streams.audience text not null
report_streams.seller_org_id uuid not null
report_streams.courier_id text not null
report_streams.last_seq integer not null default 0
report_streams.last_rev integer not null default 0
report_turns.report_id uuid not null
report_turns.seq integer not null
report_turns.seller_org_id uuid not null
report_turns.courier_id text not null
report_turns.holder text not null
report_turns.since timestamp with time zone not null
reports.id uuid not null default gen_random_uuid()
reports.code text not null
reports.batch_id uuid not null
reports.parcel_id uuid not null
reports.pickup_request_id uuid not null
reports.seller_org_id uuid not null
reports.seller_name text not null
reports.courier_id text not null
reports.courier_served boolean not null
reports.resi text not null
reports.origin_city text not null
reports.zone text not null
reports.category_filed text not null
reports.category_reckoned text not null
reports.status text not null
reports.resolution text
reports.resolved_at timestamp with time zone
reports.waiting_on text not null
reports.waiting_since timestamp with time zone not null
reports.due_at timestamp with time zone not null default 'infinity'::timestamp with time zone
reports.due_kind text
reports.filed_by_user_id uuid not null
reports.filed_by_name text not null
reports.filed_at timestamp with time zone not null
reports.last_entry_at timestamp with time zone not null
reports.last_line jsonb not null
reports.readiness jsonb
reports.category_by text not null default 'rule'::text
reports.category_note text not null default ''::text
reports.deadline_at timestamp with time zone not null default 'infinity'::timestamp with time zone
reports.reply_due_at timestamp with time zone not null default 'infinity'::timestamp with time zone
reports.reply_next_at timestamp with time zone not null default 'infinity'::timestamp with time zone
reports.track_at timestamp with time zone not null default 'infinity'::timestamp with time zone
reports.disputed boolean not null default false
sessions.id uuid not null default gen_random_uuid()
sessions.token text not null
sessions.user_id uuid not null
sessions.active_organization_id uuid
sessions.expires_at timestamp with time zone not null
sessions.ip_address text
sessions.user_agent text
sessions.created_at timestamp with time zone not null default now()
sessions.updated_at timestamp with time zone not null default now()
settings_changes.id uuid not null default gen_random_uuid()
settings_changes.at timestamp with time zone not null
settings_changes.user_id uuid not null
settings_changes.user_name text not null
settings_changes.subject text not null
settings_changes.row_id uuid not null
settings_changes.action text not null
settings_changes.summary jsonb not null
settings_changes.moved integer not null
shared_proof_links.proof_id uuid not null
shared_proof_links.report_id uuid not null
shared_proof_links.entry_id uuid not null
shared_proof_links.seller_org_id uuid not null
shared_proof_links.courier_id text not null
shared_proof_links.state text not null default 'asked'::text
shared_proof_links.reason text
shared_proof_links.detail text not null default ''::text
shared_proof_links.decided_at timestamp with time zone
shared_proof_links.decided_by_user_id uuid
shared_proof_links.decided_by_name text
shared_proofs.id uuid not null default gen_random_uuid()
shared_proofs.seller_org_id uuid not null
shared_proofs.seller_name text not null
shared_proofs.courier_id text not null
shared_proofs.made_by_user_id uuid not null
shared_proofs.made_by_name text not null
shared_proofs.made_at timestamp with time zone not null
shared_proofs.client_id uuid not null
shared_proofs.fingerprint text not null
shared_proofs.body text not null default ''::text
shared_proofs.left_out jsonb not null default '[]'::jsonb
sla_events.id uuid not null default gen_random_uuid()
sla_events.parcel_id uuid not null
sla_events.report_id uuid
sla_events.seller_org_id uuid not null
sla_events.courier_id text not null
sla_events.clock text not null
sla_events.kind text not null
sla_events.holder text not null
sla_events.due_at timestamp with time zone not null
sla_events.at timestamp with time zone not null
sla_events.recorded_at timestamp with time zone not null
sla_policies.id uuid not null default gen_random_uuid()
sla_policies.courier_id text
sla_policies.service_kind text not null
sla_policies.province text
sla_policies.valid_from timestamp with time zone not null
sla_policies.cutoff_local time without time zone
sla_policies.limit_days smallint
sla_policies.limit_local time without time zone
sla_policies.operating_days smallint[] not null
sla_policies.auto_cancel_days smallint
sla_policies.source text not null
sla_policies.version integer not null default 1
sla_policies.target_days smallint not null default 0
sla_policies.opening_local time without time zone not null default '08:00:00'::time without time zone
sla_policies.limit_minutes smallint
sla_policies.spans jsonb not null default '[]'::jsonb
sla_policies.joint_leave_closes boolean not null default false
sla_policies.warn_percent smallint not null default 80
sla_policies.warn_before_minutes smallint not null default 60
sla_policies.silent_scan_minutes smallint not null default 120
sla_policies.created_at timestamp with time zone not null default '2025-01-01 00:00:00+00'::timestamp with time zone
sla_policies.created_by_name text not null default ''::text
sla_policies.withdrawn_at timestamp with time zone
sla_policies.withdrawn_by_name text
thread_changes.report_id uuid not null
thread_changes.audience text not null
thread_changes.rev integer not null
thread_changes.seller_org_id uuid not null
thread_changes.courier_id text not null
thread_changes.type text not null
thread_changes.entry_id uuid
tracking_events.id uuid not null default gen_random_uuid()
tracking_events.inbox_id uuid not null
tracking_events.source text not null
tracking_events.identity text not null
tracking_events.resi text not null
tracking_events.parcel_id uuid
tracking_events.seller_org_id uuid
tracking_events.courier_id text
tracking_events.scan_courier text
tracking_events.meaning text not null
tracking_events.raw_code text not null
tracking_events.raw_text text not null
tracking_events.occurred_at timestamp with time zone
tracking_events.received_at timestamp with time zone not null
tracking_events.vocabulary text not null default ''::text
tracking_events.plain_code text not null default ''::text
tracking_events.plain_text text not null default ''::text
tracking_events.occurred_local text
tracking_events.pulled boolean not null default false
tracking_events.mapping_id uuid
tracking_inbox.id uuid not null default gen_random_uuid()
tracking_inbox.source text not null
tracking_inbox.identity text not null
tracking_inbox.body jsonb not null
tracking_inbox.received_at timestamp with time zone not null
tracking_inbox.worked_at timestamp with time zone
tracking_inbox.kind text not null default 'webhook'::text
tracking_inbox.resi text
tracking_inbox.attempts integer not null default 0
tracking_inbox.next_try_at timestamp with time zone not null default '-infinity'::timestamp with time zone
tracking_inbox.problem text
tracking_inbox.row_count integer
tracking_inbox.unknown_count integer
tracking_mappings.id uuid not null default gen_random_uuid()
tracking_mappings.vocabulary text not null
tracking_mappings.match text not null
tracking_mappings.value text not null
tracking_mappings.meaning text not null
tracking_mappings.created_at timestamp with time zone not null
tracking_mappings.created_by_name text not null
tracking_mappings.withdrawn_at timestamp with time zone
tracking_mappings.withdrawn_by_name text
uploads.id uuid not null default gen_random_uuid()
uploads.owner_org_id uuid not null
uploads.owner_user_id uuid not null
uploads.owner_side text not null
uploads.purpose text not null
uploads.full_key text not null
uploads.thumb_key text not null
uploads.width integer not null
uploads.height integer not null
uploads.bytes integer not null
uploads.original_sha256 text not null
uploads.captured_at text
uploads.received_at timestamp with time zone not null
uploads.client_id uuid
uploads.state text not null default 'ready'::text
uploads.placeholder text
uploads.advice text[] not null default '{}'::text[]
uploads.label jsonb
uploads.similar_to uuid
users.id uuid not null default gen_random_uuid()
users.name text not null
users.email text not null
users.email_verified boolean not null default false
users.image text
users.created_at timestamp with time zone not null default now()
users.updated_at timestamp with time zone not null default now()
verifications.id uuid not null default gen_random_uuid()
verifications.identifier text not null
verifications.value text not null
verifications.expires_at timestamp with time zone not null
verifications.created_at timestamp with time zone not null default now()
verifications.updated_at timestamp with time zone not null default now()

-- constraints
accounts.accounts_pkey PRIMARY KEY (id)
accounts.accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
calendar_days.calendar_days_check CHECK (((kind = 'hours'::text) OR ((courier_id IS NULL) AND (province IS NULL))))
calendar_days.calendar_days_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)))
calendar_days.calendar_days_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
calendar_days.calendar_days_kind_check CHECK ((kind = ANY (ARRAY['libur_nasional'::text, 'cuti_bersama'::text, 'hours'::text])))
calendar_days.calendar_days_pkey PRIMARY KEY (id)
couriers.couriers_pkey PRIMARY KEY (id)
disputes.disputes_answer_check CHECK ((answer = ANY (ARRAY['stands'::text, 'accepts'::text])))
disputes.disputes_answer_entry_id_fkey FOREIGN KEY (answer_entry_id) REFERENCES entries(id)
disputes.disputes_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
disputes.disputes_check1 CHECK (((verdict IS NULL) = (decided_at IS NULL)))
disputes.disputes_check2 CHECK (((state = 'decided'::text) = (verdict IS NOT NULL)))
disputes.disputes_check3 CHECK (((state <> 'answered'::text) OR (answer = 'stands'::text)))
disputes.disputes_check4 CHECK (((decided_by IS DISTINCT FROM 'courier'::text) OR ((answer = 'accepts'::text) AND (verdict = 'seller_right'::text))))
disputes.disputes_check5 CHECK (((state = 'open'::text) OR (due_next_at = 'infinity'::timestamp with time zone)))
disputes.disputes_decided_by_check CHECK ((decided_by = ANY (ARRAY['courier'::text, 'support'::text])))
disputes.disputes_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id)
disputes.disputes_entry_id_key UNIQUE (entry_id)
disputes.disputes_pkey PRIMARY KEY (id)
disputes.disputes_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
disputes.disputes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'decided'::text, 'withdrawn'::text])))
disputes.disputes_subject_id_key UNIQUE (subject_id)
disputes.disputes_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['attempt'::text, 'instruction'::text])))
disputes.disputes_verdict_check CHECK ((verdict = ANY (ARRAY['seller_right'::text, 'courier_right'::text, 'unclear'::text])))
entries.entries_audience CHECK ((((audience = 'everyone'::text) OR (audience = author_side)) OR ((audience = 'support'::text) AND (author_side = 'system'::text))))
entries.entries_author_side_check CHECK ((author_side = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text, 'system'::text])))
entries.entries_check1 CHECK (((author_side = 'system'::text) = (author_user_id IS NULL)))
entries.entries_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'instruction'::text, 'event'::text])))
entries.entries_pkey PRIMARY KEY (id)
entries.entries_report_id_audience_seq_key UNIQUE (report_id, audience, seq)
entries.entries_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
entry_versions.entry_versions_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id)
entry_versions.entry_versions_pkey PRIMARY KEY (id)
entry_versions.entry_versions_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
held_objects.held_objects_pkey PRIMARY KEY (key)
held_objects.held_objects_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id) ON DELETE CASCADE
hubs.hubs_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
hubs.hubs_courier_id_name_key UNIQUE (courier_id, name)
hubs.hubs_pkey PRIMARY KEY (id)
instructions.instructions_check CHECK (((seller_says IS NULL) = (seller_said_at IS NULL)))
instructions.instructions_check1 CHECK (((courier_says IS NULL) = (courier_said_at IS NULL)))
instructions.instructions_check2 CHECK (((outcome IS NULL) = (outcome_at IS NULL)))
instructions.instructions_check3 CHECK (((outcome IS NULL) OR (outcome <> 'contested'::text) OR ((seller_says = 'broken'::text) AND (courier_says = 'kept'::text))))
instructions.instructions_check4 CHECK (((outcome_by IS DISTINCT FROM 'seller'::text) OR (NOT (seller_says IS DISTINCT FROM outcome)) OR (asked_at IS NULL)))
instructions.instructions_check5 CHECK (((outcome_by IS DISTINCT FROM 'courier'::text) OR (NOT (courier_says IS DISTINCT FROM outcome)) OR (asked_at IS NULL)))
instructions.instructions_courier_says_check CHECK ((courier_says = ANY (ARRAY['kept'::text, 'broken'::text])))
instructions.instructions_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id)
instructions.instructions_entry_id_key UNIQUE (entry_id)
instructions.instructions_outcome_by_check CHECK ((outcome_by = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text, 'scan'::text])))
instructions.instructions_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'broken'::text, 'contested'::text])))
instructions.instructions_pkey PRIMARY KEY (id)
instructions.instructions_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
instructions.instructions_seller_says_check CHECK ((seller_says = ANY (ARRAY['kept'::text, 'broken'::text])))
instructions.instructions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'acknowledged'::text, 'done'::text, 'declined'::text, 'expired'::text])))
invitations.invitations_inviter_id_fkey FOREIGN KEY (inviter_id) REFERENCES users(id) ON DELETE CASCADE
invitations.invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id) ON DELETE CASCADE
invitations.invitations_pkey PRIMARY KEY (id)
log.log_pkey PRIMARY KEY (id)
members.members_level_check CHECK ((level = ANY (ARRAY[1, 2])))
members.members_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id) ON DELETE CASCADE
members.members_organization_id_user_id_key UNIQUE (organization_id, user_id)
members.members_pkey PRIMARY KEY (id)
members.members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'admin'::text])))
members.members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
organizations.organizations_check CHECK (((kind = 'courier'::text) = (courier_id IS NOT NULL)))
organizations.organizations_kind_check CHECK ((kind = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text])))
organizations.organizations_pkey PRIMARY KEY (id)
organizations.organizations_slug_key UNIQUE (slug)
parcels.parcels_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
parcels.parcels_courier_id_resi_key UNIQUE (courier_id, resi)
parcels.parcels_id_seller_org_id_courier_id_key UNIQUE (id, seller_org_id, courier_id)
parcels.parcels_pickup_request_id_fkey FOREIGN KEY (pickup_request_id) REFERENCES pickup_requests(id)
parcels.parcels_pkey PRIMARY KEY (id)
photo_evidence.photo_evidence_check CHECK (((original_key IS NULL) = (original_until IS NULL)))
photo_evidence.photo_evidence_check1 CHECK (((perceptual_hash IS NULL) = (hash_bands IS NULL)))
photo_evidence.photo_evidence_pkey PRIMARY KEY (upload_id)
photo_evidence.photo_evidence_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id) ON DELETE CASCADE
photos.photos_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id)
photos.photos_pkey PRIMARY KEY (id)
photos.photos_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
photos.photos_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'waiting'::text, 'ready'::text, 'erased'::text])))
photos.photos_upload_id_owner_user_id_full_key_thumb_key_fkey FOREIGN KEY (upload_id, owner_user_id, full_key, thumb_key) REFERENCES uploads(id, owner_user_id, full_key, thumb_key)
pickup_points.pickup_points_pkey PRIMARY KEY (id)
pickup_points.pickup_points_seller_org_id_address_key_key UNIQUE (seller_org_id, address_key)
pickup_requests.pickup_requests_check CHECK (((latitude IS NULL) = (longitude IS NULL)))
pickup_requests.pickup_requests_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
pickup_requests.pickup_requests_external_id_key UNIQUE (external_id)
pickup_requests.pickup_requests_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
pickup_requests.pickup_requests_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
pickup_requests.pickup_requests_pickup_point_id_fkey FOREIGN KEY (pickup_point_id) REFERENCES pickup_points(id)
pickup_requests.pickup_requests_pkey PRIMARY KEY (id)
pickup_requests.pickup_requests_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES sla_policies(id)
presences.presences_pkey PRIMARY KEY (report_id, connection_id)
proof_repeats.proof_repeats_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES photos(id)
proof_repeats.proof_repeats_pkey PRIMARY KEY (report_id, twin_report_id)
proof_repeats.proof_repeats_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id)
proof_repeats.proof_repeats_twin_photo_id_fkey FOREIGN KEY (twin_photo_id) REFERENCES photos(id)
proof_repeats.proof_repeats_twin_report_id_fkey FOREIGN KEY (twin_report_id) REFERENCES reports(id)
read_marks.read_marks_audience_check CHECK ((audience = ANY (ARRAY['everyone'::text, 'seller'::text, 'courier'::text, 'support'::text])))
read_marks.read_marks_check CHECK (((audience = 'everyone'::text) OR (audience = side)))
read_marks.read_marks_check1 CHECK ((read_seq <= seen_seq))
read_marks.read_marks_pkey PRIMARY KEY (report_id, audience, user_id)
read_marks.read_marks_report_id_seller_org_id_courier_id_fkey1 FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
read_marks.read_marks_side_check CHECK ((side = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text])))
reply_hours.reply_hours_check CHECK ((open_minute < close_minute))
reply_hours.reply_hours_check1 CHECK (((courier_id IS NULL) OR (side = 'courier'::text)))
reply_hours.reply_hours_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)))
reply_hours.reply_hours_close_minute_check CHECK (((close_minute >= 1) AND (close_minute <= 1440)))
reply_hours.reply_hours_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
reply_hours.reply_hours_days_check CHECK ((cardinality(days) > 0))
reply_hours.reply_hours_open_minute_check CHECK (((open_minute >= 0) AND (open_minute <= 1439)))
reply_hours.reply_hours_pkey PRIMARY KEY (id)
reply_hours.reply_hours_side_check CHECK ((side = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text])))
reply_hours.reply_hours_target_minutes_check CHECK ((target_minutes > 0))
report_streams.report_streams_audience_check CHECK ((audience = ANY (ARRAY['everyone'::text, 'seller'::text, 'courier'::text, 'support'::text])))
report_streams.report_streams_pkey PRIMARY KEY (report_id, audience)
report_streams.report_streams_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
report_turns.report_turns_holder_check CHECK ((holder = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text, 'nobody'::text])))
report_turns.report_turns_pkey PRIMARY KEY (report_id, seq)
report_turns.report_turns_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
reports.reports_category_by_check CHECK ((category_by = ANY (ARRAY['rule'::text, 'support'::text])))
reports.reports_check CHECK (((status = 'open'::text) = (resolved_at IS NULL)))
reports.reports_closed CHECK (((status = 'open'::text) OR ((due_at = 'infinity'::timestamp with time zone) AND ((waiting_on = 'nobody'::text) OR disputed))))
reports.reports_code_key UNIQUE (code)
reports.reports_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
reports.reports_due_kind_check CHECK ((due_kind = ANY (ARRAY['pickup'::text, 'promise'::text])))
reports.reports_id_seller_org_id_courier_id_key UNIQUE (id, seller_org_id, courier_id)
reports.reports_parcel_id_seller_org_id_courier_id_fkey FOREIGN KEY (parcel_id, seller_org_id, courier_id) REFERENCES parcels(id, seller_org_id, courier_id)
reports.reports_pickup_request_id_fkey FOREIGN KEY (pickup_request_id) REFERENCES pickup_requests(id)
reports.reports_pkey PRIMARY KEY (id)
reports.reports_status_check CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text, 'cancelled'::text])))
reports.reports_waiting_on_check CHECK ((waiting_on = ANY (ARRAY['seller'::text, 'courier'::text, 'support'::text, 'nobody'::text])))
sessions.sessions_active_organization_id_fkey FOREIGN KEY (active_organization_id) REFERENCES organizations(id) ON DELETE SET NULL
sessions.sessions_pkey PRIMARY KEY (id)
sessions.sessions_token_key UNIQUE (token)
sessions.sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
settings_changes.settings_changes_action_check CHECK ((action = ANY (ARRAY['added'::text, 'withdrawn'::text])))
settings_changes.settings_changes_pkey PRIMARY KEY (id)
settings_changes.settings_changes_subject_check CHECK ((subject = ANY (ARRAY['policy'::text, 'calendar'::text, 'reply_hours'::text, 'code'::text])))
shared_proof_links.shared_proof_links_check CHECK (((state = 'asked'::text) = (decided_at IS NULL)))
shared_proof_links.shared_proof_links_check1 CHECK (((state = 'rejected'::text) = (reason IS NOT NULL)))
shared_proof_links.shared_proof_links_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id)
shared_proof_links.shared_proof_links_pkey PRIMARY KEY (proof_id, report_id)
shared_proof_links.shared_proof_links_proof_id_seller_org_id_courier_id_fkey FOREIGN KEY (proof_id, seller_org_id, courier_id) REFERENCES shared_proofs(id, seller_org_id, courier_id)
shared_proof_links.shared_proof_links_reason_check CHECK ((reason = ANY (ARRAY['not_in_photo'::text, 'unreadable'::text, 'not_handed_over'::text, 'other'::text])))
shared_proof_links.shared_proof_links_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
shared_proof_links.shared_proof_links_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'rejected'::text])))
shared_proofs.shared_proofs_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
shared_proofs.shared_proofs_id_seller_org_id_courier_id_key UNIQUE (id, seller_org_id, courier_id)
shared_proofs.shared_proofs_made_by_user_id_client_id_key UNIQUE (made_by_user_id, client_id)
shared_proofs.shared_proofs_pkey PRIMARY KEY (id)
sla_events.sla_events_clock_check CHECK ((clock = ANY (ARRAY['pickup'::text, 'reply'::text])))
sla_events.sla_events_kind_check CHECK ((kind = ANY (ARRAY['warn'::text, 'breach'::text])))
sla_events.sla_events_parcel_id_clock_kind_due_at_key UNIQUE (parcel_id, clock, kind, due_at)
sla_events.sla_events_parcel_id_seller_org_id_courier_id_fkey FOREIGN KEY (parcel_id, seller_org_id, courier_id) REFERENCES parcels(id, seller_org_id, courier_id)
sla_events.sla_events_pkey PRIMARY KEY (id)
sla_events.sla_events_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id)
sla_policies.sla_policies_check CHECK (((limit_minutes IS NULL) = ((limit_days IS NOT NULL) AND (limit_local IS NOT NULL))))
sla_policies.sla_policies_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)))
sla_policies.sla_policies_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES couriers(id)
sla_policies.sla_policies_limit_minutes_check CHECK ((limit_minutes > 0))
sla_policies.sla_policies_operating_days_check CHECK ((cardinality(operating_days) > 0))
sla_policies.sla_policies_pkey PRIMARY KEY (id)
sla_policies.sla_policies_silent_scan_minutes_check CHECK ((silent_scan_minutes > 0))
sla_policies.sla_policies_warn_before_minutes_check CHECK ((warn_before_minutes >= 0))
sla_policies.sla_policies_warn_percent_check CHECK (((warn_percent >= 1) AND (warn_percent <= 100)))
thread_changes.thread_changes_audience_check CHECK ((audience = ANY (ARRAY['everyone'::text, 'seller'::text, 'courier'::text, 'support'::text])))
thread_changes.thread_changes_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id)
thread_changes.thread_changes_pkey PRIMARY KEY (report_id, audience, rev)
thread_changes.thread_changes_report_id_seller_org_id_courier_id_fkey FOREIGN KEY (report_id, seller_org_id, courier_id) REFERENCES reports(id, seller_org_id, courier_id)
tracking_events.tracking_events_inbox_id_fkey FOREIGN KEY (inbox_id) REFERENCES tracking_inbox(id)
tracking_events.tracking_events_mapping_id_fkey FOREIGN KEY (mapping_id) REFERENCES tracking_mappings(id)
tracking_events.tracking_events_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels(id)
tracking_events.tracking_events_pkey PRIMARY KEY (id)
tracking_events.tracking_events_source_identity_key UNIQUE (source, identity)
tracking_inbox.tracking_inbox_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'pull'::text])))
tracking_inbox.tracking_inbox_pkey PRIMARY KEY (id)
tracking_inbox.tracking_inbox_source_identity_key UNIQUE (source, identity)
tracking_mappings.tracking_mappings_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)))
tracking_mappings.tracking_mappings_match_check CHECK ((match = ANY (ARRAY['code'::text, 'text'::text])))
tracking_mappings.tracking_mappings_pkey PRIMARY KEY (id)
tracking_mappings.tracking_mappings_value_check CHECK ((value <> ''::text))
uploads.uploads_id_owner_user_id_full_key_thumb_key_key UNIQUE (id, owner_user_id, full_key, thumb_key)
uploads.uploads_own_keys CHECK (((full_key ~~ 'photos/%/full.jpg'::text) AND (thumb_key = ("left"(full_key, (- length('full.jpg'::text))) || 'thumb.jpg'::text))))
uploads.uploads_pkey PRIMARY KEY (id)
uploads.uploads_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'waiting'::text, 'ready'::text, 'erased'::text])))
users.users_email_key UNIQUE (email)
users.users_pkey PRIMARY KEY (id)
verifications.verifications_pkey PRIMARY KEY (id)

-- indexes
CREATE INDEX accounts_user ON public.accounts USING btree (user_id)
CREATE INDEX disputes_due_next ON public.disputes USING btree (due_next_at) WHERE (due_next_at < 'infinity'::timestamp with time zone)
CREATE INDEX disputes_report ON public.disputes USING btree (report_id)
CREATE INDEX entries_unread ON public.entries USING btree (report_id, audience, seq) INCLUDE (author_user_id) WHERE ((author_side <> 'system'::text) AND (deleted_at IS NULL))
CREATE INDEX entry_versions_entry ON public.entry_versions USING btree (entry_id, replaced_at)
CREATE INDEX held_objects_upload ON public.held_objects USING btree (upload_id)
CREATE INDEX instructions_due_next ON public.instructions USING btree (due_next_at) WHERE (due_next_at < 'infinity'::timestamp with time zone)
CREATE INDEX instructions_report ON public.instructions USING btree (report_id)
CREATE INDEX log_at ON events.log USING btree (at)
CREATE INDEX log_xid ON events.log USING btree (xid)
CREATE INDEX members_user ON public.members USING btree (user_id)
CREATE INDEX parcels_awaiting ON public.parcels USING btree (deadline_at, id) WHERE awaiting_pickup
CREATE INDEX parcels_awaiting_courier ON public.parcels USING btree (courier_id) WHERE awaiting_pickup
CREATE INDEX parcels_awaiting_seller ON public.parcels USING btree (seller_org_id, pickup_request_id) WHERE awaiting_pickup
CREATE INDEX parcels_request ON public.parcels USING btree (pickup_request_id)
CREATE INDEX parcels_resi ON public.parcels USING btree (resi)
CREATE INDEX parcels_sla_next ON public.parcels USING btree (sla_next_at) WHERE (awaiting_pickup AND (sla_next_at < 'infinity'::timestamp with time zone))
CREATE INDEX photo_evidence_bands ON public.photo_evidence USING gin (hash_bands)
CREATE INDEX photo_evidence_originals ON public.photo_evidence USING btree (original_until) WHERE (original_key IS NOT NULL)
CREATE INDEX photo_evidence_sha ON public.photo_evidence USING btree (original_sha256)
CREATE INDEX photos_entry ON public.photos USING btree (entry_id, "position")
CREATE INDEX photos_report ON public.photos USING btree (report_id, received_at, id)
CREATE INDEX photos_upload ON public.photos USING btree (upload_id)
CREATE INDEX photos_waiting ON public.photos USING btree (report_id) WHERE (state = 'waiting'::text)
CREATE INDEX pickup_requests_seller ON public.pickup_requests USING btree (seller_org_id, requested_at DESC, id)
CREATE INDEX presences_connection ON public.presences USING btree (connection_id)
CREATE INDEX presences_node ON public.presences USING btree (node_id)
CREATE INDEX proof_repeats_photo ON public.proof_repeats USING btree (photo_id)
CREATE INDEX proof_repeats_twin ON public.proof_repeats USING btree (twin_report_id)
CREATE INDEX proof_repeats_twin_photo ON public.proof_repeats USING btree (twin_photo_id)
CREATE INDEX reports_all_activity ON public.reports USING btree (last_entry_at DESC, id DESC)
CREATE INDEX reports_all_done ON public.reports USING btree (last_entry_at DESC, id DESC) WHERE (status <> 'open'::text)
CREATE INDEX reports_all_due ON public.reports USING btree (due_at, id)
CREATE INDEX reports_all_newest ON public.reports USING btree (filed_at DESC, id DESC)
CREATE INDEX reports_all_turn ON public.reports USING btree (waiting_on, due_at, id) WHERE (waiting_on <> 'nobody'::text)
CREATE INDEX reports_batch ON public.reports USING btree (batch_id)
CREATE INDEX reports_courier_activity ON public.reports USING btree (courier_id, last_entry_at DESC, id DESC)
CREATE INDEX reports_courier_done ON public.reports USING btree (courier_id, last_entry_at DESC, id DESC) WHERE (status <> 'open'::text)
CREATE INDEX reports_courier_due ON public.reports USING btree (courier_id, due_at, id)
CREATE INDEX reports_courier_newest ON public.reports USING btree (courier_id, filed_at DESC, id DESC)
CREATE INDEX reports_courier_turn ON public.reports USING btree (courier_id, waiting_on, due_at, id) WHERE (waiting_on <> 'nobody'::text)
CREATE INDEX reports_parcel ON public.reports USING btree (parcel_id, filed_at DESC)
CREATE INDEX reports_promotable ON public.reports USING btree (deadline_at) WHERE ((status = 'open'::text) AND (category_reckoned = ANY (ARRAY['belum_pickup'::text, 'gagal_pickup'::text])))
CREATE INDEX reports_reply_next ON public.reports USING btree (reply_next_at) WHERE (reply_next_at < 'infinity'::timestamp with time zone)
CREATE INDEX reports_resi ON public.reports USING btree (resi)
CREATE INDEX reports_seller_activity ON public.reports USING btree (seller_org_id, last_entry_at DESC, id DESC)
CREATE INDEX reports_seller_courier ON public.reports USING btree (seller_org_id, courier_id)
CREATE INDEX reports_seller_done ON public.reports USING btree (seller_org_id, last_entry_at DESC, id DESC) WHERE (status <> 'open'::text)
CREATE INDEX reports_seller_due ON public.reports USING btree (seller_org_id, due_at, id)
CREATE INDEX reports_seller_newest ON public.reports USING btree (seller_org_id, filed_at DESC, id DESC)
CREATE INDEX reports_seller_turn ON public.reports USING btree (seller_org_id, waiting_on, due_at, id) WHERE (waiting_on <> 'nobody'::text)
CREATE INDEX reports_track ON public.reports USING btree (track_at) WHERE (status = 'open'::text)
CREATE INDEX sessions_user ON public.sessions USING btree (user_id)
CREATE INDEX shared_proof_links_asked ON public.shared_proof_links USING btree (courier_id, proof_id) WHERE (state = 'asked'::text)
CREATE INDEX shared_proof_links_report ON public.shared_proof_links USING btree (report_id)
CREATE INDEX shared_proofs_all ON public.shared_proofs USING btree (made_at DESC, id DESC)
CREATE INDEX shared_proofs_courier ON public.shared_proofs USING btree (courier_id, made_at DESC, id DESC)
CREATE INDEX shared_proofs_seller ON public.shared_proofs USING btree (seller_org_id, made_at DESC, id DESC)
CREATE INDEX thread_changes_entry ON public.thread_changes USING btree (entry_id, rev)
CREATE INDEX tracking_events_mapping ON public.tracking_events USING btree (mapping_id) WHERE (mapping_id IS NOT NULL)
CREATE INDEX tracking_events_orphans ON public.tracking_events USING btree (resi) WHERE (parcel_id IS NULL)
CREATE INDEX tracking_events_parcel ON public.tracking_events USING btree (parcel_id, received_at)
CREATE INDEX tracking_events_unknown ON public.tracking_events USING btree (vocabulary, plain_code, plain_text, received_at DESC) WHERE (meaning = 'unknown'::text)
CREATE INDEX tracking_inbox_newest ON public.tracking_inbox USING btree (received_at DESC, id DESC)
CREATE INDEX tracking_inbox_problem ON public.tracking_inbox USING btree (received_at DESC, id DESC) WHERE (problem IS NOT NULL)
CREATE INDEX tracking_inbox_waiting ON public.tracking_inbox USING btree (next_try_at, received_at) WHERE (worked_at IS NULL)
CREATE INDEX uploads_owner ON public.uploads USING btree (owner_user_id, received_at DESC)
CREATE INDEX uploads_unfinished ON public.uploads USING btree (received_at) WHERE (state = ANY (ARRAY['pending'::text, 'waiting'::text]))
CREATE INDEX verifications_identifier ON public.verifications USING btree (identifier)
CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (id)
CREATE UNIQUE INDEX calendar_days_one ON public.calendar_days USING btree (COALESCE(courier_id, ''::text), COALESCE(province, ''::text), date, ((kind = 'hours'::text))) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX calendar_days_pkey ON public.calendar_days USING btree (id)
CREATE UNIQUE INDEX couriers_pkey ON public.couriers USING btree (id)
CREATE UNIQUE INDEX disputes_entry_id_key ON public.disputes USING btree (entry_id)
CREATE UNIQUE INDEX disputes_pkey ON public.disputes USING btree (id)
CREATE UNIQUE INDEX disputes_subject_id_key ON public.disputes USING btree (subject_id)
CREATE UNIQUE INDEX entries_client ON public.entries USING btree (report_id, author_user_id, client_id) WHERE (client_id IS NOT NULL)
CREATE UNIQUE INDEX entries_pkey ON public.entries USING btree (id)
CREATE UNIQUE INDEX entries_report_id_audience_seq_key ON public.entries USING btree (report_id, audience, seq)
CREATE UNIQUE INDEX entry_versions_pkey ON public.entry_versions USING btree (id)
CREATE UNIQUE INDEX held_objects_pkey ON public.held_objects USING btree (key)
CREATE UNIQUE INDEX hubs_courier_id_name_key ON public.hubs USING btree (courier_id, name)
CREATE UNIQUE INDEX hubs_pkey ON public.hubs USING btree (id)
CREATE UNIQUE INDEX instructions_entry_id_key ON public.instructions USING btree (entry_id)
CREATE UNIQUE INDEX instructions_pkey ON public.instructions USING btree (id)
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (id)
CREATE UNIQUE INDEX log_pkey ON events.log USING btree (id)
CREATE UNIQUE INDEX members_organization_id_user_id_key ON public.members USING btree (organization_id, user_id)
CREATE UNIQUE INDEX members_pkey ON public.members USING btree (id)
CREATE UNIQUE INDEX organizations_pkey ON public.organizations USING btree (id)
CREATE UNIQUE INDEX organizations_slug_key ON public.organizations USING btree (slug)
CREATE UNIQUE INDEX parcels_courier_id_resi_key ON public.parcels USING btree (courier_id, resi)
CREATE UNIQUE INDEX parcels_id_seller_org_id_courier_id_key ON public.parcels USING btree (id, seller_org_id, courier_id)
CREATE UNIQUE INDEX parcels_pkey ON public.parcels USING btree (id)
CREATE UNIQUE INDEX photo_evidence_original_key ON public.photo_evidence USING btree (original_key COLLATE "C")
CREATE UNIQUE INDEX photo_evidence_pkey ON public.photo_evidence USING btree (upload_id)
CREATE UNIQUE INDEX photos_pkey ON public.photos USING btree (id)
CREATE UNIQUE INDEX pickup_points_pkey ON public.pickup_points USING btree (id)
CREATE UNIQUE INDEX pickup_points_seller_org_id_address_key_key ON public.pickup_points USING btree (seller_org_id, address_key)
CREATE UNIQUE INDEX pickup_requests_external_id_key ON public.pickup_requests USING btree (external_id)
CREATE UNIQUE INDEX pickup_requests_pkey ON public.pickup_requests USING btree (id)
CREATE UNIQUE INDEX presences_pkey ON public.presences USING btree (report_id, connection_id)
CREATE UNIQUE INDEX proof_repeats_pkey ON public.proof_repeats USING btree (report_id, twin_report_id)
CREATE UNIQUE INDEX read_marks_pkey ON public.read_marks USING btree (report_id, audience, user_id)
CREATE UNIQUE INDEX reply_hours_from ON public.reply_hours USING btree (side, COALESCE(courier_id, ''::text), valid_from) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX reply_hours_pkey ON public.reply_hours USING btree (id)
CREATE UNIQUE INDEX report_streams_pkey ON public.report_streams USING btree (report_id, audience)
CREATE UNIQUE INDEX report_turns_pkey ON public.report_turns USING btree (report_id, seq)
CREATE UNIQUE INDEX reports_code_key ON public.reports USING btree (code)
CREATE UNIQUE INDEX reports_id_seller_org_id_courier_id_key ON public.reports USING btree (id, seller_org_id, courier_id)
CREATE UNIQUE INDEX reports_one_open ON public.reports USING btree (parcel_id) WHERE (status = 'open'::text)
CREATE UNIQUE INDEX reports_pkey ON public.reports USING btree (id)
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_key ON public.sessions USING btree (token)
CREATE UNIQUE INDEX settings_changes_pkey ON public.settings_changes USING btree (id)
CREATE UNIQUE INDEX shared_proof_links_pkey ON public.shared_proof_links USING btree (proof_id, report_id)
CREATE UNIQUE INDEX shared_proofs_id_seller_org_id_courier_id_key ON public.shared_proofs USING btree (id, seller_org_id, courier_id)
CREATE UNIQUE INDEX shared_proofs_made_by_user_id_client_id_key ON public.shared_proofs USING btree (made_by_user_id, client_id)
CREATE UNIQUE INDEX shared_proofs_pkey ON public.shared_proofs USING btree (id)
CREATE UNIQUE INDEX sla_events_parcel_id_clock_kind_due_at_key ON public.sla_events USING btree (parcel_id, clock, kind, due_at)
CREATE UNIQUE INDEX sla_events_pkey ON public.sla_events USING btree (id)
CREATE UNIQUE INDEX sla_policies_from ON public.sla_policies USING btree (COALESCE(courier_id, ''::text), service_kind, COALESCE(province, ''::text), valid_from) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX sla_policies_pkey ON public.sla_policies USING btree (id)
CREATE UNIQUE INDEX sla_policies_version ON public.sla_policies USING btree (COALESCE(courier_id, ''::text), service_kind, COALESCE(province, ''::text), version)
CREATE UNIQUE INDEX thread_changes_pkey ON public.thread_changes USING btree (report_id, audience, rev)
CREATE UNIQUE INDEX tracking_events_pkey ON public.tracking_events USING btree (id)
CREATE UNIQUE INDEX tracking_events_source_identity_key ON public.tracking_events USING btree (source, identity)
CREATE UNIQUE INDEX tracking_inbox_pkey ON public.tracking_inbox USING btree (id)
CREATE UNIQUE INDEX tracking_inbox_source_identity_key ON public.tracking_inbox USING btree (source, identity)
CREATE UNIQUE INDEX tracking_mappings_one ON public.tracking_mappings USING btree (vocabulary, match, value) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX tracking_mappings_pkey ON public.tracking_mappings USING btree (id)
CREATE UNIQUE INDEX uploads_client ON public.uploads USING btree (owner_user_id, client_id) WHERE (client_id IS NOT NULL)
CREATE UNIQUE INDEX uploads_id_owner_user_id_full_key_thumb_key_key ON public.uploads USING btree (id, owner_user_id, full_key, thumb_key)
CREATE UNIQUE INDEX uploads_key ON public.uploads USING btree (full_key COLLATE "C")
CREATE UNIQUE INDEX uploads_pkey ON public.uploads USING btree (id)
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email)
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)
CREATE UNIQUE INDEX verifications_pkey ON public.verifications USING btree (id)

-- row-level security
accounts enabled=f forced=f
calendar_days enabled=f forced=f
couriers enabled=f forced=f
disputes enabled=t forced=t
entries enabled=t forced=t
entry_versions enabled=t forced=t
held_objects enabled=t forced=t
hubs enabled=f forced=f
instructions enabled=t forced=t
invitations enabled=f forced=f
log enabled=f forced=f
members enabled=f forced=f
organizations enabled=f forced=f
parcels enabled=t forced=t
photo_evidence enabled=t forced=t
photos enabled=t forced=t
pickup_points enabled=t forced=t
pickup_requests enabled=t forced=t
presences enabled=t forced=t
proof_repeats enabled=t forced=t
read_marks enabled=t forced=t
reply_hours enabled=f forced=f
report_streams enabled=t forced=t
report_turns enabled=t forced=t
reports enabled=t forced=t
sessions enabled=f forced=f
settings_changes enabled=f forced=f
shared_proof_links enabled=t forced=t
shared_proofs enabled=t forced=t
sla_events enabled=t forced=t
sla_policies enabled=f forced=f
thread_changes enabled=t forced=t
tracking_events enabled=t forced=t
tracking_inbox enabled=t forced=t
tracking_mappings enabled=f forced=f
uploads enabled=t forced=t
users enabled=f forced=f
verifications enabled=f forced=f

-- policies
disputes.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
disputes.courier_update for w to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (state = 'open'::text))) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND ((state = 'answered'::text) OR ((state = 'decided'::text) AND (decided_by = 'courier'::text)))))
disputes.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (opened_by_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (state = 'open'::text) AND (answer IS NULL)))
disputes.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
disputes.seller_update for w to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (state = ANY (ARRAY['open'::text, 'answered'::text])))) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (state = 'withdrawn'::text)))
disputes.support_select for r to app_support using (true) check (-)
disputes.support_update for w to app_support using ((true AND ((state = 'answered'::text) OR ((state = 'open'::text) AND (passed_at IS NOT NULL))))) check (((state = 'decided'::text) AND (decided_by = 'support'::text)))
disputes.system_all for * to app_system using (true) check (true)
entries.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (author_side = 'courier'::text) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
entries.courier_select for r to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])))) check (-)
entries.courier_update for w to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (kind = 'message'::text))) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (kind = 'message'::text)))
entries.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (author_side = 'seller'::text) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
entries.seller_select for r to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])))) check (-)
entries.seller_update for w to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (kind = 'message'::text))) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (kind = 'message'::text)))
entries.support_insert for a to app_support using (-) check (((audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (author_side = 'support'::text) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
entries.support_select for r to app_support using ((audience = ANY (ARRAY['everyone'::text, 'support'::text]))) check (-)
entries.support_update for w to app_support using ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (kind = 'message'::text))) check ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (kind = 'message'::text)))
entries.system_all for * to app_system using (true) check (true)
entry_versions.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM entries e
  WHERE ((e.id = entry_versions.entry_id) AND (e.author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))))))
entry_versions.courier_select for r to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (EXISTS ( SELECT
   FROM entries e
  WHERE ((e.id = entry_versions.entry_id) AND (e.deleted_at IS NULL)))))) check (-)
entry_versions.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM entries e
  WHERE ((e.id = entry_versions.entry_id) AND (e.author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))))))
entry_versions.seller_select for r to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (EXISTS ( SELECT
   FROM entries e
  WHERE ((e.id = entry_versions.entry_id) AND (e.deleted_at IS NULL)))))) check (-)
entry_versions.support_insert for a to app_support using (-) check ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (EXISTS ( SELECT
   FROM entries e
  WHERE ((e.id = entry_versions.entry_id) AND (e.author_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))))))
entry_versions.support_select for r to app_support using ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])))) check (-)
entry_versions.system_all for * to app_system using (true) check (true)
held_objects.system_all for * to app_system using (true) check (true)
instructions.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (from_side = 'courier'::text)))
instructions.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
instructions.courier_update for w to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)))
instructions.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (from_side = 'seller'::text)))
instructions.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
instructions.seller_update for w to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)))
instructions.support_insert for a to app_support using (-) check ((from_side = 'support'::text))
instructions.support_select for r to app_support using (true) check (-)
instructions.support_update for w to app_support using (true) check (true)
instructions.system_all for * to app_system using (true) check (true)
parcels.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
parcels.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
parcels.support_select for r to app_support using (true) check (-)
parcels.system_all for * to app_system using (true) check (true)
photo_evidence.support_select for r to app_support using (true) check (-)
photo_evidence.system_all for * to app_system using (true) check (true)
photos.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
photos.courier_select for r to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])))) check (-)
photos.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
photos.seller_select for r to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])))) check (-)
photos.support_insert for a to app_support using (-) check (((audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
photos.support_select for r to app_support using ((audience = ANY (ARRAY['everyone'::text, 'support'::text]))) check (-)
photos.system_all for * to app_system using (true) check (true)
pickup_points.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
pickup_points.seller_update for w to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)))
pickup_points.support_select for r to app_support using (true) check (-)
pickup_points.system_all for * to app_system using (true) check (true)
pickup_requests.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
pickup_requests.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
pickup_requests.support_select for r to app_support using (true) check (-)
pickup_requests.system_all for * to app_system using (true) check (true)
presences.courier_delete for d to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'courier'::text))) check (-)
presences.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'courier'::text)))
presences.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
presences.seller_delete for d to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'seller'::text))) check (-)
presences.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'seller'::text)))
presences.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
presences.support_delete for d to app_support using ((true AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'support'::text))) check (-)
presences.support_insert for a to app_support using (-) check ((true AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'support'::text)))
presences.support_select for r to app_support using (true) check (-)
presences.system_all for * to app_system using (true) check (true)
proof_repeats.support_select for r to app_support using (true) check (-)
proof_repeats.system_all for * to app_system using (true) check (true)
read_marks.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'courier'::text)))
read_marks.courier_select for r to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])))) check (-)
read_marks.courier_update for w to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
read_marks.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'seller'::text)))
read_marks.seller_select for r to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])))) check (-)
read_marks.seller_update for w to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
read_marks.support_insert for a to app_support using (-) check ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)) AND (side = 'support'::text)))
read_marks.support_select for r to app_support using ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])))) check (-)
read_marks.support_update for w to app_support using ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])) AND (user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
read_marks.system_all for * to app_system using (true) check (true)
report_streams.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text]))))
report_streams.courier_select for r to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])))) check (-)
report_streams.courier_update for w to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])))) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text]))))
report_streams.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text]))))
report_streams.seller_select for r to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])))) check (-)
report_streams.seller_update for w to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])))) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text]))))
report_streams.support_insert for a to app_support using (-) check ((audience = ANY (ARRAY['everyone'::text, 'support'::text])))
report_streams.support_select for r to app_support using ((audience = ANY (ARRAY['everyone'::text, 'support'::text]))) check (-)
report_streams.support_update for w to app_support using ((audience = ANY (ARRAY['everyone'::text, 'support'::text]))) check ((audience = ANY (ARRAY['everyone'::text, 'support'::text])))
report_streams.system_all for * to app_system using (true) check (true)
report_turns.courier_insert for a to app_courier using (-) check ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)))
report_turns.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
report_turns.seller_insert for a to app_seller using (-) check ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)))
report_turns.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
report_turns.support_insert for a to app_support using (-) check (true)
report_turns.support_select for r to app_support using (true) check (-)
report_turns.system_all for * to app_system using (true) check (true)
reports.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
reports.courier_update for w to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)))
reports.seller_insert for a to app_seller using (-) check ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)))
reports.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
reports.seller_update for w to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)))
reports.support_select for r to app_support using (true) check (-)
reports.support_update for w to app_support using (true) check (true)
reports.system_all for * to app_system using (true) check (true)
shared_proof_links.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
shared_proof_links.courier_update for w to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (state = 'asked'::text))) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (state <> 'asked'::text) AND (decided_by_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
shared_proof_links.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (state = 'asked'::text)))
shared_proof_links.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
shared_proof_links.support_select for r to app_support using (true) check (-)
shared_proof_links.system_all for * to app_system using (true) check (true)
shared_proofs.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
shared_proofs.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (made_by_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
shared_proofs.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
shared_proofs.support_select for r to app_support using (true) check (-)
shared_proofs.system_all for * to app_system using (true) check (true)
sla_events.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
sla_events.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
sla_events.support_select for r to app_support using (true) check (-)
sla_events.system_all for * to app_system using (true) check (true)
thread_changes.courier_insert for a to app_courier using (-) check (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text]))))
thread_changes.courier_select for r to app_courier using (((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'courier'::text])))) check (-)
thread_changes.seller_insert for a to app_seller using (-) check (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text]))))
thread_changes.seller_select for r to app_seller using (((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (audience = ANY (ARRAY['everyone'::text, 'seller'::text])))) check (-)
thread_changes.support_insert for a to app_support using (-) check ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text]))))
thread_changes.support_select for r to app_support using ((true AND (audience = ANY (ARRAY['everyone'::text, 'support'::text])))) check (-)
thread_changes.system_all for * to app_system using (true) check (true)
tracking_events.courier_select for r to app_courier using ((courier_id = ( SELECT current_setting('app.courier'::text) AS current_setting))) check (-)
tracking_events.seller_select for r to app_seller using ((seller_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting))) check (-)
tracking_events.support_select for r to app_support using (true) check (-)
tracking_events.system_all for * to app_system using (true) check (true)
tracking_inbox.support_select for r to app_support using (true) check (-)
tracking_inbox.system_all for * to app_system using (true) check (true)
uploads.courier_delete for d to app_courier using (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (-)
uploads.courier_insert for a to app_courier using (-) check (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
uploads.courier_select for r to app_courier using (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (-)
uploads.seller_delete for d to app_seller using (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (-)
uploads.seller_insert for a to app_seller using (-) check (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
uploads.seller_select for r to app_seller using (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (-)
uploads.support_delete for d to app_support using (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (-)
uploads.support_insert for a to app_support using (-) check (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting))))
uploads.support_select for r to app_support using (((owner_org_id = ( SELECT (current_setting('app.organisation'::text))::uuid AS current_setting)) AND (owner_user_id = ( SELECT (current_setting('app.user'::text))::uuid AS current_setting)))) check (-)
uploads.system_all for * to app_system using (true) check (true)

-- grants
accounts to app_auth: DELETE, INSERT, SELECT, UPDATE
calendar_days to app_courier: SELECT
calendar_days to app_seller: SELECT
calendar_days to app_support: SELECT
calendar_days to app_system: INSERT, SELECT, UPDATE
couriers to app_courier: SELECT
couriers to app_seller: SELECT
couriers to app_support: SELECT
couriers to app_system: DELETE, INSERT, SELECT, UPDATE
disputes to app_courier: SELECT
disputes to app_seller: INSERT, SELECT
disputes to app_support: SELECT
disputes to app_system: INSERT, SELECT, UPDATE
entries to app_courier: INSERT, SELECT
entries to app_seller: INSERT, SELECT
entries to app_support: INSERT, SELECT
entries to app_system: DELETE, INSERT, SELECT, UPDATE
entry_versions to app_courier: INSERT, SELECT
entry_versions to app_seller: INSERT, SELECT
entry_versions to app_support: INSERT, SELECT
entry_versions to app_system: DELETE, INSERT, SELECT, UPDATE
held_objects to app_system: DELETE, INSERT, SELECT, UPDATE
hubs to app_courier: SELECT
hubs to app_seller: SELECT
hubs to app_support: SELECT
hubs to app_system: DELETE, INSERT, SELECT, UPDATE
instructions to app_courier: INSERT, SELECT
instructions to app_seller: INSERT, SELECT
instructions to app_support: INSERT, SELECT
instructions to app_system: DELETE, INSERT, SELECT, UPDATE
invitations to app_auth: DELETE, INSERT, SELECT, UPDATE
log to app_system: DELETE, INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE
members to app_auth: DELETE, INSERT, SELECT, UPDATE
organizations to app_auth: DELETE, INSERT, SELECT, UPDATE
organizations to app_system: SELECT
parcels to app_courier: SELECT
parcels to app_seller: SELECT
parcels to app_support: SELECT
parcels to app_system: DELETE, INSERT, SELECT, UPDATE
photo_evidence to app_support: SELECT
photo_evidence to app_system: DELETE, INSERT, SELECT, UPDATE
photos to app_courier: INSERT, SELECT
photos to app_seller: INSERT, SELECT
photos to app_support: INSERT, SELECT
photos to app_system: DELETE, INSERT, SELECT, UPDATE
pickup_points to app_seller: SELECT
pickup_points to app_support: SELECT
pickup_points to app_system: DELETE, INSERT, SELECT, UPDATE
pickup_requests to app_courier: SELECT
pickup_requests to app_seller: SELECT
pickup_requests to app_support: SELECT
pickup_requests to app_system: DELETE, INSERT, SELECT, UPDATE
presences to app_courier: DELETE, INSERT, SELECT
presences to app_seller: DELETE, INSERT, SELECT
presences to app_support: DELETE, INSERT, SELECT
presences to app_system: DELETE, INSERT, SELECT, UPDATE
proof_repeats to app_support: SELECT
proof_repeats to app_system: DELETE, INSERT, SELECT, UPDATE
read_marks to app_courier: INSERT, SELECT
read_marks to app_seller: INSERT, SELECT
read_marks to app_support: INSERT, SELECT
read_marks to app_system: DELETE, INSERT, SELECT, UPDATE
reply_hours to app_courier: SELECT
reply_hours to app_seller: SELECT
reply_hours to app_support: SELECT
reply_hours to app_system: INSERT, SELECT, UPDATE
report_streams to app_courier: INSERT, SELECT
report_streams to app_seller: INSERT, SELECT
report_streams to app_support: INSERT, SELECT
report_streams to app_system: DELETE, INSERT, SELECT, UPDATE
report_turns to app_courier: INSERT, SELECT
report_turns to app_seller: INSERT, SELECT
report_turns to app_support: INSERT, SELECT
report_turns to app_system: INSERT, SELECT
reports to app_courier: SELECT
reports to app_seller: INSERT, SELECT
reports to app_support: SELECT
reports to app_system: DELETE, INSERT, SELECT, UPDATE
sessions to app_auth: DELETE, INSERT, SELECT, UPDATE
settings_changes to app_support: SELECT
settings_changes to app_system: INSERT, SELECT
shared_proof_links to app_courier: SELECT
shared_proof_links to app_seller: INSERT, SELECT
shared_proof_links to app_support: SELECT
shared_proof_links to app_system: DELETE, INSERT, SELECT, UPDATE
shared_proofs to app_courier: SELECT
shared_proofs to app_seller: INSERT, SELECT
shared_proofs to app_support: SELECT
shared_proofs to app_system: DELETE, INSERT, SELECT, UPDATE
sla_events to app_courier: SELECT
sla_events to app_seller: SELECT
sla_events to app_support: SELECT
sla_events to app_system: INSERT, SELECT
sla_policies to app_courier: SELECT
sla_policies to app_seller: SELECT
sla_policies to app_support: SELECT
sla_policies to app_system: INSERT, SELECT, UPDATE
thread_changes to app_courier: INSERT, SELECT
thread_changes to app_seller: INSERT, SELECT
thread_changes to app_support: INSERT, SELECT
thread_changes to app_system: DELETE, INSERT, SELECT, UPDATE
tracking_events to app_courier: SELECT
tracking_events to app_seller: SELECT
tracking_events to app_support: SELECT
tracking_events to app_system: DELETE, INSERT, SELECT, UPDATE
tracking_inbox to app_support: SELECT
tracking_inbox to app_system: DELETE, INSERT, SELECT, UPDATE
tracking_mappings to app_support: SELECT
tracking_mappings to app_system: INSERT, SELECT, UPDATE
uploads to app_courier: DELETE, INSERT, SELECT
uploads to app_seller: DELETE, INSERT, SELECT
uploads to app_support: DELETE, INSERT, SELECT
uploads to app_system: DELETE, INSERT, SELECT, UPDATE
users to app_auth: DELETE, INSERT, SELECT, UPDATE
verifications to app_auth: DELETE, INSERT, SELECT, UPDATE

-- functions
events.tell(told jsonb) returns void, security definer=t, owner=app_system
events.tell_member_changed() returns trigger, security definer=t, owner=app_system
events.tell_session_gone() returns trigger, security definer=t, owner=app_system
public.courier_is_served(courier text) returns boolean, security definer=t, owner=app_owner
queue.enqueue(name text, payload json, job_key text, run_at timestamp with time zone) returns void, security definer=t, owner=app_jobs
