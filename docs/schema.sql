-- Written by `npm run schema`. Do not edit.

create table assignment (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  staff_id bigint not null,
  role text not null,
  sector text not null,
  does_what text not null default ''::text,
  valid_from date not null,
  valid_until date,
  created_by bigint
);
-- assignment_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- assignment_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- assignment_pkey PRIMARY KEY (municipality_id, id)
-- one_coordinator EXCLUDE USING gist (municipality_id WITH =, case_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((role = 'coordinator'::text))
-- one_secondary EXCLUDE USING gist (municipality_id WITH =, case_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((role = 'secondary-coordinator'::text))
-- CREATE INDEX assignment_municipality_id_case_id_idx ON assignment USING btree (municipality_id, case_id)
-- CREATE INDEX assignment_municipality_id_staff_id_valid_until_idx ON assignment USING btree (municipality_id, staff_id, valid_until)
-- CREATE INDEX one_coordinator ON assignment USING gist (municipality_id, case_id, daterange(valid_from, valid_until, '[]'::text)) WHERE (role = 'coordinator'::text)
-- CREATE INDEX one_secondary ON assignment USING gist (municipality_id, case_id, daterange(valid_from, valid_until, '[]'::text)) WHERE (role = 'secondary-coordinator'::text)
-- CREATE UNIQUE INDEX assignment_pkey ON assignment USING btree (municipality_id, id)

create table audit_head (
  municipality_id integer not null,
  seq bigint not null,
  hash bytea not null
);
-- audit_head_pkey PRIMARY KEY (municipality_id)
-- CREATE UNIQUE INDEX audit_head_pkey ON audit_head USING btree (municipality_id)
-- policy operator for ALL using true with check true

create table audit_log (
  municipality_id integer not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id bigint not null,
  event text not null,
  outcome text not null,
  case_id bigint,
  person_ids bigint[] not null,
  shelf_ids bigint[] not null,
  bases text[] not null,
  details jsonb not null,
  search_terms bytea,
  request_id text,
  previous_hash bytea not null,
  hash bytea not null
);
-- audit_log_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
-- audit_log_pkey PRIMARY KEY (municipality_id, seq)
-- CREATE INDEX audit_log_municipality_id_case_id_seq_idx ON audit_log USING btree (municipality_id, case_id, seq) WHERE (case_id IS NOT NULL)
-- CREATE INDEX audit_log_person_ids_idx ON audit_log USING gin (person_ids)
-- CREATE UNIQUE INDEX audit_log_pkey ON audit_log USING btree (municipality_id, seq)
-- policy operator for ALL using true with check true

create table audit_seal (
  municipality_id integer not null,
  seq bigint not null,
  hash bytea not null,
  rows bigint not null,
  sealed_at timestamp with time zone not null,
  removed_at timestamp with time zone
);
-- audit_seal_pkey PRIMARY KEY (municipality_id, seq)
-- CREATE UNIQUE INDEX audit_seal_pkey ON audit_seal USING btree (municipality_id, seq)
-- policy operator for ALL using true with check true

create table break_glass (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  staff_id bigint not null,
  reason text not null,
  granted_at timestamp with time zone not null,
  until timestamp with time zone not null,
  hidden_paragraph text,
  hidden_reason text,
  hidden_until date
);
-- break_glass_check CHECK (((until > granted_at) AND ((until - granted_at) <= '04:00:00'::interval)))
-- break_glass_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- break_glass_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- break_glass_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX break_glass_municipality_id_case_id_idx ON break_glass USING btree (municipality_id, case_id)
-- CREATE INDEX break_glass_municipality_id_staff_id_until_idx ON break_glass USING btree (municipality_id, staff_id, until)
-- CREATE UNIQUE INDEX break_glass_pkey ON break_glass USING btree (municipality_id, id)

create table case_person (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  person_id bigint not null,
  role text not null,
  valid_from date not null,
  valid_until date
);
-- case_person_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- case_person_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- case_person_pkey PRIMARY KEY (municipality_id, id)
-- case_person_role_check CHECK ((role = ANY (ARRAY['family'::text, 'other-parent'::text, 'network'::text])))
-- CREATE INDEX case_person_municipality_id_case_id_idx ON case_person USING btree (municipality_id, case_id)
-- CREATE INDEX case_person_municipality_id_person_id_idx ON case_person USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX case_person_pkey ON case_person USING btree (municipality_id, id)

create table closure (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  closed_at timestamp with time zone not null,
  reason text not null,
  closed_by bigint,
  reopened_at timestamp with time zone,
  reopen_reason text
);
-- closure_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- closure_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX closure_municipality_id_case_id_idx ON closure USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX closure_pkey ON closure USING btree (municipality_id, id)

create table consent (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  subject_id bigint not null,
  purpose text not null,
  template text,
  from_sectors text[] not null,
  to_sectors text[] not null,
  categories text[] not null,
  wording text not null default ''::text,
  valid_from date not null,
  valid_until date,
  given_how text not null,
  witness text,
  language text not null default 'da'::text,
  interpreter boolean not null default false,
  read_aloud boolean not null default false,
  created_at timestamp with time zone not null default now(),
  created_by jsonb not null default '{}'::jsonb,
  withdrawn_at timestamp with time zone,
  withdrawn_by bigint,
  withdrawn_via text,
  withdrawn_registered_by jsonb
);
-- consent_categories_check CHECK ((cardinality(categories) > 0))
-- consent_from_sectors_check CHECK ((cardinality(from_sectors) > 0))
-- consent_given_how_check CHECK ((given_how = ANY (ARRAY['signed'::text, 'portal'::text, 'spoken'::text])))
-- consent_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- consent_municipality_id_subject_id_fkey FOREIGN KEY (municipality_id, subject_id) REFERENCES person(municipality_id, id)
-- consent_pkey PRIMARY KEY (municipality_id, id)
-- consent_to_sectors_check CHECK ((cardinality(to_sectors) > 0))
-- CREATE INDEX consent_municipality_id_case_id_idx ON consent USING btree (municipality_id, case_id)
-- CREATE INDEX consent_municipality_id_subject_id_idx ON consent USING btree (municipality_id, subject_id)
-- CREATE UNIQUE INDEX consent_pkey ON consent USING btree (municipality_id, id)

create table consent_duration (
  municipality_id integer not null,
  id bigint not null identity,
  from_sector text not null,
  months integer not null,
  valid_from date not null,
  valid_until date
);
-- consent_duration_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- consent_duration_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX consent_duration_pkey ON consent_duration USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant SELECT

create table consent_signer (
  municipality_id integer not null,
  id bigint not null identity,
  consent_id bigint not null,
  signer_id bigint not null,
  asked_at timestamp with time zone,
  asked_channel text,
  signed_at timestamp with time zone,
  signed_how text,
  registered_by jsonb,
  refused_at timestamp with time zone,
  attempt1_on date,
  attempt2_on date,
  no_contact_reason text
);
-- consent_signer_municipality_id_consent_id_fkey FOREIGN KEY (municipality_id, consent_id) REFERENCES consent(municipality_id, id)
-- consent_signer_municipality_id_consent_id_signer_id_key UNIQUE (municipality_id, consent_id, signer_id)
-- consent_signer_municipality_id_signer_id_fkey FOREIGN KEY (municipality_id, signer_id) REFERENCES person(municipality_id, id)
-- consent_signer_pkey PRIMARY KEY (municipality_id, id)
-- consent_signer_signed_how_check CHECK ((signed_how = ANY (ARRAY['signed'::text, 'portal'::text, 'spoken'::text])))
-- CREATE INDEX consent_signer_municipality_id_signer_id_idx ON consent_signer USING btree (municipality_id, signer_id)
-- CREATE UNIQUE INDEX consent_signer_municipality_id_consent_id_signer_id_key ON consent_signer USING btree (municipality_id, consent_id, signer_id)
-- CREATE UNIQUE INDEX consent_signer_pkey ON consent_signer USING btree (municipality_id, id)

create table custody (
  municipality_id integer not null,
  id bigint not null identity,
  child_id bigint not null,
  holder_id bigint not null,
  valid_from date not null,
  valid_until date
);
-- custody_check CHECK ((child_id <> holder_id))
-- custody_municipality_id_child_id_fkey FOREIGN KEY (municipality_id, child_id) REFERENCES person(municipality_id, id)
-- custody_municipality_id_holder_id_fkey FOREIGN KEY (municipality_id, holder_id) REFERENCES person(municipality_id, id)
-- custody_once EXCLUDE USING gist (municipality_id WITH =, child_id WITH =, holder_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&)
-- custody_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX custody_municipality_id_child_id_idx ON custody USING btree (municipality_id, child_id)
-- CREATE INDEX custody_municipality_id_holder_id_idx ON custody USING btree (municipality_id, holder_id)
-- CREATE INDEX custody_once ON custody USING gist (municipality_id, child_id, holder_id, daterange(valid_from, valid_until, '[]'::text))
-- CREATE UNIQUE INDEX custody_pkey ON custody USING btree (municipality_id, id)

create table department (
  municipality_id integer not null,
  id bigint not null identity,
  code text not null,
  name text not null,
  sector text not null,
  phone text,
  email text,
  street text,
  note text,
  valid_from date not null default '2000-01-01'::date,
  valid_until date
);
-- department_municipality_id_code_key UNIQUE (municipality_id, code)
-- department_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- department_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX department_municipality_id_code_key ON department USING btree (municipality_id, code)
-- CREATE UNIQUE INDEX department_pkey ON department USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table disqualification (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  staff_id bigint not null,
  kind text not null,
  valid_from timestamp with time zone not null,
  ended_at timestamp with time zone,
  by_person bigint
);
-- disqualification_kind_check CHECK ((kind = ANY (ARRAY['declared'::text, 'named'::text])))
-- disqualification_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- disqualification_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- disqualification_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX disqualification_municipality_id_case_id_idx ON disqualification USING btree (municipality_id, case_id)
-- CREATE INDEX disqualification_municipality_id_staff_id_idx ON disqualification USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX disqualification_pkey ON disqualification USING btree (municipality_id, id)

create table draft (
  municipality_id integer not null,
  actor_kind text not null,
  actor_id bigint not null,
  form text not null,
  content bytea not null,
  saved_at timestamp with time zone not null
);
-- draft_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- draft_pkey PRIMARY KEY (municipality_id, actor_kind, actor_id, form)
-- CREATE UNIQUE INDEX draft_pkey ON draft USING btree (municipality_id, actor_kind, actor_id, form)
-- policy operator for ALL using true with check true
-- policy own for ALL using ((municipality_id = access.municipality()) AND (actor_kind = access.who('kind'::text)) AND (actor_id = (access.who('me'::text))::bigint)) with check ((municipality_id = access.municipality()) AND (actor_kind = access.who('kind'::text)) AND (actor_id = (access.who('me'::text))::bigint))
-- grant DELETE, INSERT, SELECT

create table family_case (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  number text not null,
  name text not null,
  guarded boolean not null default false,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1
);
-- family_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- family_case_municipality_id_number_key UNIQUE (municipality_id, number)
-- family_case_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- family_case_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX family_case_municipality_id_project_id_idx ON family_case USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX family_case_municipality_id_number_key ON family_case USING btree (municipality_id, number)
-- CREATE UNIQUE INDEX family_case_pkey ON family_case USING btree (municipality_id, id)

create table household (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  name text not null default ''::text,
  valid_from date not null,
  valid_until date
);
-- household_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- household_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX household_municipality_id_case_id_idx ON household USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX household_pkey ON household USING btree (municipality_id, id)

create table household_member (
  municipality_id integer not null,
  id bigint not null identity,
  household_id bigint not null,
  case_id bigint not null,
  person_id bigint not null,
  valid_from date not null,
  valid_until date
);
-- household_member_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- household_member_municipality_id_household_id_fkey FOREIGN KEY (municipality_id, household_id) REFERENCES household(municipality_id, id)
-- household_member_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- household_member_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX household_member_municipality_id_case_id_idx ON household_member USING btree (municipality_id, case_id)
-- CREATE INDEX household_member_municipality_id_household_id_idx ON household_member USING btree (municipality_id, household_id)
-- CREATE INDEX household_member_municipality_id_person_id_idx ON household_member USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX household_member_pkey ON household_member USING btree (municipality_id, id)

create table law_age (
  municipality_id integer not null,
  id bigint not null identity,
  code text not null,
  years integer not null,
  valid_from date not null,
  valid_until date
);
-- law_age_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- law_age_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX law_age_pkey ON law_age USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant SELECT

create table legal_basis (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  subject_id bigint not null,
  paragraph text not null,
  from_sectors text[] not null,
  to_sectors text[] not null,
  categories text[] not null,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  registered_by bigint not null,
  registered_at timestamp with time zone not null default now(),
  confirm_by date not null,
  confirmed_by bigint,
  confirmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  hidden_paragraph text,
  hidden_reason text,
  hidden_until date
);
-- legal_basis_check CHECK ((confirmed_by IS DISTINCT FROM registered_by))
-- legal_basis_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- legal_basis_municipality_id_registered_by_fkey FOREIGN KEY (municipality_id, registered_by) REFERENCES staff(municipality_id, id)
-- legal_basis_municipality_id_subject_id_fkey FOREIGN KEY (municipality_id, subject_id) REFERENCES person(municipality_id, id)
-- legal_basis_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX legal_basis_municipality_id_case_id_idx ON legal_basis USING btree (municipality_id, case_id)
-- CREATE INDEX legal_basis_municipality_id_registered_by_idx ON legal_basis USING btree (municipality_id, registered_by)
-- CREATE INDEX legal_basis_municipality_id_subject_id_idx ON legal_basis USING btree (municipality_id, subject_id)
-- CREATE UNIQUE INDEX legal_basis_pkey ON legal_basis USING btree (municipality_id, id)

create table legal_basis_rule (
  municipality_id integer not null,
  id bigint not null identity,
  paragraph text not null,
  from_sectors text[] not null,
  to_sectors text[] not null,
  categories text[] not null,
  longest_days integer not null,
  roles text[] not null,
  valid_from date not null,
  valid_until date
);
-- legal_basis_rule_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- legal_basis_rule_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX legal_basis_rule_pkey ON legal_basis_rule USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant SELECT

create table municipality (
  municipality_id integer not null,
  code text not null,
  name text not null
);
-- municipality_code_check CHECK ((code ~ '^[a-z][a-z-]*$'::text))
-- municipality_code_key UNIQUE (code)
-- municipality_pkey PRIMARY KEY (municipality_id)
-- CREATE UNIQUE INDEX municipality_code_key ON municipality USING btree (code)
-- CREATE UNIQUE INDEX municipality_pkey ON municipality USING btree (municipality_id)
-- policy everybody for SELECT using true
-- policy operator for ALL using true with check true
-- grant SELECT

create table pack_role (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null,
  role text not null,
  sector text,
  verbs text[] not null default '{}'::text[],
  valid_from date not null,
  valid_until date
);
-- pack_role_kind_check CHECK ((kind = ANY (ARRAY['break-glass'::text, 'authority'::text, 'assignment'::text, 'child-protection'::text])))
-- pack_role_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- pack_role_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX pack_role_pkey ON pack_role USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant SELECT

create table person (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null default 'person'::text,
  first_name text not null,
  last_name text not null default ''::text,
  born date,
  due date,
  died date,
  language text not null default 'da'::text,
  interpreter boolean not null default false,
  revision integer not null default 1
);
-- person_check CHECK (((kind <> 'person'::text) OR (born IS NOT NULL)))
-- person_check1 CHECK (((kind <> 'unborn'::text) OR (due IS NOT NULL)))
-- person_check2 CHECK (((kind <> 'network'::text) OR ((last_name = ''::text) AND (born IS NULL))))
-- person_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'network'::text, 'unborn'::text])))
-- person_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- person_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX person_pkey ON person USING btree (municipality_id, id)

create table post (
  municipality_id integer not null,
  id bigint not null identity,
  staff_id bigint not null,
  department_id bigint not null,
  role text not null,
  full_time boolean,
  valid_from date not null,
  valid_until date
);
-- post_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- post_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- post_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX post_municipality_id_department_id_idx ON post USING btree (municipality_id, department_id)
-- CREATE INDEX post_municipality_id_staff_id_valid_until_idx ON post USING btree (municipality_id, staff_id, valid_until)
-- CREATE UNIQUE INDEX post_pkey ON post USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table project (
  municipality_id integer not null,
  id bigint not null identity,
  code text not null,
  name text not null,
  pack text not null,
  capacity integer,
  valid_from date not null,
  valid_until date
);
-- project_municipality_id_code_key UNIQUE (municipality_id, code)
-- project_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- project_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX project_municipality_id_code_key ON project USING btree (municipality_id, code)
-- CREATE UNIQUE INDEX project_pkey ON project USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table project_role (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  staff_id bigint not null,
  role text not null,
  valid_from date not null,
  valid_until date
);
-- one_project_manager EXCLUDE USING gist (municipality_id WITH =, project_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((role = 'project-manager'::text))
-- project_role_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- project_role_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- project_role_pkey PRIMARY KEY (municipality_id, id)
-- project_role_role_check CHECK ((role = ANY (ARRAY['project-manager'::text, 'intake-team'::text, 'economist'::text, 'steering-group'::text])))
-- CREATE INDEX one_project_manager ON project_role USING gist (municipality_id, project_id, daterange(valid_from, valid_until, '[]'::text)) WHERE (role = 'project-manager'::text)
-- CREATE INDEX project_role_municipality_id_project_id_idx ON project_role USING btree (municipality_id, project_id)
-- CREATE INDEX project_role_municipality_id_staff_id_idx ON project_role USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX project_role_pkey ON project_role USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table record_history (
  municipality_id integer not null,
  id bigint not null identity,
  table_name text not null,
  record_id bigint not null,
  revision integer not null,
  shelf_id bigint not null,
  changed_at timestamp with time zone not null,
  changed_by jsonb not null,
  row_before jsonb not null
);
-- record_history_municipality_id_table_name_record_id_revisio_key UNIQUE (municipality_id, table_name, record_id, revision)
-- record_history_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX record_history_municipality_id_table_name_record_id_revisio_key ON record_history USING btree (municipality_id, table_name, record_id, revision)
-- CREATE UNIQUE INDEX record_history_pkey ON record_history USING btree (municipality_id, id)

create table referral (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  referred_by bigint not null,
  sector text not null,
  referred_at timestamp with time zone not null default now(),
  yes_on date not null,
  yes_form text not null,
  reason text not null,
  decided_at timestamp with time zone,
  decision text
);
-- referral_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text, 'waiting'::text])))
-- referral_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- referral_municipality_id_referred_by_fkey FOREIGN KEY (municipality_id, referred_by) REFERENCES staff(municipality_id, id)
-- referral_pkey PRIMARY KEY (municipality_id, id)
-- referral_yes_form_check CHECK ((yes_form = ANY (ARRAY['signed'::text, 'spoken'::text, 'portal'::text])))
-- CREATE INDEX referral_municipality_id_case_id_idx ON referral USING btree (municipality_id, case_id)
-- CREATE INDEX referral_municipality_id_referred_by_idx ON referral USING btree (municipality_id, referred_by)
-- CREATE UNIQUE INDEX referral_pkey ON referral USING btree (municipality_id, id)

create table relation (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  other_id bigint not null,
  kind text not null,
  label text not null default ''::text,
  valid_from date,
  valid_until date
);
-- relation_check CHECK ((person_id <> other_id))
-- relation_kind_check CHECK ((kind = ANY (ARRAY['parent'::text, 'partner'::text, 'sibling'::text, 'grandparent'::text, 'foster-parent'::text, 'network'::text])))
-- relation_municipality_id_other_id_fkey FOREIGN KEY (municipality_id, other_id) REFERENCES person(municipality_id, id)
-- relation_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- relation_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX relation_municipality_id_other_id_idx ON relation USING btree (municipality_id, other_id)
-- CREATE INDEX relation_municipality_id_person_id_idx ON relation USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX relation_pkey ON relation USING btree (municipality_id, id)

create table schema_migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
-- schema_migration_pkey PRIMARY KEY (name)
-- CREATE UNIQUE INDEX schema_migration_pkey ON schema_migration USING btree (name)
-- grant SELECT

create table shield (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  person_a bigint not null,
  person_b bigint not null,
  valid_from date not null,
  valid_until date,
  reason text not null,
  set_by bigint not null,
  lifted_at timestamp with time zone,
  lifted_by bigint,
  lift_reason text
);
-- shield_check CHECK ((person_a <> person_b))
-- shield_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- shield_municipality_id_person_a_fkey FOREIGN KEY (municipality_id, person_a) REFERENCES person(municipality_id, id)
-- shield_municipality_id_person_b_fkey FOREIGN KEY (municipality_id, person_b) REFERENCES person(municipality_id, id)
-- shield_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX shield_municipality_id_case_id_idx ON shield USING btree (municipality_id, case_id)
-- CREATE INDEX shield_municipality_id_person_a_idx ON shield USING btree (municipality_id, person_a)
-- CREATE INDEX shield_municipality_id_person_b_idx ON shield USING btree (municipality_id, person_b)
-- CREATE UNIQUE INDEX shield_pkey ON shield USING btree (municipality_id, id)

create table signer_rule (
  municipality_id integer not null,
  id bigint not null identity,
  purpose text not null,
  category text not null,
  age_from integer not null,
  age_until integer not null,
  rule text not null,
  valid_from date not null,
  valid_until date
);
-- signer_rule_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- signer_rule_pkey PRIMARY KEY (municipality_id, id)
-- signer_rule_rule_check CHECK ((rule = ANY (ARRAY['self'::text, 'all-holders'::text, 'resident-parent'::text, 'young-person-and-holders'::text, 'young-person-alone'::text])))
-- CREATE UNIQUE INDEX signer_rule_pkey ON signer_rule USING btree (municipality_id, id)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant SELECT

create table staff (
  municipality_id integer not null,
  id bigint not null identity,
  username text not null,
  name text not null,
  title text not null default ''::text,
  email text,
  phone text,
  person_id bigint,
  subject text,
  closed_at timestamp with time zone,
  closed_reason text,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone not null default now()
);
-- staff_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- staff_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- staff_municipality_id_username_key UNIQUE (municipality_id, username)
-- staff_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX staff_municipality_id_person_id_idx ON staff USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX staff_municipality_id_username_key ON staff USING btree (municipality_id, username)
-- CREATE UNIQUE INDEX staff_pkey ON staff USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX staff_subject ON staff USING btree (municipality_id, subject) WHERE (subject IS NOT NULL)
-- policy municipality for ALL using (municipality_id = access.municipality()) with check (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT
