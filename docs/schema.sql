-- Written by `npm run schema`. Do not edit.

create table absence (
  municipality_id integer not null,
  id bigint not null identity,
  staff_id bigint not null,
  substitute_id bigint,
  valid_from date not null,
  valid_until date,
  words text,
  reported_by bigint not null,
  reported_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  until_before date,
  taken_back_at timestamp with time zone
);
-- absence_check CHECK ((staff_id <> substitute_id))
-- absence_check1 CHECK ((valid_until >= valid_from))
-- absence_municipality_id_ended_by_fkey FOREIGN KEY (municipality_id, ended_by) REFERENCES staff(municipality_id, id)
-- absence_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- absence_municipality_id_reported_by_fkey FOREIGN KEY (municipality_id, reported_by) REFERENCES staff(municipality_id, id)
-- absence_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- absence_municipality_id_substitute_id_fkey FOREIGN KEY (municipality_id, substitute_id) REFERENCES staff(municipality_id, id)
-- absence_pkey PRIMARY KEY (municipality_id, id)
-- one_absence EXCLUDE USING gist (municipality_id WITH =, staff_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((taken_back_at IS NULL))
-- CREATE INDEX absence_municipality_id_ended_by_idx ON absence USING btree (municipality_id, ended_by) WHERE (ended_by IS NOT NULL)
-- CREATE INDEX absence_municipality_id_reported_by_idx ON absence USING btree (municipality_id, reported_by)
-- CREATE INDEX absence_municipality_id_staff_id_idx ON absence USING btree (municipality_id, staff_id)
-- CREATE INDEX absence_municipality_id_substitute_id_idx ON absence USING btree (municipality_id, substitute_id) WHERE (substitute_id IS NOT NULL)
-- CREATE INDEX one_absence ON absence USING gist (municipality_id, staff_id, daterange(valid_from, valid_until, '[]'::text)) WHERE (taken_back_at IS NULL)
-- CREATE UNIQUE INDEX absence_pkey ON absence USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- grant SELECT

create table absence_cover (
  municipality_id integer not null,
  id bigint not null identity,
  absence_id bigint not null,
  case_id bigint not null,
  assignment_id bigint not null,
  staff_id bigint not null,
  role text not null,
  how text not null,
  by_staff_id bigint,
  stand_in_id bigint,
  valid_from date not null,
  valid_until date,
  words text,
  until_before date,
  taken_back_at timestamp with time zone
);
-- absence_cover_check CHECK (((how = 'nobody'::text) = (by_staff_id IS NULL)))
-- absence_cover_check1 CHECK (((how = 'substitute'::text) = (stand_in_id IS NOT NULL)))
-- absence_cover_check2 CHECK ((valid_until >= valid_from))
-- absence_cover_how_check CHECK ((how = ANY (ARRAY['substitute'::text, 'team'::text, 'nobody'::text])))
-- absence_cover_municipality_id_absence_id_assignment_id_key UNIQUE (municipality_id, absence_id, assignment_id)
-- absence_cover_municipality_id_absence_id_fkey FOREIGN KEY (municipality_id, absence_id) REFERENCES absence(municipality_id, id)
-- absence_cover_municipality_id_by_staff_id_fkey FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff(municipality_id, id)
-- absence_cover_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- absence_cover_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- absence_cover_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX absence_cover_municipality_id_by_staff_id_idx ON absence_cover USING btree (municipality_id, by_staff_id) WHERE (by_staff_id IS NOT NULL)
-- CREATE INDEX absence_cover_municipality_id_case_id_idx ON absence_cover USING btree (municipality_id, case_id)
-- CREATE INDEX absence_cover_municipality_id_staff_id_idx ON absence_cover USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX absence_cover_municipality_id_absence_id_assignment_id_key ON absence_cover USING btree (municipality_id, absence_id, assignment_id)
-- CREATE UNIQUE INDEX absence_cover_pkey ON absence_cover USING btree (municipality_id, id)
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant SELECT

create table activity (
  municipality_id integer not null,
  id bigint not null identity,
  what text not null default ''::text,
  goal_id bigint,
  offer text not null default ''::text,
  provider text not null default ''::text,
  place text not null default ''::text,
  rhythm text not null,
  weekdays integer[] not null default '{}'::integer[],
  time_from text,
  time_to text,
  start_on date,
  end_on date,
  minutes_per_week integer,
  takes_part bigint[] not null,
  offer_unknown_until date,
  provider_unknown_until date,
  start_unknown_until date,
  end_unknown_until date,
  hours_unknown_until date,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false,
  measure_kind text not null default ''::text,
  travel_minutes integer,
  own_minutes jsonb not null default '{}'::jsonb,
  breaks jsonb not null default '[]'::jsonb,
  after_id bigint,
  needs_approval boolean not null default false
);
-- activity_check CHECK ((start_on <= end_on))
-- activity_check1 CHECK ((time_from < time_to))
-- activity_check2 CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- activity_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- activity_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- activity_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- activity_check6 CHECK ((after_id <> id))
-- activity_minutes_per_week_check CHECK (((minutes_per_week >= 1) AND (minutes_per_week <= 10080)))
-- activity_municipality_id_after_id_fkey FOREIGN KEY (municipality_id, after_id) REFERENCES activity(municipality_id, id)
-- activity_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- activity_municipality_id_goal_id_fkey FOREIGN KEY (municipality_id, goal_id) REFERENCES goal(municipality_id, id)
-- activity_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- activity_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES activity(municipality_id, id)
-- activity_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES activity(municipality_id, id)
-- activity_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- activity_pkey PRIMARY KEY (municipality_id, id)
-- activity_rhythm_check CHECK ((rhythm = ANY (ARRAY['weekly'::text, 'once'::text])))
-- activity_subjects_check CHECK ((cardinality(subjects) > 0))
-- activity_time_from_check CHECK ((time_from ~ '^\d\d:\d\d$'::text))
-- activity_time_to_check CHECK ((time_to ~ '^\d\d:\d\d$'::text))
-- activity_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 600)))
-- activity_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- activity_weekdays_check CHECK ((weekdays <@ '{1,2,3,4,5,6,7}'::integer[]))
-- takes_part_are_subjects CHECK ((takes_part <@ subjects))
-- CREATE INDEX activity_municipality_id_after_id_idx ON activity USING btree (municipality_id, after_id) WHERE (after_id IS NOT NULL)
-- CREATE INDEX activity_municipality_id_case_id_idx ON activity USING btree (municipality_id, case_id)
-- CREATE INDEX activity_municipality_id_goal_id_idx ON activity USING btree (municipality_id, goal_id) WHERE (goal_id IS NOT NULL)
-- CREATE INDEX activity_municipality_id_on_behalf_of_person_idx ON activity USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX activity_municipality_id_replaced_by_idx ON activity USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX activity_municipality_id_replaces_idx ON activity USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX activity_municipality_id_shelf_id_idx ON activity USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX activity_pkey ON activity USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON activity FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table address (
  municipality_id integer not null,
  id bigint not null identity,
  street text not null,
  postcode text not null default ''::text,
  city text not null default ''::text,
  protected boolean not null default false,
  valid_from date not null,
  valid_until date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- address_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- address_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- address_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- address_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- address_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- address_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- address_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES address(municipality_id, id)
-- address_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES address(municipality_id, id)
-- address_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- address_pkey PRIMARY KEY (municipality_id, id)
-- address_subjects_check CHECK ((cardinality(subjects) > 0))
-- address_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX address_municipality_id_case_id_idx ON address USING btree (municipality_id, case_id)
-- CREATE INDEX address_municipality_id_on_behalf_of_person_idx ON address USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX address_municipality_id_replaced_by_idx ON address USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX address_municipality_id_replaces_idx ON address USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX address_municipality_id_shelf_id_idx ON address USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX address_pkey ON address USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON address FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON address FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table address_protection (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  valid_from date not null,
  valid_until date
);
-- address_protection_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- address_protection_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX address_protection_municipality_id_person_id_idx ON address_protection USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX address_protection_pkey ON address_protection USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) <> 'member'::text) AND (person_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT

create table agreement (
  municipality_id integer not null,
  id bigint not null identity,
  what text not null,
  owner_person bigint,
  owner_staff bigint,
  owner_name text,
  due_on date not null,
  goal_id bigint,
  meeting_id bigint,
  heard_by text not null default ''::text,
  kept_on date,
  dropped_on date,
  dropped_reason text,
  marks jsonb not null default '[]'::jsonb,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- agreement_check CHECK ((num_nonnulls(owner_person, owner_staff, owner_name) = 1))
-- agreement_check1 CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- agreement_check2 CHECK (((kept_on IS NULL) OR (dropped_on IS NULL)))
-- agreement_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- agreement_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- agreement_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- agreement_dropped_reason_check CHECK ((dropped_reason <> ''::text))
-- agreement_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- agreement_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- agreement_municipality_id_goal_id_fkey FOREIGN KEY (municipality_id, goal_id) REFERENCES goal(municipality_id, id)
-- agreement_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- agreement_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- agreement_municipality_id_owner_person_fkey FOREIGN KEY (municipality_id, owner_person) REFERENCES person(municipality_id, id)
-- agreement_municipality_id_owner_staff_fkey FOREIGN KEY (municipality_id, owner_staff) REFERENCES staff(municipality_id, id)
-- agreement_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES agreement(municipality_id, id)
-- agreement_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES agreement(municipality_id, id)
-- agreement_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- agreement_owner_name_check CHECK ((owner_name <> ''::text))
-- agreement_pkey PRIMARY KEY (municipality_id, id)
-- agreement_subjects_check CHECK ((cardinality(subjects) > 0))
-- agreement_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- agreement_what_check CHECK ((what <> ''::text))
-- CREATE INDEX agreement_municipality_id_case_id_idx ON agreement USING btree (municipality_id, case_id)
-- CREATE INDEX agreement_municipality_id_goal_id_idx ON agreement USING btree (municipality_id, goal_id) WHERE (goal_id IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_meeting_id_idx ON agreement USING btree (municipality_id, meeting_id) WHERE (meeting_id IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_on_behalf_of_person_idx ON agreement USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_owner_person_idx ON agreement USING btree (municipality_id, owner_person) WHERE (owner_person IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_owner_staff_idx ON agreement USING btree (municipality_id, owner_staff) WHERE (owner_staff IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_replaced_by_idx ON agreement USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_replaces_idx ON agreement USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX agreement_municipality_id_shelf_id_idx ON agreement USING btree (municipality_id, shelf_id)
-- CREATE INDEX agreement_open ON agreement USING btree (municipality_id, case_id, due_on) WHERE ((kept_on IS NULL) AND (dropped_on IS NULL) AND (replaced_by IS NULL))
-- CREATE UNIQUE INDEX agreement_pkey ON agreement USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON agreement FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER stir_room AFTER INSERT OR UPDATE ON agreement FOR EACH ROW WHEN ((new.meeting_id IS NOT NULL)) EXECUTE FUNCTION access.stir_meeting('meeting_id')

create table assessment_expert (
  municipality_id integer not null,
  id bigint not null identity,
  role text not null,
  name text not null,
  about text not null default ''::text,
  took_part_on date not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- assessment_expert_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- assessment_expert_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- assessment_expert_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- assessment_expert_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- assessment_expert_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- assessment_expert_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- assessment_expert_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES assessment_expert(municipality_id, id)
-- assessment_expert_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES assessment_expert(municipality_id, id)
-- assessment_expert_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- assessment_expert_name_check CHECK ((name <> ''::text))
-- assessment_expert_pkey PRIMARY KEY (municipality_id, id)
-- assessment_expert_subjects_check CHECK ((cardinality(subjects) > 0))
-- assessment_expert_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX assessment_expert_municipality_id_case_id_idx ON assessment_expert USING btree (municipality_id, case_id)
-- CREATE INDEX assessment_expert_municipality_id_on_behalf_of_person_idx ON assessment_expert USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX assessment_expert_municipality_id_replaced_by_idx ON assessment_expert USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX assessment_expert_municipality_id_replaces_idx ON assessment_expert USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX assessment_expert_municipality_id_shelf_id_idx ON assessment_expert USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX assessment_expert_pkey ON assessment_expert USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON assessment_expert FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON assessment_expert FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table assessment_form (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  kind text not null,
  answers jsonb not null default '{}'::jsonb,
  levels jsonb not null default '{}'::jsonb,
  conclusion text not null default ''::text,
  concluded_on date,
  authority text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((person_id = ANY (subjects)))
-- assessment_form_check CHECK (((concluded_on IS NULL) OR (conclusion <> ''::text)))
-- assessment_form_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- assessment_form_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- assessment_form_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- assessment_form_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- assessment_form_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- assessment_form_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- assessment_form_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES assessment_form(municipality_id, id)
-- assessment_form_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES assessment_form(municipality_id, id)
-- assessment_form_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- assessment_form_pkey PRIMARY KEY (municipality_id, id)
-- assessment_form_subjects_check CHECK ((cardinality(subjects) > 0))
-- assessment_form_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX assessment_form_municipality_id_case_id_idx ON assessment_form USING btree (municipality_id, case_id)
-- CREATE INDEX assessment_form_municipality_id_on_behalf_of_person_idx ON assessment_form USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX assessment_form_municipality_id_person_id_idx ON assessment_form USING btree (municipality_id, person_id)
-- CREATE INDEX assessment_form_municipality_id_replaced_by_idx ON assessment_form USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX assessment_form_municipality_id_replaces_idx ON assessment_form USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX assessment_form_municipality_id_shelf_id_idx ON assessment_form USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX assessment_form_pkey ON assessment_form USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER form_stands BEFORE UPDATE ON assessment_form FOR EACH ROW EXECUTE FUNCTION access.form_stands()
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON assessment_form FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON assessment_form FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

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
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('team'::text) AS ids)::bigint[])))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('team_write'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION access.stir_case()

create table attainment_rating (
  municipality_id integer not null,
  id bigint not null identity,
  scale_id bigint not null,
  rated_on date not null,
  level integer not null,
  said_by text not null,
  words text not null default ''::text,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- attainment_rating_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- attainment_rating_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- attainment_rating_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- attainment_rating_level_check CHECK (((level >= '-2'::integer) AND (level <= 2)))
-- attainment_rating_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- attainment_rating_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- attainment_rating_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES attainment_rating(municipality_id, id)
-- attainment_rating_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES attainment_rating(municipality_id, id)
-- attainment_rating_municipality_id_scale_id_fkey FOREIGN KEY (municipality_id, scale_id) REFERENCES goal_attainment(municipality_id, id)
-- attainment_rating_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- attainment_rating_pkey PRIMARY KEY (municipality_id, id)
-- attainment_rating_said_by_check CHECK ((said_by = ANY (ARRAY['family'::text, 'together'::text, 'professional'::text])))
-- attainment_rating_subjects_check CHECK ((cardinality(subjects) > 0))
-- attainment_rating_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX attainment_rating_municipality_id_case_id_idx ON attainment_rating USING btree (municipality_id, case_id)
-- CREATE INDEX attainment_rating_municipality_id_on_behalf_of_person_idx ON attainment_rating USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX attainment_rating_municipality_id_replaced_by_idx ON attainment_rating USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX attainment_rating_municipality_id_replaces_idx ON attainment_rating USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX attainment_rating_municipality_id_scale_id_idx ON attainment_rating USING btree (municipality_id, scale_id)
-- CREATE INDEX attainment_rating_municipality_id_shelf_id_idx ON attainment_rating USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX attainment_rating_pkey ON attainment_rating USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON attainment_rating FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON attainment_rating FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table attendance (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  spell_id bigint not null,
  month date not null,
  unit text not null,
  present double precision not null,
  planned double precision,
  lawful double precision,
  unlawful double precision,
  how text not null,
  source text not null default ''::text,
  confirmed boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- attendance_check CHECK (((unit = 'per-cent'::text) = (planned IS NULL)))
-- attendance_check1 CHECK (((unit <> 'per-cent'::text) OR (present <= (100)::double precision)))
-- attendance_check2 CHECK (((how = 'typed'::text) OR (source <> ''::text)))
-- attendance_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- attendance_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- attendance_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- attendance_how_check CHECK ((how = ANY (ARRAY['typed'::text, 'register'::text])))
-- attendance_is_coordination CHECK (((sector = 'coordination'::text) AND (category = 'progression'::text)))
-- attendance_lawful_check CHECK ((lawful >= (0)::double precision))
-- attendance_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- attendance_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- attendance_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- attendance_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- attendance_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES attendance(municipality_id, id)
-- attendance_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES attendance(municipality_id, id)
-- attendance_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- attendance_municipality_id_spell_id_fkey FOREIGN KEY (municipality_id, spell_id) REFERENCES spell(municipality_id, id)
-- attendance_pkey PRIMARY KEY (municipality_id, id)
-- attendance_planned_check CHECK ((planned > (0)::double precision))
-- attendance_present_check CHECK ((present >= (0)::double precision))
-- attendance_subjects_check CHECK ((cardinality(subjects) > 0))
-- attendance_unit_check CHECK ((unit = ANY (ARRAY['hours'::text, 'days'::text, 'per-cent'::text])))
-- attendance_unlawful_check CHECK ((unlawful >= (0)::double precision))
-- attendance_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- one_attendance_stands EXCLUDE USING btree (municipality_id WITH =, case_id WITH =, spell_id WITH =, month WITH =) WHERE ((replaced_by IS NULL)) DEFERRABLE INITIALLY DEFERRED
-- CREATE INDEX attendance_municipality_id_case_id_idx ON attendance USING btree (municipality_id, case_id)
-- CREATE INDEX attendance_municipality_id_on_behalf_of_person_idx ON attendance USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX attendance_municipality_id_person_id_idx ON attendance USING btree (municipality_id, person_id)
-- CREATE INDEX attendance_municipality_id_replaced_by_idx ON attendance USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX attendance_municipality_id_replaces_idx ON attendance USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX attendance_municipality_id_shelf_id_idx ON attendance USING btree (municipality_id, shelf_id)
-- CREATE INDEX attendance_municipality_id_spell_id_month_idx ON attendance USING btree (municipality_id, spell_id, month)
-- CREATE INDEX one_attendance_stands ON attendance USING btree (municipality_id, case_id, spell_id, month) WHERE (replaced_by IS NULL)
-- CREATE UNIQUE INDEX attendance_pkey ON attendance USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON attendance FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

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

create table blocked_period (
  municipality_id integer not null,
  id bigint not null identity,
  from_day date not null,
  until_day date not null,
  why text not null,
  words text not null default ''::text,
  dropped_on date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- blocked_period_check CHECK (((until_day >= from_day) AND (until_day <= (from_day + 366))))
-- blocked_period_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- blocked_period_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- blocked_period_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- blocked_period_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- blocked_period_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- blocked_period_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- blocked_period_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES blocked_period(municipality_id, id)
-- blocked_period_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES blocked_period(municipality_id, id)
-- blocked_period_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- blocked_period_pkey PRIMARY KEY (municipality_id, id)
-- blocked_period_subjects_check CHECK ((cardinality(subjects) > 0))
-- blocked_period_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- blocked_period_why_check CHECK ((why <> ''::text))
-- CREATE INDEX blocked_period_municipality_id_case_id_idx ON blocked_period USING btree (municipality_id, case_id)
-- CREATE INDEX blocked_period_municipality_id_on_behalf_of_person_idx ON blocked_period USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX blocked_period_municipality_id_replaced_by_idx ON blocked_period USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX blocked_period_municipality_id_replaces_idx ON blocked_period USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX blocked_period_municipality_id_shelf_id_idx ON blocked_period USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX blocked_period_pkey ON blocked_period USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON blocked_period FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON blocked_period FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

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
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND CASE ( SELECT access.who('kind'::text) AS who) WHEN 'member'::text THEN ((case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND ((hidden_until IS NULL) OR (hidden_until < (( SELECT access.who('day'::text) AS who))::date))) ELSE ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR ((staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))) END)
-- grant SELECT

create table briefing (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  held_at timestamp with time zone not null,
  held_by bigint not null,
  taken_back_at timestamp with time zone
);
-- briefing_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- briefing_municipality_id_held_by_fkey FOREIGN KEY (municipality_id, held_by) REFERENCES staff(municipality_id, id)
-- briefing_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- briefing_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX briefing_municipality_id_held_by_idx ON briefing USING btree (municipality_id, held_by)
-- CREATE INDEX briefing_municipality_id_project_id_held_at_idx ON briefing USING btree (municipality_id, project_id, held_at)
-- CREATE UNIQUE INDEX briefing_pkey ON briefing USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (held_by = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (held_by = (( SELECT access.who('me'::text) AS who))::bigint) AND (project_id IN ( SELECT c.project_id FROM family_case c WHERE (c.municipality_id = access.municipality()))))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (project_id IN ( SELECT c.project_id FROM family_case c WHERE (c.municipality_id = access.municipality()))))
-- grant INSERT, SELECT

create table calendar_feed (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null,
  actor_id bigint not null,
  secret_hash bytea not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_read_at timestamp with time zone,
  revoked_at timestamp with time zone
);
-- calendar_feed_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'member'::text])))
-- calendar_feed_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- calendar_feed_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
-- calendar_feed_pkey PRIMARY KEY (municipality_id, id)
-- calendar_feed_secret_hash_key UNIQUE (secret_hash)
-- CREATE INDEX calendar_feed_municipality_id_kind_actor_id_idx ON calendar_feed USING btree (municipality_id, kind, actor_id)
-- CREATE UNIQUE INDEX calendar_feed_pkey ON calendar_feed USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX calendar_feed_secret_hash_key ON calendar_feed USING btree (secret_hash)
-- policy operator for ALL using true with check true

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
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND (person_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT
-- CREATE TRIGGER keep_fact AFTER UPDATE ON case_person FOR EACH ROW EXECUTE FUNCTION access.keep_fact()
-- CREATE TRIGGER rollup_changed AFTER UPDATE ON case_person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()
-- CREATE TRIGGER rollup_gone AFTER DELETE ON case_person REFERENCING OLD TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()
-- CREATE TRIGGER rollup_made AFTER INSERT ON case_person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()

create table challenge (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  month date not null,
  code text not null,
  words text not null default ''::text,
  withdrawn_on date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- challenge_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- challenge_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- challenge_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- challenge_code_check CHECK ((code <> ''::text))
-- challenge_is_coordination CHECK (((sector = 'coordination'::text) AND (category = 'progression'::text)))
-- challenge_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- challenge_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- challenge_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- challenge_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- challenge_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES challenge(municipality_id, id)
-- challenge_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES challenge(municipality_id, id)
-- challenge_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- challenge_pkey PRIMARY KEY (municipality_id, id)
-- challenge_subjects_check CHECK ((cardinality(subjects) > 0))
-- challenge_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- one_challenge_stands EXCLUDE USING btree (municipality_id WITH =, case_id WITH =, person_id WITH =, month WITH =, code WITH =) WHERE (((replaced_by IS NULL) AND (withdrawn_on IS NULL))) DEFERRABLE INITIALLY DEFERRED
-- CREATE INDEX challenge_municipality_id_case_id_idx ON challenge USING btree (municipality_id, case_id)
-- CREATE INDEX challenge_municipality_id_on_behalf_of_person_idx ON challenge USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX challenge_municipality_id_person_id_month_idx ON challenge USING btree (municipality_id, person_id, month)
-- CREATE INDEX challenge_municipality_id_replaced_by_idx ON challenge USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX challenge_municipality_id_replaces_idx ON challenge USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX challenge_municipality_id_shelf_id_idx ON challenge USING btree (municipality_id, shelf_id)
-- CREATE INDEX one_challenge_stands ON challenge USING btree (municipality_id, case_id, person_id, month, code) WHERE ((replaced_by IS NULL) AND (withdrawn_on IS NULL))
-- CREATE UNIQUE INDEX challenge_pkey ON challenge USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON challenge FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table closure (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  closed_at timestamp with time zone not null,
  reason text not null,
  closed_by bigint,
  reopened_at timestamp with time zone,
  reopen_reason text,
  left_on date,
  portal_until date
);
-- closure_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- closure_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX closure_municipality_id_case_id_idx ON closure USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX closure_pkey ON closure USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('team'::text) AS ids)::bigint[])))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('team_write'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER rollup_changed AFTER UPDATE ON closure REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()
-- CREATE TRIGGER rollup_gone AFTER DELETE ON closure REFERENCING OLD TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()
-- CREATE TRIGGER rollup_made AFTER INSERT ON closure REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()

create table comparison_figure (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  comparison_group text not null,
  measure text not null,
  after_months integer not null,
  people integer not null,
  mean_before double precision not null,
  mean_after double precision not null,
  sd_change double precision,
  source text not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  replaced_by bigint
);
-- comparison_figure_after_months_check CHECK (((after_months >= 1) AND (after_months <= 120)))
-- comparison_figure_comparison_group_check CHECK ((comparison_group <> ''::text))
-- comparison_figure_measure_check CHECK ((measure <> ''::text))
-- comparison_figure_municipality_id_made_by_fkey FOREIGN KEY (municipality_id, made_by) REFERENCES staff(municipality_id, id)
-- comparison_figure_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- comparison_figure_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES comparison_figure(municipality_id, id)
-- comparison_figure_people_check CHECK ((people > 0))
-- comparison_figure_pkey PRIMARY KEY (municipality_id, id)
-- comparison_figure_sd_change_check CHECK ((sd_change > (0)::double precision))
-- comparison_figure_source_check CHECK ((source <> ''::text))
-- CREATE INDEX comparison_figure_municipality_id_made_by_idx ON comparison_figure USING btree (municipality_id, made_by)
-- CREATE INDEX comparison_figure_municipality_id_project_id_idx ON comparison_figure USING btree (municipality_id, project_id)
-- CREATE INDEX comparison_figure_municipality_id_replaced_by_idx ON comparison_figure USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE UNIQUE INDEX comparison_figure_pkey ON comparison_figure USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX one_comparison_stands ON comparison_figure USING btree (municipality_id, project_id, comparison_group, measure, after_months) WHERE (replaced_by IS NULL)
-- policy operator for ALL using true with check true
-- policy project_changes for UPDATE using ((municipality_id = access.municipality()) AND access.leads(project_id))
-- policy project_makes for INSERT with check ((municipality_id = access.municipality()) AND access.leads(project_id) AND (made_by = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy project_reads for SELECT using ((municipality_id = access.municipality()) AND access.leads(project_id))
-- grant INSERT, SELECT

create table concern (
  municipality_id integer not null,
  id bigint not null identity,
  author_staff_id bigint not null,
  danger boolean not null,
  content bytea not null,
  content_key text not null,
  reported_at timestamp with time zone not null,
  assess_by timestamp with time zone not null,
  remind_at timestamp with time zone not null,
  receipt_by date not null
);
-- concern_check CHECK ((remind_at <= assess_by))
-- concern_municipality_id_author_staff_id_fkey FOREIGN KEY (municipality_id, author_staff_id) REFERENCES staff(municipality_id, id)
-- concern_municipality_id_content_key_key UNIQUE (municipality_id, content_key)
-- concern_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- concern_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX concern_municipality_id_author_staff_id_idx ON concern USING btree (municipality_id, author_staff_id)
-- CREATE UNIQUE INDEX concern_municipality_id_content_key_key ON concern USING btree (municipality_id, content_key)
-- CREATE UNIQUE INDEX concern_pkey ON concern USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy sealed for SELECT using ((municipality_id = access.municipality()) AND (id = ANY (( SELECT access.my_concerns() AS my_concerns)::bigint[])))
-- grant SELECT

create table concern_addition (
  municipality_id integer not null,
  id bigint not null identity,
  concern_id bigint not null,
  author_staff_id bigint not null,
  content bytea not null,
  content_key text not null,
  added_at timestamp with time zone not null
);
-- concern_addition_municipality_id_author_staff_id_fkey FOREIGN KEY (municipality_id, author_staff_id) REFERENCES staff(municipality_id, id)
-- concern_addition_municipality_id_concern_id_fkey FOREIGN KEY (municipality_id, concern_id) REFERENCES concern(municipality_id, id)
-- concern_addition_municipality_id_content_key_key UNIQUE (municipality_id, content_key)
-- concern_addition_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX concern_addition_municipality_id_author_staff_id_idx ON concern_addition USING btree (municipality_id, author_staff_id)
-- CREATE INDEX concern_addition_municipality_id_concern_id_idx ON concern_addition USING btree (municipality_id, concern_id)
-- CREATE UNIQUE INDEX concern_addition_municipality_id_content_key_key ON concern_addition USING btree (municipality_id, content_key)
-- CREATE UNIQUE INDEX concern_addition_pkey ON concern_addition USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy sealed for SELECT using ((municipality_id = access.municipality()) AND (concern_id = ANY (( SELECT access.my_concerns() AS my_concerns)::bigint[])))
-- grant SELECT

create table concern_assessment (
  municipality_id integer not null,
  id bigint not null identity,
  concern_id bigint not null,
  assessed_by bigint not null,
  result text not null,
  content bytea not null,
  content_key text not null,
  assessed_at timestamp with time zone not null
);
-- concern_assessment_municipality_id_assessed_by_fkey FOREIGN KEY (municipality_id, assessed_by) REFERENCES staff(municipality_id, id)
-- concern_assessment_municipality_id_concern_id_fkey FOREIGN KEY (municipality_id, concern_id) REFERENCES concern(municipality_id, id)
-- concern_assessment_municipality_id_content_key_key UNIQUE (municipality_id, content_key)
-- concern_assessment_pkey PRIMARY KEY (municipality_id, id)
-- concern_assessment_result_check CHECK ((result <> ''::text))
-- CREATE INDEX concern_assessment_municipality_id_assessed_by_idx ON concern_assessment USING btree (municipality_id, assessed_by)
-- CREATE INDEX concern_assessment_municipality_id_concern_id_idx ON concern_assessment USING btree (municipality_id, concern_id)
-- CREATE UNIQUE INDEX concern_assessment_municipality_id_content_key_key ON concern_assessment USING btree (municipality_id, content_key)
-- CREATE UNIQUE INDEX concern_assessment_pkey ON concern_assessment USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy sealed for SELECT using ((municipality_id = access.municipality()) AND (concern_id = ANY (( SELECT access.my_concerns() AS my_concerns)::bigint[])))
-- grant SELECT

create table concern_child (
  municipality_id integer not null,
  id bigint not null identity,
  concern_id bigint not null,
  case_id bigint,
  person_id bigint,
  cpr_hash bytea
);
-- concern_child_check CHECK ((num_nonnulls(case_id, cpr_hash) > 0))
-- concern_child_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- concern_child_municipality_id_concern_id_fkey FOREIGN KEY (municipality_id, concern_id) REFERENCES concern(municipality_id, id)
-- concern_child_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- concern_child_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX concern_child_municipality_id_case_id_idx ON concern_child USING btree (municipality_id, case_id)
-- CREATE INDEX concern_child_municipality_id_concern_id_idx ON concern_child USING btree (municipality_id, concern_id)
-- CREATE INDEX concern_child_municipality_id_person_id_idx ON concern_child USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX concern_child_pkey ON concern_child USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

create table concern_mail (
  municipality_id integer not null,
  id bigint not null identity,
  concern_id bigint not null,
  kind text not null,
  address text not null,
  secure boolean not null,
  planned_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  attempts integer not null default 0,
  sent_at timestamp with time zone,
  held_at timestamp with time zone,
  failed_at timestamp with time zone,
  error text
);
-- concern_mail_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'addition'::text, 'overdue'::text])))
-- concern_mail_municipality_id_concern_id_fkey FOREIGN KEY (municipality_id, concern_id) REFERENCES concern(municipality_id, id)
-- concern_mail_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX concern_mail_municipality_id_concern_id_idx ON concern_mail USING btree (municipality_id, concern_id)
-- CREATE UNIQUE INDEX concern_mail_pkey ON concern_mail USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

create table concern_receipt (
  municipality_id integer not null,
  id bigint not null identity,
  concern_id bigint not null,
  sent_by bigint not null,
  content bytea not null,
  content_key text not null,
  sent_at timestamp with time zone not null
);
-- concern_receipt_municipality_id_concern_id_fkey FOREIGN KEY (municipality_id, concern_id) REFERENCES concern(municipality_id, id)
-- concern_receipt_municipality_id_concern_id_key UNIQUE (municipality_id, concern_id)
-- concern_receipt_municipality_id_content_key_key UNIQUE (municipality_id, content_key)
-- concern_receipt_municipality_id_sent_by_fkey FOREIGN KEY (municipality_id, sent_by) REFERENCES staff(municipality_id, id)
-- concern_receipt_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX concern_receipt_municipality_id_sent_by_idx ON concern_receipt USING btree (municipality_id, sent_by)
-- CREATE UNIQUE INDEX concern_receipt_municipality_id_concern_id_key ON concern_receipt USING btree (municipality_id, concern_id)
-- CREATE UNIQUE INDEX concern_receipt_municipality_id_content_key_key ON concern_receipt USING btree (municipality_id, content_key)
-- CREATE UNIQUE INDEX concern_receipt_pkey ON concern_receipt USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy sealed for SELECT using ((municipality_id = access.municipality()) AND (concern_id = ANY (( SELECT access.my_concerns() AS my_concerns)::bigint[])))
-- grant SELECT

create table concern_reminder (
  municipality_id integer not null,
  id bigint not null identity,
  concern_id bigint not null,
  step text not null,
  reminded_at timestamp with time zone not null
);
-- concern_reminder_municipality_id_concern_id_fkey FOREIGN KEY (municipality_id, concern_id) REFERENCES concern(municipality_id, id)
-- concern_reminder_municipality_id_concern_id_step_key UNIQUE (municipality_id, concern_id, step)
-- concern_reminder_pkey PRIMARY KEY (municipality_id, id)
-- concern_reminder_step_check CHECK ((step = ANY (ARRAY['new'::text, 'soon'::text, 'late'::text])))
-- CREATE UNIQUE INDEX concern_reminder_municipality_id_concern_id_step_key ON concern_reminder USING btree (municipality_id, concern_id, step)
-- CREATE UNIQUE INDEX concern_reminder_pkey ON concern_reminder USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

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
  withdrawn_registered_by jsonb,
  renews bigint,
  health_agreement text not null default ''::text
);
-- consent_categories_check CHECK ((cardinality(categories) > 0))
-- consent_from_sectors_check CHECK ((cardinality(from_sectors) > 0))
-- consent_given_how_check CHECK ((given_how = ANY (ARRAY['signed'::text, 'portal'::text, 'spoken'::text])))
-- consent_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- consent_municipality_id_renews_fkey FOREIGN KEY (municipality_id, renews) REFERENCES consent(municipality_id, id)
-- consent_municipality_id_subject_id_fkey FOREIGN KEY (municipality_id, subject_id) REFERENCES person(municipality_id, id)
-- consent_pkey PRIMARY KEY (municipality_id, id)
-- consent_to_sectors_check CHECK ((cardinality(to_sectors) > 0))
-- CREATE INDEX consent_municipality_id_case_id_idx ON consent USING btree (municipality_id, case_id)
-- CREATE INDEX consent_municipality_id_renews_idx ON consent USING btree (municipality_id, renews) WHERE (renews IS NOT NULL)
-- CREATE INDEX consent_municipality_id_subject_id_idx ON consent USING btree (municipality_id, subject_id)
-- CREATE UNIQUE INDEX consent_pkey ON consent USING btree (municipality_id, id)
-- policy ledger_read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR (id = ANY (( SELECT access.ids('consents'::text) AS ids)::bigint[])) OR ((case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND (subject_id = ANY (( SELECT access.ids('speak'::text) AS ids)::bigint[])))))
-- policy operator for ALL using true with check true
-- policy register for INSERT with check ((municipality_id = access.municipality()) AND (withdrawn_at IS NULL) AND ((case_id = ANY (( SELECT access.ids('consent_write'::text) AS ids)::bigint[])) OR ((case_id = ANY (( SELECT access.ids('speak_cases'::text) AS ids)::bigint[])) AND (subject_id = ANY (( SELECT access.ids('speak'::text) AS ids)::bigint[])))))
-- grant INSERT, SELECT
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION access.stir_case()

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
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
  no_contact_reason text,
  case_id bigint not null default 0,
  subject_id bigint not null default 0,
  witness text,
  language text,
  interpreter boolean not null default false,
  read_aloud boolean not null default false
);
-- consent_signer_municipality_id_consent_id_fkey FOREIGN KEY (municipality_id, consent_id) REFERENCES consent(municipality_id, id)
-- consent_signer_municipality_id_consent_id_signer_id_key UNIQUE (municipality_id, consent_id, signer_id)
-- consent_signer_municipality_id_signer_id_fkey FOREIGN KEY (municipality_id, signer_id) REFERENCES person(municipality_id, id)
-- consent_signer_pkey PRIMARY KEY (municipality_id, id)
-- consent_signer_signed_how_check CHECK ((signed_how = ANY (ARRAY['signed'::text, 'portal'::text, 'spoken'::text])))
-- CREATE INDEX consent_signer_municipality_id_case_id_idx ON consent_signer USING btree (municipality_id, case_id)
-- CREATE INDEX consent_signer_municipality_id_signer_id_idx ON consent_signer USING btree (municipality_id, signer_id)
-- CREATE UNIQUE INDEX consent_signer_municipality_id_consent_id_signer_id_key ON consent_signer USING btree (municipality_id, consent_id, signer_id)
-- CREATE UNIQUE INDEX consent_signer_pkey ON consent_signer USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('consent_write'::text) AS ids)::bigint[])))
-- policy ledger_read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR (consent_id = ANY (( SELECT access.ids('consents'::text) AS ids)::bigint[])) OR ((case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND (subject_id = ANY (( SELECT access.ids('speak'::text) AS ids)::bigint[])))))
-- policy operator for ALL using true with check true
-- policy register for INSERT with check ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('consent_write'::text) AS ids)::bigint[])) OR ((case_id = ANY (( SELECT access.ids('speak_cases'::text) AS ids)::bigint[])) AND (subject_id = ANY (( SELECT access.ids('speak'::text) AS ids)::bigint[])) AND (((signed_at IS NULL) AND (refused_at IS NULL)) OR (signer_id = (( SELECT access.who('me'::text) AS who))::bigint)))))
-- grant INSERT, SELECT
-- CREATE TRIGGER fill_signer BEFORE INSERT OR UPDATE ON consent_signer FOR EACH ROW EXECUTE FUNCTION access.fill_signer()
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON consent_signer FOR EACH ROW EXECUTE FUNCTION access.stir_case()

create table contact_detail (
  municipality_id integer not null,
  id bigint not null identity,
  phone text not null default ''::text,
  email text not null default ''::text,
  preferred_channel text not null default 'letter'::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- contact_detail_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- contact_detail_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- contact_detail_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- contact_detail_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- contact_detail_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- contact_detail_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- contact_detail_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES contact_detail(municipality_id, id)
-- contact_detail_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES contact_detail(municipality_id, id)
-- contact_detail_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- contact_detail_pkey PRIMARY KEY (municipality_id, id)
-- contact_detail_preferred_channel_check CHECK ((preferred_channel = ANY (ARRAY['sms'::text, 'mail'::text, 'digital-post'::text, 'letter'::text, 'phone'::text])))
-- contact_detail_subjects_check CHECK ((cardinality(subjects) > 0))
-- contact_detail_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX contact_detail_municipality_id_case_id_idx ON contact_detail USING btree (municipality_id, case_id)
-- CREATE INDEX contact_detail_municipality_id_on_behalf_of_person_idx ON contact_detail USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX contact_detail_municipality_id_replaced_by_idx ON contact_detail USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX contact_detail_municipality_id_replaces_idx ON contact_detail USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX contact_detail_municipality_id_shelf_id_idx ON contact_detail USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX contact_detail_pkey ON contact_detail USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON contact_detail FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON contact_detail FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table coordination_purpose (
  municipality_id integer not null,
  id bigint not null identity,
  what_for text not null,
  aim text not null,
  written_on date not null,
  written_with bigint[] not null default '{}'::bigint[],
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- coordination_purpose_aim_check CHECK ((aim <> ''::text))
-- coordination_purpose_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- coordination_purpose_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- coordination_purpose_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- coordination_purpose_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- coordination_purpose_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- coordination_purpose_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- coordination_purpose_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES coordination_purpose(municipality_id, id)
-- coordination_purpose_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES coordination_purpose(municipality_id, id)
-- coordination_purpose_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- coordination_purpose_pkey PRIMARY KEY (municipality_id, id)
-- coordination_purpose_subjects_check CHECK ((cardinality(subjects) > 0))
-- coordination_purpose_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- coordination_purpose_what_for_check CHECK ((what_for <> ''::text))
-- written_with_subjects CHECK ((written_with <@ subjects))
-- CREATE INDEX coordination_purpose_municipality_id_case_id_idx ON coordination_purpose USING btree (municipality_id, case_id)
-- CREATE INDEX coordination_purpose_municipality_id_on_behalf_of_person_idx ON coordination_purpose USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX coordination_purpose_municipality_id_replaced_by_idx ON coordination_purpose USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX coordination_purpose_municipality_id_replaces_idx ON coordination_purpose USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX coordination_purpose_municipality_id_shelf_id_idx ON coordination_purpose USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX coordination_purpose_pkey ON coordination_purpose USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON coordination_purpose FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON coordination_purpose FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table coordination_time (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  staff_id bigint not null,
  minutes_per_week integer not null,
  agreed_with text not null,
  valid_from date not null,
  created_at timestamp with time zone not null
);
-- coordination_time_agreed_with_check CHECK ((agreed_with <> ''::text))
-- coordination_time_minutes_per_week_check CHECK (((minutes_per_week >= 1) AND (minutes_per_week <= 10080)))
-- coordination_time_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- coordination_time_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- coordination_time_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX coordination_time_municipality_id_case_id_idx ON coordination_time USING btree (municipality_id, case_id)
-- CREATE INDEX coordination_time_municipality_id_staff_id_idx ON coordination_time USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX coordination_time_pkey ON coordination_time USING btree (municipality_id, id)
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

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
-- policy operator for ALL using true with check true
-- policy person_read for SELECT using ((municipality_id = access.municipality()) AND (child_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])) AND (holder_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT
-- CREATE TRIGGER keep_fact AFTER UPDATE ON custody FOR EACH ROW EXECUTE FUNCTION access.keep_fact()

create table day_mail (
  municipality_id integer not null,
  id bigint not null identity,
  staff_id bigint not null,
  wanted boolean not null,
  set_at timestamp with time zone not null
);
-- day_mail_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- day_mail_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- day_mail_municipality_id_staff_id_key UNIQUE (municipality_id, staff_id)
-- day_mail_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX day_mail_municipality_id_staff_id_key ON day_mail USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX day_mail_pkey ON day_mail USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (staff_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (staff_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy operator for ALL using true with check true
-- policy own for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])) AND ((( SELECT access.who('kind'::text) AS who) = 'job'::text) OR (staff_id = (( SELECT access.who('me'::text) AS who))::bigint)))
-- grant INSERT, SELECT

create table demo_login (
  municipality_id integer not null,
  username text not null,
  kind text not null,
  staff_id bigint,
  person_id bigint,
  description_da text not null default ''::text,
  description_en text not null default ''::text,
  sort integer not null default 0
);
-- demo_login_check CHECK (((kind = 'member'::text) = (person_id IS NOT NULL)))
-- demo_login_check1 CHECK (((kind = 'member'::text) = (staff_id IS NULL)))
-- demo_login_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'member'::text, 'national'::text])))
-- demo_login_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- demo_login_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- demo_login_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- demo_login_pkey PRIMARY KEY (municipality_id, username)
-- demo_login_username_key UNIQUE (username)
-- CREATE INDEX demo_login_municipality_id_person_id_idx ON demo_login USING btree (municipality_id, person_id)
-- CREATE INDEX demo_login_municipality_id_staff_id_idx ON demo_login USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX demo_login_pkey ON demo_login USING btree (municipality_id, username)
-- CREATE UNIQUE INDEX demo_login_username_key ON demo_login USING btree (username)
-- policy operator for ALL using true with check true

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT
-- CREATE TRIGGER keep_department AFTER UPDATE ON department FOR EACH ROW EXECUTE FUNCTION access.keep_department()

create table department_history (
  municipality_id integer not null,
  id bigint not null identity,
  department_id bigint not null,
  changed_at timestamp with time zone not null,
  changed_by jsonb not null,
  row_before jsonb not null
);
-- department_history_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- department_history_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX department_history_municipality_id_department_id_idx ON department_history USING btree (municipality_id, department_id)
-- CREATE UNIQUE INDEX department_history_pkey ON department_history USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant SELECT

create table department_successor (
  municipality_id integer not null,
  id bigint not null identity,
  department_id bigint not null,
  successor_id bigint not null,
  on_date date not null
);
-- department_successor_check CHECK ((department_id <> successor_id))
-- department_successor_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- department_successor_municipality_id_department_id_successo_key UNIQUE (municipality_id, department_id, successor_id)
-- department_successor_municipality_id_successor_id_fkey FOREIGN KEY (municipality_id, successor_id) REFERENCES department(municipality_id, id)
-- department_successor_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX department_successor_municipality_id_successor_id_idx ON department_successor USING btree (municipality_id, successor_id)
-- CREATE UNIQUE INDEX department_successor_municipality_id_department_id_successo_key ON department_successor USING btree (municipality_id, department_id, successor_id)
-- CREATE UNIQUE INDEX department_successor_pkey ON department_successor USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
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
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR ((case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND CASE ( SELECT access.who('kind'::text) AS who) WHEN 'staff'::text THEN (staff_id = (( SELECT access.who('me'::text) AS who))::bigint) ELSE (by_person = (( SELECT access.who('me'::text) AS who))::bigint) END)))
-- grant SELECT
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON disqualification FOR EACH ROW EXECUTE FUNCTION access.stir_case()

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

create table exit_item (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  closure_id bigint not null,
  kind text not null,
  ref bigint not null,
  outcome text not null,
  staff_id bigint,
  name text not null default ''::text,
  due date,
  changed jsonb not null default '[]'::jsonb
);
-- exit_item_check CHECK (((outcome = 'ends'::text) OR (staff_id IS NOT NULL) OR (name <> ''::text)))
-- exit_item_check1 CHECK (((outcome <> 'task'::text) OR ((staff_id IS NOT NULL) AND (due IS NOT NULL))))
-- exit_item_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- exit_item_municipality_id_closure_id_fkey FOREIGN KEY (municipality_id, closure_id) REFERENCES closure(municipality_id, id)
-- exit_item_municipality_id_closure_id_kind_ref_key UNIQUE (municipality_id, closure_id, kind, ref)
-- exit_item_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- exit_item_outcome_check CHECK ((outcome = ANY (ARRAY['ends'::text, 'handed-over'::text, 'task'::text])))
-- exit_item_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX exit_item_municipality_id_case_id_idx ON exit_item USING btree (municipality_id, case_id)
-- CREATE INDEX exit_item_municipality_id_staff_id_idx ON exit_item USING btree (municipality_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE UNIQUE INDEX exit_item_municipality_id_closure_id_kind_ref_key ON exit_item USING btree (municipality_id, closure_id, kind, ref)
-- CREATE UNIQUE INDEX exit_item_pkey ON exit_item USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant SELECT

create table exit_statement (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint,
  left_on date not null,
  words text not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- exit_statement_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- exit_statement_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- exit_statement_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- exit_statement_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- exit_statement_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- exit_statement_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- exit_statement_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- exit_statement_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES exit_statement(municipality_id, id)
-- exit_statement_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES exit_statement(municipality_id, id)
-- exit_statement_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- exit_statement_pkey PRIMARY KEY (municipality_id, id)
-- exit_statement_subjects_check CHECK ((cardinality(subjects) > 0))
-- exit_statement_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- exit_statement_words_check CHECK ((words <> ''::text))
-- CREATE INDEX exit_statement_municipality_id_case_id_idx ON exit_statement USING btree (municipality_id, case_id)
-- CREATE INDEX exit_statement_municipality_id_on_behalf_of_person_idx ON exit_statement USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX exit_statement_municipality_id_person_id_idx ON exit_statement USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX exit_statement_municipality_id_replaced_by_idx ON exit_statement USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX exit_statement_municipality_id_replaces_idx ON exit_statement USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX exit_statement_municipality_id_shelf_id_idx ON exit_statement USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX exit_statement_pkey ON exit_statement USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON exit_statement FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON exit_statement FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table exit_step (
  municipality_id integer not null,
  id bigint not null identity,
  plan_id bigint not null,
  kind text not null,
  on_date date not null,
  what text not null,
  who text not null default ''::text,
  contact text not null default ''::text,
  checked_on date,
  ready text,
  ready_words text not null default ''::text,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- exit_step_check CHECK (((checked_on IS NULL) = (ready IS NULL)))
-- exit_step_check1 CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- exit_step_check2 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- exit_step_check3 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- exit_step_check4 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- exit_step_kind_check CHECK ((kind = ANY (ARRAY['step'::text, 'offer'::text])))
-- exit_step_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- exit_step_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- exit_step_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- exit_step_municipality_id_plan_id_fkey FOREIGN KEY (municipality_id, plan_id) REFERENCES planned_exit(municipality_id, id)
-- exit_step_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES exit_step(municipality_id, id)
-- exit_step_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES exit_step(municipality_id, id)
-- exit_step_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- exit_step_pkey PRIMARY KEY (municipality_id, id)
-- exit_step_ready_check CHECK ((ready = ANY (ARRAY['ready'::text, 'not-ready'::text])))
-- exit_step_subjects_check CHECK ((cardinality(subjects) > 0))
-- exit_step_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- exit_step_what_check CHECK ((what <> ''::text))
-- CREATE INDEX exit_step_municipality_id_case_id_idx ON exit_step USING btree (municipality_id, case_id)
-- CREATE INDEX exit_step_municipality_id_on_behalf_of_person_idx ON exit_step USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX exit_step_municipality_id_plan_id_idx ON exit_step USING btree (municipality_id, plan_id)
-- CREATE INDEX exit_step_municipality_id_replaced_by_idx ON exit_step USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX exit_step_municipality_id_replaces_idx ON exit_step USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX exit_step_municipality_id_shelf_id_idx ON exit_step USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX exit_step_pkey ON exit_step USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON exit_step FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON exit_step FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table expected_end (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  ends_on date,
  reason text not null default ''::text,
  set_on date not null,
  set_by bigint not null
);
-- expected_end_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- expected_end_municipality_id_set_by_fkey FOREIGN KEY (municipality_id, set_by) REFERENCES staff(municipality_id, id)
-- expected_end_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX expected_end_municipality_id_case_id_idx ON expected_end USING btree (municipality_id, case_id)
-- CREATE INDEX expected_end_municipality_id_set_by_idx ON expected_end USING btree (municipality_id, set_by)
-- CREATE UNIQUE INDEX expected_end_pkey ON expected_end USING btree (municipality_id, id)
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT

create table extract_delivery (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  month date not null,
  mark text not null,
  basis text not null,
  format integer not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  key bytea,
  key_destroyed_at timestamp with time zone,
  file bytea not null,
  sha256 text not null,
  families integer not null,
  people integer not null,
  left_out integer not null,
  contents jsonb not null,
  withdrawn_at timestamp with time zone
);
-- extract_delivery_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'statistics'::text])))
-- extract_delivery_check CHECK (((key IS NOT NULL) OR (key_destroyed_at IS NOT NULL)))
-- extract_delivery_format_check CHECK ((format > 0))
-- extract_delivery_mark_check CHECK ((mark = ANY (ARRAY['monthly'::text, 'midterm'::text, 'final'::text])))
-- extract_delivery_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- extract_delivery_municipality_id_made_by_fkey FOREIGN KEY (municipality_id, made_by) REFERENCES staff(municipality_id, id)
-- extract_delivery_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- extract_delivery_pkey PRIMARY KEY (municipality_id, id)
-- extract_delivery_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
-- CREATE INDEX extract_delivery_municipality_id_made_by_idx ON extract_delivery USING btree (municipality_id, made_by)
-- CREATE INDEX extract_delivery_municipality_id_project_id_month_idx ON extract_delivery USING btree (municipality_id, project_id, month)
-- CREATE UNIQUE INDEX extract_delivery_pkey ON extract_delivery USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy project_changes for UPDATE using ((municipality_id = access.municipality()) AND access.leads(project_id))
-- policy project_makes for INSERT with check ((municipality_id = access.municipality()) AND access.leads(project_id) AND (made_by = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy project_reads for SELECT using ((municipality_id = access.municipality()) AND access.leads(project_id))
-- grant INSERT, SELECT

create table fact_history (
  municipality_id integer not null,
  id bigint not null identity,
  table_name text not null,
  row_id bigint not null,
  person_id bigint,
  case_id bigint,
  changed_at timestamp with time zone not null,
  changed_by jsonb not null,
  row_before jsonb not null
);
-- fact_history_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- fact_history_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX fact_history_municipality_id_person_id_idx ON fact_history USING btree (municipality_id, person_id)
-- CREATE INDEX fact_history_municipality_id_table_name_row_id_idx ON fact_history USING btree (municipality_id, table_name, row_id)
-- CREATE UNIQUE INDEX fact_history_pkey ON fact_history USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy person_read for SELECT using ((municipality_id = access.municipality()) AND (person_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT

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
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant SELECT
-- CREATE TRIGGER rollup_changed AFTER UPDATE ON family_case REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()

create table family_plan (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  created_at timestamp with time zone not null,
  goal_order bigint[] not null default '{}'::bigint[],
  next_follow_up_on date,
  focus_goals bigint[] not null default '{}'::bigint[]
);
-- family_plan_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- family_plan_municipality_id_case_id_key UNIQUE (municipality_id, case_id)
-- family_plan_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX family_plan_municipality_id_case_id_key ON family_plan USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX family_plan_pkey ON family_plan USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy plan_change for UPDATE using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])) OR (case_id = ANY (( SELECT access.ids('speak_cases'::text) AS ids)::bigint[]))))
-- policy plan_create for INSERT with check ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])) OR (case_id = ANY (( SELECT access.ids('speak_cases'::text) AS ids)::bigint[]))))
-- policy plan_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT

create table family_yes (
  municipality_id integer not null,
  id bigint not null identity,
  said_to text not null,
  said_on date not null,
  channel text not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- family_yes_channel_check CHECK ((channel = ANY (ARRAY['paper'::text, 'meeting'::text, 'telephone'::text, 'portal'::text])))
-- family_yes_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- family_yes_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- family_yes_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- family_yes_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- family_yes_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- family_yes_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- family_yes_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES family_yes(municipality_id, id)
-- family_yes_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES family_yes(municipality_id, id)
-- family_yes_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- family_yes_pkey PRIMARY KEY (municipality_id, id)
-- family_yes_said_to_check CHECK ((said_to = ANY (ARRAY['referral'::text, 'place'::text])))
-- family_yes_subjects_check CHECK ((cardinality(subjects) > 0))
-- family_yes_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX family_yes_municipality_id_case_id_idx ON family_yes USING btree (municipality_id, case_id)
-- CREATE INDEX family_yes_municipality_id_on_behalf_of_person_idx ON family_yes USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX family_yes_municipality_id_replaced_by_idx ON family_yes USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX family_yes_municipality_id_replaces_idx ON family_yes USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX family_yes_municipality_id_shelf_id_idx ON family_yes USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX family_yes_pkey ON family_yes USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON family_yes FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON family_yes FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table filing (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  kind text not null,
  record_id bigint not null,
  revision integer not null,
  shelf_id bigint not null,
  sector text not null,
  staff_id bigint not null,
  theme text not null,
  sent_by bigint not null,
  sent_at timestamp with time zone not null,
  due date not null,
  taken_back_at timestamp with time zone
);
-- filing_kind_check CHECK ((kind = ANY (ARRAY['entry'::text, 'message'::text, 'answer'::text, 'plan-file'::text, 'minutes'::text])))
-- filing_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- filing_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- filing_municipality_id_sent_by_fkey FOREIGN KEY (municipality_id, sent_by) REFERENCES staff(municipality_id, id)
-- filing_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- filing_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- filing_pkey PRIMARY KEY (municipality_id, id)
-- filing_theme_check CHECK ((theme <> ''::text))
-- CREATE INDEX filing_municipality_id_case_id_idx ON filing USING btree (municipality_id, case_id)
-- CREATE INDEX filing_municipality_id_sent_by_idx ON filing USING btree (municipality_id, sent_by)
-- CREATE INDEX filing_municipality_id_shelf_id_idx ON filing USING btree (municipality_id, shelf_id)
-- CREATE INDEX filing_municipality_id_staff_id_idx ON filing USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX filing_municipality_id_kind_record_id_sector_revision_idx ON filing USING btree (municipality_id, kind, record_id, sector, revision) WHERE (taken_back_at IS NULL)
-- CREATE UNIQUE INDEX filing_pkey ON filing USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy with_the_record for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant SELECT

create table filing_receipt (
  municipality_id integer not null,
  id bigint not null identity,
  filing_id bigint not null,
  system text not null,
  number text not null,
  filed_on date not null,
  written_by bigint not null,
  written_at timestamp with time zone not null
);
-- filing_receipt_municipality_id_filing_id_fkey FOREIGN KEY (municipality_id, filing_id) REFERENCES filing(municipality_id, id)
-- filing_receipt_municipality_id_written_by_fkey FOREIGN KEY (municipality_id, written_by) REFERENCES staff(municipality_id, id)
-- filing_receipt_number_check CHECK ((number <> ''::text))
-- filing_receipt_pkey PRIMARY KEY (municipality_id, id)
-- filing_receipt_system_check CHECK ((system <> ''::text))
-- CREATE INDEX filing_receipt_municipality_id_filing_id_idx ON filing_receipt USING btree (municipality_id, filing_id)
-- CREATE INDEX filing_receipt_municipality_id_written_by_idx ON filing_receipt USING btree (municipality_id, written_by)
-- CREATE UNIQUE INDEX filing_receipt_pkey ON filing_receipt USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy with_the_record for SELECT using ((municipality_id = access.municipality()) AND (EXISTS ( SELECT FROM filing f WHERE ((f.municipality_id = filing_receipt.municipality_id) AND (f.id = filing_receipt.filing_id)))))
-- grant SELECT

create table goal (
  municipality_id integer not null,
  id bigint not null identity,
  title text not null default ''::text,
  kind text not null,
  level integer not null,
  parent_id bigint,
  hope_id bigint,
  measure text not null default ''::text,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false,
  from_note_id bigint,
  owner_person_id bigint,
  owner_staff_id bigint,
  aim text,
  start_value double precision,
  target_value double precision,
  unit text not null default ''::text,
  start_on date,
  end_on date,
  look_on date,
  law_area text,
  sector_plan_id bigint
);
-- goal_aim_check CHECK ((aim = ANY (ARRAY['develop'::text, 'keep'::text, 'limit-loss'::text])))
-- goal_check CHECK (((level = 1) = (parent_id IS NULL)))
-- goal_check1 CHECK ((parent_id <> id))
-- goal_check2 CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- goal_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- goal_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- goal_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- goal_check6 CHECK ((num_nonnulls(owner_person_id, owner_staff_id) <= 1))
-- goal_check7 CHECK ((start_on <= end_on))
-- goal_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'sector'::text])))
-- goal_level_check CHECK (((level >= 1) AND (level <= 3)))
-- goal_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- goal_municipality_id_from_note_id_fkey FOREIGN KEY (municipality_id, from_note_id) REFERENCES situation_note(municipality_id, id)
-- goal_municipality_id_hope_id_fkey FOREIGN KEY (municipality_id, hope_id) REFERENCES hope(municipality_id, id)
-- goal_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- goal_municipality_id_owner_person_id_fkey FOREIGN KEY (municipality_id, owner_person_id) REFERENCES person(municipality_id, id)
-- goal_municipality_id_owner_staff_id_fkey FOREIGN KEY (municipality_id, owner_staff_id) REFERENCES staff(municipality_id, id)
-- goal_municipality_id_parent_id_fkey FOREIGN KEY (municipality_id, parent_id) REFERENCES goal(municipality_id, id)
-- goal_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES goal(municipality_id, id)
-- goal_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES goal(municipality_id, id)
-- goal_municipality_id_sector_plan_id_fkey FOREIGN KEY (municipality_id, sector_plan_id) REFERENCES sector_plan(municipality_id, id)
-- goal_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- goal_pkey PRIMARY KEY (municipality_id, id)
-- goal_subjects_check CHECK ((cardinality(subjects) > 0))
-- goal_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX goal_municipality_id_case_id_idx ON goal USING btree (municipality_id, case_id)
-- CREATE INDEX goal_municipality_id_from_note_id_idx ON goal USING btree (municipality_id, from_note_id) WHERE (from_note_id IS NOT NULL)
-- CREATE INDEX goal_municipality_id_hope_id_idx ON goal USING btree (municipality_id, hope_id) WHERE (hope_id IS NOT NULL)
-- CREATE INDEX goal_municipality_id_on_behalf_of_person_idx ON goal USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX goal_municipality_id_owner_person_id_idx ON goal USING btree (municipality_id, owner_person_id) WHERE (owner_person_id IS NOT NULL)
-- CREATE INDEX goal_municipality_id_owner_staff_id_idx ON goal USING btree (municipality_id, owner_staff_id) WHERE (owner_staff_id IS NOT NULL)
-- CREATE INDEX goal_municipality_id_parent_id_idx ON goal USING btree (municipality_id, parent_id) WHERE (parent_id IS NOT NULL)
-- CREATE INDEX goal_municipality_id_replaced_by_idx ON goal USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX goal_municipality_id_replaces_idx ON goal USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX goal_municipality_id_sector_plan_id_idx ON goal USING btree (municipality_id, sector_plan_id) WHERE (sector_plan_id IS NOT NULL)
-- CREATE INDEX goal_municipality_id_shelf_id_idx ON goal USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX goal_pkey ON goal USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON goal FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON goal FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table goal_attainment (
  municipality_id integer not null,
  id bigint not null identity,
  goal_id bigint not null,
  levels text[] not null,
  weight integer not null default 1,
  baseline integer not null,
  agreed_on date not null,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- goal_attainment_baseline_check CHECK (((baseline >= '-2'::integer) AND (baseline <= 2)))
-- goal_attainment_check CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- goal_attainment_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- goal_attainment_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- goal_attainment_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- goal_attainment_levels_check CHECK (((cardinality(levels) = 5) AND (array_position(levels, ''::text) IS NULL)))
-- goal_attainment_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- goal_attainment_municipality_id_goal_id_fkey FOREIGN KEY (municipality_id, goal_id) REFERENCES goal(municipality_id, id)
-- goal_attainment_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- goal_attainment_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES goal_attainment(municipality_id, id)
-- goal_attainment_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES goal_attainment(municipality_id, id)
-- goal_attainment_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- goal_attainment_pkey PRIMARY KEY (municipality_id, id)
-- goal_attainment_subjects_check CHECK ((cardinality(subjects) > 0))
-- goal_attainment_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- goal_attainment_weight_check CHECK (((weight >= 1) AND (weight <= 5)))
-- one_scale_stands EXCLUDE USING btree (municipality_id WITH =, goal_id WITH =) WHERE (((replaced_by IS NULL) AND (dropped_on IS NULL))) DEFERRABLE INITIALLY DEFERRED
-- CREATE INDEX goal_attainment_municipality_id_case_id_idx ON goal_attainment USING btree (municipality_id, case_id)
-- CREATE INDEX goal_attainment_municipality_id_goal_id_idx ON goal_attainment USING btree (municipality_id, goal_id)
-- CREATE INDEX goal_attainment_municipality_id_on_behalf_of_person_idx ON goal_attainment USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX goal_attainment_municipality_id_replaced_by_idx ON goal_attainment USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX goal_attainment_municipality_id_replaces_idx ON goal_attainment USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX goal_attainment_municipality_id_shelf_id_idx ON goal_attainment USING btree (municipality_id, shelf_id)
-- CREATE INDEX one_scale_stands ON goal_attainment USING btree (municipality_id, goal_id) WHERE ((replaced_by IS NULL) AND (dropped_on IS NULL))
-- CREATE UNIQUE INDEX goal_attainment_pkey ON goal_attainment USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON goal_attainment FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON goal_attainment FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table goal_basis (
  municipality_id integer not null,
  snapshot_id bigint not null,
  units jsonb not null
);
-- goal_basis_municipality_id_snapshot_id_fkey FOREIGN KEY (municipality_id, snapshot_id) REFERENCES goal_snapshot(municipality_id, id)
-- goal_basis_pkey PRIMARY KEY (municipality_id, snapshot_id)
-- CREATE UNIQUE INDEX goal_basis_pkey ON goal_basis USING btree (municipality_id, snapshot_id)
-- policy operator for ALL using true with check true

create table goal_measure (
  municipality_id integer not null,
  id bigint not null identity,
  goal_id bigint not null,
  person_id bigint not null,
  measure text not null,
  from_on date,
  ended_on date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- goal_measure_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- goal_measure_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- goal_measure_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- goal_measure_is_coordination CHECK (((sector = 'coordination'::text) AND (category = 'progression'::text) AND (visibility = 'family'::text)))
-- goal_measure_measure_check CHECK ((measure <> ''::text))
-- goal_measure_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- goal_measure_municipality_id_goal_id_fkey FOREIGN KEY (municipality_id, goal_id) REFERENCES goal(municipality_id, id)
-- goal_measure_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- goal_measure_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- goal_measure_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES goal_measure(municipality_id, id)
-- goal_measure_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES goal_measure(municipality_id, id)
-- goal_measure_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- goal_measure_pkey PRIMARY KEY (municipality_id, id)
-- goal_measure_subjects_check CHECK ((cardinality(subjects) > 0))
-- goal_measure_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- one_measure_stands EXCLUDE USING btree (municipality_id WITH =, goal_id WITH =) WHERE (((replaced_by IS NULL) AND (ended_on IS NULL))) DEFERRABLE INITIALLY DEFERRED
-- CREATE INDEX goal_measure_municipality_id_case_id_idx ON goal_measure USING btree (municipality_id, case_id)
-- CREATE INDEX goal_measure_municipality_id_goal_id_idx ON goal_measure USING btree (municipality_id, goal_id)
-- CREATE INDEX goal_measure_municipality_id_on_behalf_of_person_idx ON goal_measure USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX goal_measure_municipality_id_person_id_idx ON goal_measure USING btree (municipality_id, person_id)
-- CREATE INDEX goal_measure_municipality_id_replaced_by_idx ON goal_measure USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX goal_measure_municipality_id_replaces_idx ON goal_measure USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX goal_measure_municipality_id_shelf_id_idx ON goal_measure USING btree (municipality_id, shelf_id)
-- CREATE INDEX one_measure_stands ON goal_measure USING btree (municipality_id, goal_id) WHERE ((replaced_by IS NULL) AND (ended_on IS NULL))
-- CREATE UNIQUE INDEX goal_measure_pkey ON goal_measure USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON goal_measure FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON goal_measure FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table goal_snapshot (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  month date not null,
  audience text not null,
  goal text not null,
  figures jsonb not null,
  published_at timestamp with time zone not null default access.now()
);
-- goal_snapshot_audience_check CHECK ((audience <> ''::text))
-- goal_snapshot_goal_check CHECK ((goal <> ''::text))
-- goal_snapshot_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- goal_snapshot_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- goal_snapshot_municipality_id_project_id_audience_month_goa_key UNIQUE (municipality_id, project_id, audience, month, goal)
-- goal_snapshot_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- goal_snapshot_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX goal_snapshot_municipality_id_project_id_audience_month_goa_key ON goal_snapshot USING btree (municipality_id, project_id, audience, month, goal)
-- CREATE UNIQUE INDEX goal_snapshot_pkey ON goal_snapshot USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy published_read for SELECT using ((municipality_id = access.municipality()) AND access.in_project(project_id, '{steering-group,economist,project-manager}'::text[]))
-- grant SELECT

create table handover (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  from_staff_id bigint not null,
  to_staff_id bigint not null,
  takes_over_on date not null,
  reason text not null,
  planned_by bigint not null,
  planned_at timestamp with time zone not null,
  from_assignment_id bigint not null,
  from_until date,
  to_assignment_id bigint not null,
  meanwhile_assignment_id bigint,
  meanwhile_until date,
  told_people bigint[] not null default '{}'::bigint[],
  cancelled_at timestamp with time zone,
  cancelled_by bigint
);
-- handover_check CHECK ((from_staff_id <> to_staff_id))
-- handover_check1 CHECK (((cancelled_at IS NULL) = (cancelled_by IS NULL)))
-- handover_municipality_id_cancelled_by_fkey FOREIGN KEY (municipality_id, cancelled_by) REFERENCES staff(municipality_id, id)
-- handover_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- handover_municipality_id_from_staff_id_fkey FOREIGN KEY (municipality_id, from_staff_id) REFERENCES staff(municipality_id, id)
-- handover_municipality_id_planned_by_fkey FOREIGN KEY (municipality_id, planned_by) REFERENCES staff(municipality_id, id)
-- handover_municipality_id_to_staff_id_fkey FOREIGN KEY (municipality_id, to_staff_id) REFERENCES staff(municipality_id, id)
-- handover_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX handover_municipality_id_cancelled_by_idx ON handover USING btree (municipality_id, cancelled_by) WHERE (cancelled_by IS NOT NULL)
-- CREATE INDEX handover_municipality_id_case_id_idx ON handover USING btree (municipality_id, case_id)
-- CREATE INDEX handover_municipality_id_from_staff_id_idx ON handover USING btree (municipality_id, from_staff_id)
-- CREATE INDEX handover_municipality_id_planned_by_idx ON handover USING btree (municipality_id, planned_by)
-- CREATE INDEX handover_municipality_id_to_staff_id_idx ON handover USING btree (municipality_id, to_staff_id)
-- CREATE UNIQUE INDEX handover_pkey ON handover USING btree (municipality_id, id)
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table handover_tick (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  handover_id bigint not null,
  item text not null,
  side text not null,
  ticked_by bigint not null,
  ticked_on date not null,
  taken_back_at timestamp with time zone
);
-- handover_tick_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- handover_tick_municipality_id_handover_id_fkey FOREIGN KEY (municipality_id, handover_id) REFERENCES handover(municipality_id, id)
-- handover_tick_municipality_id_ticked_by_fkey FOREIGN KEY (municipality_id, ticked_by) REFERENCES staff(municipality_id, id)
-- handover_tick_pkey PRIMARY KEY (municipality_id, id)
-- handover_tick_side_check CHECK ((side = ANY (ARRAY['old'::text, 'new'::text])))
-- CREATE INDEX handover_tick_municipality_id_case_id_idx ON handover_tick USING btree (municipality_id, case_id)
-- CREATE INDEX handover_tick_municipality_id_handover_id_idx ON handover_tick USING btree (municipality_id, handover_id)
-- CREATE INDEX handover_tick_municipality_id_ticked_by_idx ON handover_tick USING btree (municipality_id, ticked_by)
-- CREATE UNIQUE INDEX handover_tick_municipality_id_handover_id_item_side_idx ON handover_tick USING btree (municipality_id, handover_id, item, side) WHERE (taken_back_at IS NULL)
-- CREATE UNIQUE INDEX handover_tick_pkey ON handover_tick USING btree (municipality_id, id)
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table hope (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint,
  words text not null,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false,
  from_note_id bigint
);
-- hope_check CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- hope_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- hope_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- hope_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- hope_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- hope_municipality_id_from_note_id_fkey FOREIGN KEY (municipality_id, from_note_id) REFERENCES situation_note(municipality_id, id)
-- hope_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- hope_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- hope_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES hope(municipality_id, id)
-- hope_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES hope(municipality_id, id)
-- hope_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- hope_pkey PRIMARY KEY (municipality_id, id)
-- hope_subjects_check CHECK ((cardinality(subjects) > 0))
-- hope_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- hope_words_check CHECK ((words <> ''::text))
-- CREATE INDEX hope_municipality_id_case_id_idx ON hope USING btree (municipality_id, case_id)
-- CREATE INDEX hope_municipality_id_from_note_id_idx ON hope USING btree (municipality_id, from_note_id) WHERE (from_note_id IS NOT NULL)
-- CREATE INDEX hope_municipality_id_on_behalf_of_person_idx ON hope USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX hope_municipality_id_person_id_idx ON hope USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX hope_municipality_id_replaced_by_idx ON hope USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX hope_municipality_id_replaces_idx ON hope USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX hope_municipality_id_shelf_id_idx ON hope USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX hope_pkey ON hope USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON hope FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON hope FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

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
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('homes'::text) AS ids)::bigint[])) OR (id = ANY (( SELECT access.ids('households'::text) AS ids)::bigint[]))))
-- grant SELECT
-- CREATE TRIGGER keep_fact AFTER UPDATE ON household FOR EACH ROW EXECUTE FUNCTION access.keep_fact()

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
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (person_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])) AND ((case_id = ANY (( SELECT access.ids('homes'::text) AS ids)::bigint[])) OR (household_id = ANY (( SELECT access.ids('households'::text) AS ids)::bigint[]))))
-- grant SELECT
-- CREATE TRIGGER keep_fact AFTER UPDATE ON household_member FOR EACH ROW EXECUTE FUNCTION access.keep_fact()
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON household_member FOR EACH ROW EXECUTE FUNCTION access.stir_case()

create table inquiry (
  municipality_id integer not null,
  id bigint not null identity,
  form text not null,
  to_sector text not null,
  department_id bigint,
  staff_id bigint,
  recipient text not null,
  channel text not null,
  asks_category text not null,
  names text not null default 'first-name'::text,
  questions jsonb not null,
  message text not null default ''::text,
  sent_on date not null,
  reply_by date not null,
  cancelled_on date,
  cancelled_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- inquiry_channel_check CHECK ((channel = ANY (ARRAY['link'::text, 'login'::text, 'paper'::text, 'phone'::text])))
-- inquiry_check CHECK ((reply_by >= sent_on))
-- inquiry_check1 CHECK (((cancelled_on IS NULL) = (cancelled_reason IS NULL)))
-- inquiry_check2 CHECK (((channel = 'login'::text) = (staff_id IS NOT NULL)))
-- inquiry_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- inquiry_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- inquiry_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- inquiry_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- inquiry_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- inquiry_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- inquiry_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- inquiry_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES inquiry(municipality_id, id)
-- inquiry_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES inquiry(municipality_id, id)
-- inquiry_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- inquiry_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- inquiry_names_check CHECK ((names = ANY (ARRAY['first-name'::text, 'name-and-birthday'::text])))
-- inquiry_pkey PRIMARY KEY (municipality_id, id)
-- inquiry_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text))
-- inquiry_recipient_check CHECK ((recipient <> ''::text))
-- inquiry_subjects_check CHECK ((cardinality(subjects) > 0))
-- inquiry_to_sector_check CHECK ((to_sector <> 'coordination'::text))
-- inquiry_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX inquiry_municipality_id_case_id_idx ON inquiry USING btree (municipality_id, case_id)
-- CREATE INDEX inquiry_municipality_id_department_id_idx ON inquiry USING btree (municipality_id, department_id) WHERE (department_id IS NOT NULL)
-- CREATE INDEX inquiry_municipality_id_on_behalf_of_person_idx ON inquiry USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX inquiry_municipality_id_replaced_by_idx ON inquiry USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX inquiry_municipality_id_replaces_idx ON inquiry USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX inquiry_municipality_id_shelf_id_idx ON inquiry USING btree (municipality_id, shelf_id)
-- CREATE INDEX inquiry_municipality_id_staff_id_idx ON inquiry USING btree (municipality_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE UNIQUE INDEX inquiry_pkey ON inquiry USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON inquiry FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON inquiry FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table inquiry_answer (
  municipality_id integer not null,
  id bigint not null identity,
  inquiry_id bigint not null,
  person_id bigint not null,
  answers jsonb not null,
  answered_on date not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((person_id = ANY (subjects)))
-- inquiry_answer_answers_check CHECK (((jsonb_typeof(answers) = 'object'::text) AND (answers <> '{}'::jsonb)))
-- inquiry_answer_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- inquiry_answer_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- inquiry_answer_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- inquiry_answer_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- inquiry_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- inquiry_answer_municipality_id_inquiry_id_fkey FOREIGN KEY (municipality_id, inquiry_id) REFERENCES inquiry(municipality_id, id)
-- inquiry_answer_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- inquiry_answer_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- inquiry_answer_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES inquiry_answer(municipality_id, id)
-- inquiry_answer_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES inquiry_answer(municipality_id, id)
-- inquiry_answer_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- inquiry_answer_pkey PRIMARY KEY (municipality_id, id)
-- inquiry_answer_subjects_check CHECK ((cardinality(subjects) > 0))
-- inquiry_answer_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX inquiry_answer_municipality_id_case_id_idx ON inquiry_answer USING btree (municipality_id, case_id)
-- CREATE INDEX inquiry_answer_municipality_id_inquiry_id_idx ON inquiry_answer USING btree (municipality_id, inquiry_id)
-- CREATE INDEX inquiry_answer_municipality_id_on_behalf_of_person_idx ON inquiry_answer USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX inquiry_answer_municipality_id_person_id_idx ON inquiry_answer USING btree (municipality_id, person_id)
-- CREATE INDEX inquiry_answer_municipality_id_replaced_by_idx ON inquiry_answer USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX inquiry_answer_municipality_id_replaces_idx ON inquiry_answer USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX inquiry_answer_municipality_id_shelf_id_idx ON inquiry_answer USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX inquiry_answer_pkey ON inquiry_answer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON inquiry_answer FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON inquiry_answer FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table inquiry_link (
  municipality_id integer not null,
  id bigint not null identity,
  inquiry_id bigint not null,
  case_id bigint not null,
  token_hash bytea not null,
  address text not null,
  code_by text not null,
  code_address text,
  code_hashes text[] not null,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  wrong_codes integer not null default 0,
  most_wrong integer not null,
  opened_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  secret_hash bytea,
  secret_until timestamp with time zone,
  draft bytea,
  draft_saved_at timestamp with time zone,
  answered_at timestamp with time zone
);
-- inquiry_link_address_check CHECK ((address <> ''::text))
-- inquiry_link_check CHECK (((code_by = ANY (ARRAY['sms'::text, 'email'::text])) = (code_address IS NOT NULL)))
-- inquiry_link_code_by_check CHECK ((code_by = ANY (ARRAY['sms'::text, 'email'::text, 'agreed'::text, 'birthday'::text])))
-- inquiry_link_code_hashes_check CHECK ((cardinality(code_hashes) > 0))
-- inquiry_link_most_wrong_check CHECK (((most_wrong >= 1) AND (most_wrong <= 10)))
-- inquiry_link_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- inquiry_link_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES staff(municipality_id, id)
-- inquiry_link_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- inquiry_link_municipality_id_inquiry_id_fkey FOREIGN KEY (municipality_id, inquiry_id) REFERENCES inquiry(municipality_id, id)
-- inquiry_link_pkey PRIMARY KEY (municipality_id, id)
-- inquiry_link_token_hash_key UNIQUE (token_hash)
-- CREATE INDEX inquiry_link_municipality_id_case_id_idx ON inquiry_link USING btree (municipality_id, case_id)
-- CREATE INDEX inquiry_link_municipality_id_created_by_idx ON inquiry_link USING btree (municipality_id, created_by)
-- CREATE INDEX inquiry_link_municipality_id_inquiry_id_idx ON inquiry_link USING btree (municipality_id, inquiry_id)
-- CREATE UNIQUE INDEX inquiry_link_pkey ON inquiry_link USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX inquiry_link_token_hash_key ON inquiry_link USING btree (token_hash)
-- policy operator for ALL using true with check true

create table inquiry_reminder (
  municipality_id integer not null,
  id bigint not null identity,
  inquiry_id bigint not null,
  case_id bigint not null,
  reminded_on date not null,
  how text not null
);
-- inquiry_reminder_how_check CHECK ((how = ANY (ARRAY['mail'::text, 'task'::text, 'overdue'::text, 'by-hand'::text])))
-- inquiry_reminder_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- inquiry_reminder_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- inquiry_reminder_municipality_id_inquiry_id_fkey FOREIGN KEY (municipality_id, inquiry_id) REFERENCES inquiry(municipality_id, id)
-- inquiry_reminder_municipality_id_inquiry_id_reminded_on_how_key UNIQUE (municipality_id, inquiry_id, reminded_on, how)
-- inquiry_reminder_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX inquiry_reminder_municipality_id_case_id_idx ON inquiry_reminder USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX inquiry_reminder_municipality_id_inquiry_id_reminded_on_how_key ON inquiry_reminder USING btree (municipality_id, inquiry_id, reminded_on, how)
-- CREATE UNIQUE INDEX inquiry_reminder_pkey ON inquiry_reminder USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant SELECT

create table instrument_score (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  instrument text not null,
  version text not null,
  form text not null,
  informant text not null,
  informant_person bigint,
  informant_name text not null default ''::text,
  answered_on date not null,
  filled text not null,
  answers jsonb,
  scores jsonb not null,
  algorithm text not null,
  norm_set text,
  norm_version text,
  norm_group text not null default ''::text,
  bands jsonb not null default '{}'::jsonb,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- instrument_score_check CHECK (((filled = 'elsewhere'::text) = (answers IS NULL)))
-- instrument_score_check1 CHECK (((norm_set IS NULL) = (norm_version IS NULL)))
-- instrument_score_check2 CHECK (((informant <> 'self'::text) OR (informant_person = person_id)))
-- instrument_score_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- instrument_score_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- instrument_score_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- instrument_score_filled_check CHECK ((filled = ANY (ARRAY['paper'::text, 'aloud'::text, 'licensed'::text, 'elsewhere'::text])))
-- instrument_score_informant_check CHECK ((informant = ANY (ARRAY['self'::text, 'parent'::text, 'teacher'::text, 'professional'::text])))
-- instrument_score_instrument_check CHECK ((instrument <> ''::text))
-- instrument_score_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- instrument_score_municipality_id_informant_person_fkey FOREIGN KEY (municipality_id, informant_person) REFERENCES person(municipality_id, id)
-- instrument_score_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- instrument_score_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- instrument_score_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES instrument_score(municipality_id, id)
-- instrument_score_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES instrument_score(municipality_id, id)
-- instrument_score_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- instrument_score_pkey PRIMARY KEY (municipality_id, id)
-- instrument_score_subjects_check CHECK ((cardinality(subjects) > 0))
-- instrument_score_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX instrument_score_municipality_id_case_id_idx ON instrument_score USING btree (municipality_id, case_id)
-- CREATE INDEX instrument_score_municipality_id_informant_person_idx ON instrument_score USING btree (municipality_id, informant_person) WHERE (informant_person IS NOT NULL)
-- CREATE INDEX instrument_score_municipality_id_on_behalf_of_person_idx ON instrument_score USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX instrument_score_municipality_id_person_id_instrument_idx ON instrument_score USING btree (municipality_id, person_id, instrument)
-- CREATE INDEX instrument_score_municipality_id_replaced_by_idx ON instrument_score USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX instrument_score_municipality_id_replaces_idx ON instrument_score USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX instrument_score_municipality_id_shelf_id_idx ON instrument_score USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX instrument_score_pkey ON instrument_score USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON instrument_score FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON instrument_score FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table intake_decision (
  municipality_id integer not null,
  id bigint not null identity,
  screening_id bigint,
  decided_on date not null,
  decision text not null,
  computed text not null,
  pack text not null,
  pack_version text not null,
  present bigint[] not null,
  reasons text not null,
  deviation_reason text not null default ''::text,
  no_hearing_reason text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- intake_decision_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- intake_decision_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- intake_decision_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- intake_decision_computed_check CHECK ((computed = ANY (ARRAY['meets'::text, 'does-not-meet'::text, 'unanswered'::text])))
-- intake_decision_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'waiting'::text, 'refused'::text])))
-- intake_decision_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- intake_decision_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- intake_decision_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- intake_decision_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES intake_decision(municipality_id, id)
-- intake_decision_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES intake_decision(municipality_id, id)
-- intake_decision_municipality_id_screening_id_fkey FOREIGN KEY (municipality_id, screening_id) REFERENCES screening(municipality_id, id)
-- intake_decision_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- intake_decision_pkey PRIMARY KEY (municipality_id, id)
-- intake_decision_present_check CHECK ((cardinality(present) > 0))
-- intake_decision_subjects_check CHECK ((cardinality(subjects) > 0))
-- intake_decision_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX intake_decision_municipality_id_case_id_idx ON intake_decision USING btree (municipality_id, case_id)
-- CREATE INDEX intake_decision_municipality_id_on_behalf_of_person_idx ON intake_decision USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX intake_decision_municipality_id_replaced_by_idx ON intake_decision USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX intake_decision_municipality_id_replaces_idx ON intake_decision USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX intake_decision_municipality_id_screening_id_idx ON intake_decision USING btree (municipality_id, screening_id)
-- CREATE INDEX intake_decision_municipality_id_shelf_id_idx ON intake_decision USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX intake_decision_pkey ON intake_decision USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON intake_decision FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON intake_decision FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table intake_hearing (
  municipality_id integer not null,
  id bigint not null identity,
  sent_on date not null,
  answer_by date not null,
  reasons text not null,
  answered_on date,
  answer text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- intake_hearing_check CHECK ((answer_by >= sent_on))
-- intake_hearing_check1 CHECK (((answered_on IS NULL) = (answer = ''::text)))
-- intake_hearing_check2 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- intake_hearing_check3 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- intake_hearing_check4 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- intake_hearing_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- intake_hearing_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- intake_hearing_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- intake_hearing_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES intake_hearing(municipality_id, id)
-- intake_hearing_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES intake_hearing(municipality_id, id)
-- intake_hearing_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- intake_hearing_pkey PRIMARY KEY (municipality_id, id)
-- intake_hearing_subjects_check CHECK ((cardinality(subjects) > 0))
-- intake_hearing_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX intake_hearing_municipality_id_case_id_idx ON intake_hearing USING btree (municipality_id, case_id)
-- CREATE INDEX intake_hearing_municipality_id_on_behalf_of_person_idx ON intake_hearing USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX intake_hearing_municipality_id_replaced_by_idx ON intake_hearing USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX intake_hearing_municipality_id_replaces_idx ON intake_hearing USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX intake_hearing_municipality_id_shelf_id_idx ON intake_hearing USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX intake_hearing_pkey ON intake_hearing USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON intake_hearing FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON intake_hearing FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table intake_letter (
  municipality_id integer not null,
  id bigint not null identity,
  template text not null,
  locale text not null,
  written_on date not null,
  title text not null,
  body text not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- intake_letter_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- intake_letter_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- intake_letter_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- intake_letter_locale_check CHECK ((locale = ANY (ARRAY['da'::text, 'en'::text])))
-- intake_letter_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- intake_letter_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- intake_letter_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- intake_letter_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES intake_letter(municipality_id, id)
-- intake_letter_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES intake_letter(municipality_id, id)
-- intake_letter_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- intake_letter_pkey PRIMARY KEY (municipality_id, id)
-- intake_letter_subjects_check CHECK ((cardinality(subjects) > 0))
-- intake_letter_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX intake_letter_municipality_id_case_id_idx ON intake_letter USING btree (municipality_id, case_id)
-- CREATE INDEX intake_letter_municipality_id_on_behalf_of_person_idx ON intake_letter USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX intake_letter_municipality_id_replaced_by_idx ON intake_letter USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX intake_letter_municipality_id_replaces_idx ON intake_letter USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX intake_letter_municipality_id_shelf_id_idx ON intake_letter USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX intake_letter_pkey ON intake_letter USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON intake_letter FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON intake_letter FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table intake_meeting (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  held_on date not null,
  place text not null default ''::text,
  called_by bigint not null
);
-- intake_meeting_municipality_id_called_by_fkey FOREIGN KEY (municipality_id, called_by) REFERENCES staff(municipality_id, id)
-- intake_meeting_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- intake_meeting_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX intake_meeting_municipality_id_called_by_idx ON intake_meeting USING btree (municipality_id, called_by)
-- CREATE INDEX intake_meeting_municipality_id_project_id_idx ON intake_meeting USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX intake_meeting_pkey ON intake_meeting USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- grant INSERT, SELECT

create table intake_meeting_case (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  case_id bigint not null,
  position integer not null,
  taken_off_on date
);
-- intake_meeting_case_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- intake_meeting_case_municipality_id_meeting_id_case_id_key UNIQUE (municipality_id, meeting_id, case_id)
-- intake_meeting_case_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES intake_meeting(municipality_id, id)
-- intake_meeting_case_pkey PRIMARY KEY (municipality_id, id)
-- intake_meeting_case_position_check CHECK (("position" > 0))
-- CREATE INDEX intake_meeting_case_municipality_id_case_id_idx ON intake_meeting_case USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX intake_meeting_case_municipality_id_meeting_id_case_id_key ON intake_meeting_case USING btree (municipality_id, meeting_id, case_id)
-- CREATE UNIQUE INDEX intake_meeting_case_pkey ON intake_meeting_case USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT

create table intake_recommendation (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  question text not null default ''::text,
  recommendation text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- intake_recommendation_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- intake_recommendation_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- intake_recommendation_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- intake_recommendation_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- intake_recommendation_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES intake_meeting(municipality_id, id)
-- intake_recommendation_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- intake_recommendation_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES intake_recommendation(municipality_id, id)
-- intake_recommendation_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES intake_recommendation(municipality_id, id)
-- intake_recommendation_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- intake_recommendation_pkey PRIMARY KEY (municipality_id, id)
-- intake_recommendation_subjects_check CHECK ((cardinality(subjects) > 0))
-- intake_recommendation_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX intake_recommendation_municipality_id_case_id_idx ON intake_recommendation USING btree (municipality_id, case_id)
-- CREATE INDEX intake_recommendation_municipality_id_meeting_id_idx ON intake_recommendation USING btree (municipality_id, meeting_id)
-- CREATE INDEX intake_recommendation_municipality_id_on_behalf_of_person_idx ON intake_recommendation USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX intake_recommendation_municipality_id_replaced_by_idx ON intake_recommendation USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX intake_recommendation_municipality_id_replaces_idx ON intake_recommendation USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX intake_recommendation_municipality_id_shelf_id_idx ON intake_recommendation USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX intake_recommendation_pkey ON intake_recommendation USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON intake_recommendation FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON intake_recommendation FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table intake_seat (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  function text not null,
  staff_id bigint,
  name text not null default ''::text,
  comes_from text not null default ''::text,
  valid_from date not null,
  valid_until date
);
-- intake_seat_check CHECK (((staff_id IS NULL) = (name <> ''::text)))
-- intake_seat_check1 CHECK ((valid_until >= valid_from))
-- intake_seat_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- intake_seat_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- intake_seat_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX intake_seat_municipality_id_project_id_idx ON intake_seat USING btree (municipality_id, project_id)
-- CREATE INDEX intake_seat_municipality_id_staff_id_idx ON intake_seat USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX intake_seat_pkey ON intake_seat USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- grant INSERT, SELECT

create table invitation (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  meeting_id bigint not null,
  participant_id bigint not null,
  channel text not null,
  method text not null,
  sequence integer not null,
  state text not null,
  told jsonb not null default '{}'::jsonb,
  planned_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone
);
-- invitation_answer_check CHECK ((answer = ANY (ARRAY['coming'::text, 'telephone'::text, 'substitute'::text, 'declines'::text])))
-- invitation_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text, 'portal'::text])))
-- invitation_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
-- invitation_method_check CHECK ((method = ANY (ARRAY['request'::text, 'cancel'::text])))
-- invitation_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- invitation_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- invitation_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- invitation_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- invitation_municipality_id_participant_id_key UNIQUE (municipality_id, participant_id)
-- invitation_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX invitation_municipality_id_case_id_idx ON invitation USING btree (municipality_id, case_id)
-- CREATE INDEX invitation_municipality_id_meeting_id_idx ON invitation USING btree (municipality_id, meeting_id)
-- CREATE UNIQUE INDEX invitation_municipality_id_participant_id_key ON invitation USING btree (municipality_id, participant_id)
-- CREATE UNIQUE INDEX invitation_pkey ON invitation USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (participant_id IN ( SELECT p.id FROM meeting_participant p)))
-- grant SELECT

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
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
  hidden_until date,
  confirmer_id bigint
);
-- legal_basis_check CHECK ((confirmed_by IS DISTINCT FROM registered_by))
-- legal_basis_check1 CHECK ((confirmer_id IS DISTINCT FROM registered_by))
-- legal_basis_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- legal_basis_municipality_id_confirmer_id_fkey FOREIGN KEY (municipality_id, confirmer_id) REFERENCES staff(municipality_id, id)
-- legal_basis_municipality_id_registered_by_fkey FOREIGN KEY (municipality_id, registered_by) REFERENCES staff(municipality_id, id)
-- legal_basis_municipality_id_subject_id_fkey FOREIGN KEY (municipality_id, subject_id) REFERENCES person(municipality_id, id)
-- legal_basis_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX legal_basis_municipality_id_case_id_idx ON legal_basis USING btree (municipality_id, case_id)
-- CREATE INDEX legal_basis_municipality_id_confirmed_by_idx ON legal_basis USING btree (municipality_id, confirmed_by) WHERE (confirmed_by IS NOT NULL)
-- CREATE INDEX legal_basis_municipality_id_confirmer_id_idx ON legal_basis USING btree (municipality_id, confirmer_id) WHERE (confirmer_id IS NOT NULL)
-- CREATE INDEX legal_basis_municipality_id_registered_by_idx ON legal_basis USING btree (municipality_id, registered_by)
-- CREATE INDEX legal_basis_municipality_id_subject_id_idx ON legal_basis USING btree (municipality_id, subject_id)
-- CREATE UNIQUE INDEX legal_basis_pkey ON legal_basis USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy ledger_read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR (id = ANY (( SELECT access.ids('bases'::text) AS ids)::bigint[])) OR ((( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (registered_by = (( SELECT access.who('me'::text) AS who))::bigint) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[]))) OR ((case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND (subject_id = ANY (( SELECT access.ids('speak'::text) AS ids)::bigint[])) AND ((hidden_until IS NULL) OR (hidden_until < (( SELECT access.who('day'::text) AS who))::date)))))
-- policy operator for ALL using true with check true
-- policy register for INSERT with check ((municipality_id = access.municipality()) AND (registered_by = (( SELECT access.who('me'::text) AS who))::bigint) AND (confirmed_by IS NULL) AND (ended_at IS NULL) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])) AND access.may_register_basis(case_id, paragraph, from_sectors, to_sectors, categories, valid_from, valid_until))
-- grant INSERT, SELECT
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON legal_basis FOR EACH ROW EXECUTE FUNCTION access.stir_case()

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant SELECT

create table life_event (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  kind text not null,
  on_date date not null,
  person_ids bigint[] not null,
  changed jsonb not null default '[]'::jsonb,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  undone_at timestamp with time zone,
  undone_by bigint,
  undo_reason text
);
-- life_event_check CHECK ((num_nulls(undone_at, undone_by, undo_reason) = ANY (ARRAY[0, 3])))
-- life_event_kind_check CHECK ((kind = ANY (ARRAY['death'::text, 'move-inside'::text, 'move-out'::text])))
-- life_event_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- life_event_municipality_id_made_by_fkey FOREIGN KEY (municipality_id, made_by) REFERENCES staff(municipality_id, id)
-- life_event_municipality_id_undone_by_fkey FOREIGN KEY (municipality_id, undone_by) REFERENCES staff(municipality_id, id)
-- life_event_person_ids_check CHECK ((cardinality(person_ids) > 0))
-- life_event_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX life_event_municipality_id_case_id_idx ON life_event USING btree (municipality_id, case_id)
-- CREATE INDEX life_event_municipality_id_made_by_idx ON life_event USING btree (municipality_id, made_by)
-- CREATE INDEX life_event_municipality_id_undone_by_idx ON life_event USING btree (municipality_id, undone_by) WHERE (undone_by IS NOT NULL)
-- CREATE UNIQUE INDEX life_event_pkey ON life_event USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant SELECT

create table logbook_entry (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null,
  on_date date not null,
  minutes integer,
  words text not null,
  hidden_because text,
  meeting_id bigint,
  withdrawn_at timestamp with time zone,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- a_correction_stands CHECK (((withdrawn_at IS NULL) OR (replaces IS NULL)))
-- hidden_for_a_reason CHECK (((visibility = 'staff'::text) = (hidden_because IS NOT NULL)))
-- logbook_entry_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- logbook_entry_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- logbook_entry_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- logbook_entry_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440)))
-- logbook_entry_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- logbook_entry_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- logbook_entry_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- logbook_entry_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- logbook_entry_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES logbook_entry(municipality_id, id)
-- logbook_entry_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES logbook_entry(municipality_id, id)
-- logbook_entry_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- logbook_entry_pkey PRIMARY KEY (municipality_id, id)
-- logbook_entry_subjects_check CHECK ((cardinality(subjects) > 0))
-- logbook_entry_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- logbook_entry_words_check CHECK ((words <> ''::text))
-- of_the_logbook CHECK ((category = 'logbook'::text))
-- written_by_staff CHECK ((author_person_id IS NULL))
-- CREATE INDEX logbook_entry_municipality_id_case_id_idx ON logbook_entry USING btree (municipality_id, case_id)
-- CREATE INDEX logbook_entry_municipality_id_meeting_id_idx ON logbook_entry USING btree (municipality_id, meeting_id) WHERE (meeting_id IS NOT NULL)
-- CREATE INDEX logbook_entry_municipality_id_on_behalf_of_person_idx ON logbook_entry USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX logbook_entry_municipality_id_on_date_idx ON logbook_entry USING btree (municipality_id, on_date)
-- CREATE INDEX logbook_entry_municipality_id_replaced_by_idx ON logbook_entry USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX logbook_entry_municipality_id_replaces_idx ON logbook_entry USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX logbook_entry_municipality_id_shelf_id_idx ON logbook_entry USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX logbook_entry_pkey ON logbook_entry USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON logbook_entry FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON logbook_entry FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER taken_back_at_once BEFORE UPDATE ON logbook_entry FOR EACH ROW EXECUTE FUNCTION access.taken_back_at_once()

create table measure_decision (
  municipality_id integer not null,
  id bigint not null identity,
  activity_id bigint not null,
  outcome text not null,
  decided_on date not null,
  decided_by text not null,
  reason text not null default ''::text,
  instead text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- measure_decision_check CHECK (((outcome = 'approved'::text) OR (reason <> ''::text)))
-- measure_decision_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- measure_decision_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- measure_decision_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- measure_decision_decided_by_check CHECK ((decided_by <> ''::text))
-- measure_decision_municipality_id_activity_id_fkey FOREIGN KEY (municipality_id, activity_id) REFERENCES activity(municipality_id, id)
-- measure_decision_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- measure_decision_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- measure_decision_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES measure_decision(municipality_id, id)
-- measure_decision_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES measure_decision(municipality_id, id)
-- measure_decision_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- measure_decision_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'changed'::text, 'refused'::text])))
-- measure_decision_pkey PRIMARY KEY (municipality_id, id)
-- measure_decision_subjects_check CHECK ((cardinality(subjects) > 0))
-- measure_decision_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- the_project_decides_nothing CHECK (((sector <> 'coordination'::text) OR ((stated_by_sector IS NOT NULL) AND (stated_by_sector <> 'coordination'::text))))
-- CREATE INDEX measure_decision_municipality_id_activity_id_idx ON measure_decision USING btree (municipality_id, activity_id)
-- CREATE INDEX measure_decision_municipality_id_case_id_idx ON measure_decision USING btree (municipality_id, case_id)
-- CREATE INDEX measure_decision_municipality_id_on_behalf_of_person_idx ON measure_decision USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX measure_decision_municipality_id_replaced_by_idx ON measure_decision USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX measure_decision_municipality_id_replaces_idx ON measure_decision USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX measure_decision_municipality_id_shelf_id_idx ON measure_decision USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX measure_decision_pkey ON measure_decision USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON measure_decision FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON measure_decision FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table medical_declaration (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  needed boolean not null,
  reason text not null,
  decided_on date not null,
  decided_by text not null,
  health_coordinator text not null default ''::text,
  scope text not null default ''::text,
  from_sector text,
  requested_of text not null default ''::text,
  requested_on date,
  received_on date,
  conclusion text not null default ''::text,
  authority text not null default ''::text,
  concluded_on date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- medical_declaration_check CHECK ((needed OR (requested_on IS NULL)))
-- medical_declaration_check1 CHECK (((requested_on IS NULL) OR ((scope <> ''::text) AND (from_sector IS NOT NULL) AND (health_coordinator <> ''::text))))
-- medical_declaration_check2 CHECK (((received_on IS NULL) OR (requested_on IS NOT NULL)))
-- medical_declaration_check3 CHECK (((num_nulls(received_on, concluded_on) = ANY (ARRAY[0, 2])) AND ((received_on IS NULL) = (conclusion = ''::text)) AND ((received_on IS NULL) = (authority = ''::text))))
-- medical_declaration_check4 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- medical_declaration_check5 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- medical_declaration_check6 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- medical_declaration_decided_by_check CHECK ((decided_by <> ''::text))
-- medical_declaration_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- medical_declaration_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- medical_declaration_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- medical_declaration_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- medical_declaration_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES medical_declaration(municipality_id, id)
-- medical_declaration_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES medical_declaration(municipality_id, id)
-- medical_declaration_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- medical_declaration_pkey PRIMARY KEY (municipality_id, id)
-- medical_declaration_reason_check CHECK ((reason <> ''::text))
-- medical_declaration_subjects_check CHECK ((cardinality(subjects) > 0))
-- medical_declaration_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX medical_declaration_municipality_id_case_id_idx ON medical_declaration USING btree (municipality_id, case_id)
-- CREATE INDEX medical_declaration_municipality_id_on_behalf_of_person_idx ON medical_declaration USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX medical_declaration_municipality_id_person_id_idx ON medical_declaration USING btree (municipality_id, person_id)
-- CREATE INDEX medical_declaration_municipality_id_replaced_by_idx ON medical_declaration USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX medical_declaration_municipality_id_replaces_idx ON medical_declaration USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX medical_declaration_municipality_id_shelf_id_idx ON medical_declaration USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX medical_declaration_pkey ON medical_declaration USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON medical_declaration FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON medical_declaration FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table meeting (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place text not null default ''::text,
  video_link text not null default ''::text,
  note text not null default ''::text,
  serves jsonb not null default '[]'::jsonb,
  series_id bigint,
  uid text not null,
  sequence integer not null default 0,
  invited_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_reason text,
  cancelled_words text not null default ''::text,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by bigint,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_check CHECK (((cancelled_at IS NULL) = (cancelled_reason IS NULL)))
-- meeting_check1 CHECK (((ended_at IS NULL) OR ((began_at IS NOT NULL) AND (ended_at >= began_at))))
-- meeting_check2 CHECK (((cancelled_at IS NULL) OR (ended_at IS NULL)))
-- meeting_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_minutes_check CHECK (((minutes >= 10) AND (minutes <= 600)))
-- meeting_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_municipality_id_ended_by_fkey FOREIGN KEY (municipality_id, ended_by) REFERENCES staff(municipality_id, id)
-- meeting_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting(municipality_id, id)
-- meeting_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting(municipality_id, id)
-- meeting_municipality_id_series_id_fkey FOREIGN KEY (municipality_id, series_id) REFERENCES meeting_series(municipality_id, id)
-- meeting_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_municipality_id_uid_key UNIQUE (municipality_id, uid)
-- meeting_pkey PRIMARY KEY (municipality_id, id)
-- meeting_serves_check CHECK ((jsonb_typeof(serves) = 'array'::text))
-- meeting_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX meeting_municipality_id_case_id_idx ON meeting USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_municipality_id_ended_by_idx ON meeting USING btree (municipality_id, ended_by) WHERE (ended_by IS NOT NULL)
-- CREATE INDEX meeting_municipality_id_on_behalf_of_person_idx ON meeting USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_municipality_id_replaced_by_idx ON meeting USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_municipality_id_replaces_idx ON meeting USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_municipality_id_series_id_idx ON meeting USING btree (municipality_id, series_id) WHERE (series_id IS NOT NULL)
-- CREATE INDEX meeting_municipality_id_shelf_id_idx ON meeting USING btree (municipality_id, shelf_id)
-- CREATE INDEX meeting_municipality_id_starts_at_idx ON meeting USING btree (municipality_id, starts_at)
-- CREATE UNIQUE INDEX meeting_municipality_id_uid_key ON meeting USING btree (municipality_id, uid)
-- CREATE UNIQUE INDEX meeting_pkey ON meeting USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER stir_room AFTER UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION access.stir_meeting('id')

create table meeting_answer (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  participant_id bigint not null,
  answer text not null,
  reason text not null default ''::text,
  substitute text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_answer_answer_check CHECK ((answer = ANY (ARRAY['coming'::text, 'telephone'::text, 'substitute'::text, 'declines'::text])))
-- meeting_answer_check CHECK (((answer = 'substitute'::text) = (substitute <> ''::text)))
-- meeting_answer_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_answer_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_answer_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_answer_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_answer_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- meeting_answer_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_answer_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- meeting_answer_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_answer(municipality_id, id)
-- meeting_answer_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_answer(municipality_id, id)
-- meeting_answer_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_answer_pkey PRIMARY KEY (municipality_id, id)
-- meeting_answer_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_answer_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX meeting_answer_municipality_id_case_id_idx ON meeting_answer USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_answer_municipality_id_meeting_id_idx ON meeting_answer USING btree (municipality_id, meeting_id)
-- CREATE INDEX meeting_answer_municipality_id_on_behalf_of_person_idx ON meeting_answer USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_answer_municipality_id_participant_id_idx ON meeting_answer USING btree (municipality_id, participant_id)
-- CREATE INDEX meeting_answer_municipality_id_replaced_by_idx ON meeting_answer USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_answer_municipality_id_replaces_idx ON meeting_answer USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_answer_municipality_id_shelf_id_idx ON meeting_answer USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX meeting_answer_pkey ON meeting_answer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_answer FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_answer FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table meeting_link (
  municipality_id integer not null,
  id bigint not null identity,
  participant_id bigint not null,
  case_id bigint not null,
  token_hash bytea not null,
  code_hashes text[] not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  wrong_codes integer not null default 0,
  most_wrong integer not null,
  opened_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  secret_hash bytea,
  secret_until timestamp with time zone
);
-- meeting_link_most_wrong_check CHECK (((most_wrong >= 1) AND (most_wrong <= 10)))
-- meeting_link_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_link_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_link_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- meeting_link_pkey PRIMARY KEY (municipality_id, id)
-- meeting_link_token_hash_key UNIQUE (token_hash)
-- CREATE INDEX meeting_link_municipality_id_case_id_idx ON meeting_link USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_link_municipality_id_participant_id_idx ON meeting_link USING btree (municipality_id, participant_id)
-- CREATE UNIQUE INDEX meeting_link_pkey ON meeting_link USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX meeting_link_token_hash_key ON meeting_link USING btree (token_hash)
-- policy operator for ALL using true with check true

create table meeting_participant (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  person_id bigint,
  staff_id bigint,
  outside_name text,
  outside_role text not null default ''::text,
  outside_address text not null default ''::text,
  of_sector text,
  how text not null default 'seat'::text,
  required_by text,
  wished_by bigint,
  companion_of bigint,
  interpreter_for bigint,
  booked_on date,
  booked_with text not null default ''::text,
  works_with bigint,
  slot_from text,
  slot_minutes integer,
  contribution text not null default ''::text,
  contributed_on date,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text not null default ''::text,
  withdrawn_for bigint,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_participant_check CHECK ((num_nonnulls(person_id, staff_id, outside_name) = 1))
-- meeting_participant_check1 CHECK (((slot_from IS NULL) = (slot_minutes IS NULL)))
-- meeting_participant_check2 CHECK (((contribution = ''::text) = (contributed_on IS NULL)))
-- meeting_participant_check3 CHECK (((works_with IS NULL) OR ((of_sector IS NOT NULL) AND (outside_name IS NOT NULL) AND (outside_address = ''::text))))
-- meeting_participant_check4 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_participant_check5 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_participant_check6 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_participant_how_check CHECK ((how = ANY (ARRAY['seat'::text, 'telephone'::text, 'video'::text, 'letter'::text])))
-- meeting_participant_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_participant_municipality_id_companion_of_fkey FOREIGN KEY (municipality_id, companion_of) REFERENCES person(municipality_id, id)
-- meeting_participant_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_participant_municipality_id_interpreter_for_fkey FOREIGN KEY (municipality_id, interpreter_for) REFERENCES person(municipality_id, id)
-- meeting_participant_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- meeting_participant_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_participant_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- meeting_participant_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_participant(municipality_id, id)
-- meeting_participant_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_participant(municipality_id, id)
-- meeting_participant_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_participant_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- meeting_participant_municipality_id_wished_by_fkey FOREIGN KEY (municipality_id, wished_by) REFERENCES person(municipality_id, id)
-- meeting_participant_municipality_id_withdrawn_for_fkey FOREIGN KEY (municipality_id, withdrawn_for) REFERENCES person(municipality_id, id)
-- meeting_participant_municipality_id_works_with_fkey FOREIGN KEY (municipality_id, works_with) REFERENCES person(municipality_id, id)
-- meeting_participant_outside_name_check CHECK (((outside_name IS NULL) OR (outside_name <> ''::text)))
-- meeting_participant_pkey PRIMARY KEY (municipality_id, id)
-- meeting_participant_slot_from_check CHECK ((slot_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
-- meeting_participant_slot_minutes_check CHECK (((slot_minutes >= 5) AND (slot_minutes <= 120)))
-- meeting_participant_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_participant_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX meeting_participant_municipality_id_case_id_idx ON meeting_participant USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_participant_municipality_id_companion_of_idx ON meeting_participant USING btree (municipality_id, companion_of) WHERE (companion_of IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_interpreter_for_idx ON meeting_participant USING btree (municipality_id, interpreter_for) WHERE (interpreter_for IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_meeting_id_idx ON meeting_participant USING btree (municipality_id, meeting_id)
-- CREATE INDEX meeting_participant_municipality_id_on_behalf_of_person_idx ON meeting_participant USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_person_id_idx ON meeting_participant USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_replaced_by_idx ON meeting_participant USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_replaces_idx ON meeting_participant USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_shelf_id_idx ON meeting_participant USING btree (municipality_id, shelf_id)
-- CREATE INDEX meeting_participant_municipality_id_staff_id_idx ON meeting_participant USING btree (municipality_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_wished_by_idx ON meeting_participant USING btree (municipality_id, wished_by) WHERE (wished_by IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_withdrawn_for_idx ON meeting_participant USING btree (municipality_id, withdrawn_for) WHERE (withdrawn_for IS NOT NULL)
-- CREATE INDEX meeting_participant_municipality_id_works_with_idx ON meeting_participant USING btree (municipality_id, works_with) WHERE (works_with IS NOT NULL)
-- CREATE UNIQUE INDEX meeting_participant_pkey ON meeting_participant USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy other_parent_by_consent for SELECT using ((works_with IS NULL) OR access.other_parent_told(case_id, works_with, of_sector))
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_participant FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_participant FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER stir_room AFTER INSERT OR UPDATE ON meeting_participant FOR EACH ROW EXECUTE FUNCTION access.stir_meeting('meeting_id')

create table meeting_point (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  position integer not null,
  kind text not null,
  code text,
  title text not null,
  words text not null default ''::text,
  minutes integer,
  raised_by_person bigint,
  raised_by_staff bigint,
  carried_from bigint,
  dropped_at timestamp with time zone,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_point_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_point_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_point_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_point_kind_check CHECK ((kind = ANY (ARRAY['fixed'::text, 'own'::text, 'doctor'::text, 'child'::text, 'agreements'::text, 'reflection'::text, 'law-and-measure'::text, 'consents'::text])))
-- meeting_point_minutes_check CHECK (((minutes >= 1) AND (minutes <= 240)))
-- meeting_point_municipality_id_carried_from_fkey FOREIGN KEY (municipality_id, carried_from) REFERENCES meeting_point(municipality_id, id)
-- meeting_point_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_point_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_point_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- meeting_point_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_point_municipality_id_raised_by_person_fkey FOREIGN KEY (municipality_id, raised_by_person) REFERENCES person(municipality_id, id)
-- meeting_point_municipality_id_raised_by_staff_fkey FOREIGN KEY (municipality_id, raised_by_staff) REFERENCES staff(municipality_id, id)
-- meeting_point_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_point(municipality_id, id)
-- meeting_point_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_point(municipality_id, id)
-- meeting_point_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_point_pkey PRIMARY KEY (municipality_id, id)
-- meeting_point_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_point_title_check CHECK ((title <> ''::text))
-- meeting_point_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX meeting_point_municipality_id_carried_from_idx ON meeting_point USING btree (municipality_id, carried_from) WHERE (carried_from IS NOT NULL)
-- CREATE INDEX meeting_point_municipality_id_case_id_idx ON meeting_point USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_point_municipality_id_meeting_id_idx ON meeting_point USING btree (municipality_id, meeting_id)
-- CREATE INDEX meeting_point_municipality_id_on_behalf_of_person_idx ON meeting_point USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_point_municipality_id_raised_by_person_idx ON meeting_point USING btree (municipality_id, raised_by_person) WHERE (raised_by_person IS NOT NULL)
-- CREATE INDEX meeting_point_municipality_id_raised_by_staff_idx ON meeting_point USING btree (municipality_id, raised_by_staff) WHERE (raised_by_staff IS NOT NULL)
-- CREATE INDEX meeting_point_municipality_id_replaced_by_idx ON meeting_point USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_point_municipality_id_replaces_idx ON meeting_point USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_point_municipality_id_shelf_id_idx ON meeting_point USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX meeting_point_pkey ON meeting_point USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_point FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_point FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER stir_room AFTER INSERT OR UPDATE ON meeting_point FOR EACH ROW EXECUTE FUNCTION access.stir_meeting('meeting_id')

create table meeting_preparation (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  participant_id bigint not null,
  well text not null default ''::text,
  worries text not null default ''::text,
  offer text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_preparation_check CHECK (((well <> ''::text) OR (worries <> ''::text) OR (offer <> ''::text)))
-- meeting_preparation_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_preparation_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_preparation_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_preparation_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_preparation_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_preparation_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- meeting_preparation_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_preparation_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- meeting_preparation_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_preparation(municipality_id, id)
-- meeting_preparation_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_preparation(municipality_id, id)
-- meeting_preparation_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_preparation_pkey PRIMARY KEY (municipality_id, id)
-- meeting_preparation_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_preparation_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX meeting_preparation_municipality_id_case_id_idx ON meeting_preparation USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_preparation_municipality_id_meeting_id_idx ON meeting_preparation USING btree (municipality_id, meeting_id)
-- CREATE INDEX meeting_preparation_municipality_id_on_behalf_of_person_idx ON meeting_preparation USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_preparation_municipality_id_participant_id_idx ON meeting_preparation USING btree (municipality_id, participant_id)
-- CREATE INDEX meeting_preparation_municipality_id_replaced_by_idx ON meeting_preparation USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_preparation_municipality_id_replaces_idx ON meeting_preparation USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_preparation_municipality_id_shelf_id_idx ON meeting_preparation USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX meeting_preparation_pkey ON meeting_preparation USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_preparation FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_preparation FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table meeting_room (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  meeting_id bigint not null,
  key uuid not null default gen_random_uuid(),
  pulse bigint not null default 1,
  point_id bigint,
  speaker_id bigint,
  speaking_since timestamp with time zone,
  speaking_minutes integer,
  opened_at timestamp with time zone not null,
  over boolean not null default false,
  revision integer not null default 1
);
-- meeting_room_check CHECK (((speaker_id IS NULL) = (speaking_since IS NULL)))
-- meeting_room_key_key UNIQUE (key)
-- meeting_room_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_room_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_room_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- meeting_room_municipality_id_meeting_id_key UNIQUE (municipality_id, meeting_id)
-- meeting_room_municipality_id_point_id_fkey FOREIGN KEY (municipality_id, point_id) REFERENCES meeting_point(municipality_id, id)
-- meeting_room_municipality_id_speaker_id_fkey FOREIGN KEY (municipality_id, speaker_id) REFERENCES meeting_participant(municipality_id, id)
-- meeting_room_pkey PRIMARY KEY (municipality_id, id)
-- meeting_room_speaking_minutes_check CHECK (((speaking_minutes >= 1) AND (speaking_minutes <= 60)))
-- CREATE INDEX meeting_room_municipality_id_case_id_idx ON meeting_room USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_room_municipality_id_point_id_idx ON meeting_room USING btree (municipality_id, point_id) WHERE (point_id IS NOT NULL)
-- CREATE INDEX meeting_room_municipality_id_speaker_id_idx ON meeting_room USING btree (municipality_id, speaker_id) WHERE (speaker_id IS NOT NULL)
-- CREATE UNIQUE INDEX meeting_room_key_key ON meeting_room USING btree (key)
-- CREATE UNIQUE INDEX meeting_room_municipality_id_meeting_id_key ON meeting_room USING btree (municipality_id, meeting_id)
-- CREATE UNIQUE INDEX meeting_room_pkey ON meeting_room USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy room_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy room_open for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])) AND (EXISTS ( SELECT FROM meeting x WHERE ((x.municipality_id = meeting_room.municipality_id) AND (x.id = meeting_room.meeting_id) AND (x.case_id = meeting_room.case_id)))))
-- policy room_read for SELECT using ((municipality_id = access.municipality()) AND (EXISTS ( SELECT FROM meeting x WHERE ((x.municipality_id = meeting_room.municipality_id) AND (x.id = meeting_room.meeting_id)))))
-- grant INSERT, SELECT
-- CREATE TRIGGER beat BEFORE UPDATE ON meeting_room FOR EACH ROW EXECUTE FUNCTION access.beat()

create table meeting_series (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null,
  every_months integer not null,
  first_on date not null,
  ended_on date,
  ended_reason text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_series_check CHECK (((ended_on IS NULL) OR (ended_reason <> ''::text)))
-- meeting_series_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_series_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_series_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_series_every_months_check CHECK (((every_months >= 1) AND (every_months <= 24)))
-- meeting_series_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_series_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_series_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_series_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_series(municipality_id, id)
-- meeting_series_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_series(municipality_id, id)
-- meeting_series_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_series_pkey PRIMARY KEY (municipality_id, id)
-- meeting_series_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_series_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX meeting_series_municipality_id_case_id_idx ON meeting_series USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_series_municipality_id_on_behalf_of_person_idx ON meeting_series USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_series_municipality_id_replaced_by_idx ON meeting_series USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_series_municipality_id_replaces_idx ON meeting_series USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_series_municipality_id_shelf_id_idx ON meeting_series USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX meeting_series_pkey ON meeting_series USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_series FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_series FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table meeting_wish (
  municipality_id integer not null,
  id bigint not null identity,
  wished_by bigint not null,
  wished_on date not null,
  about_person bigint,
  about_staff bigint,
  answer text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_wish_answer_check CHECK ((answer = ANY (ARRAY['come'::text, 'not'::text])))
-- meeting_wish_check CHECK ((num_nonnulls(about_person, about_staff) = 1))
-- meeting_wish_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_wish_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_wish_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_wish_municipality_id_about_person_fkey FOREIGN KEY (municipality_id, about_person) REFERENCES person(municipality_id, id)
-- meeting_wish_municipality_id_about_staff_fkey FOREIGN KEY (municipality_id, about_staff) REFERENCES staff(municipality_id, id)
-- meeting_wish_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_wish_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_wish_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_wish(municipality_id, id)
-- meeting_wish_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_wish(municipality_id, id)
-- meeting_wish_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_wish_municipality_id_wished_by_fkey FOREIGN KEY (municipality_id, wished_by) REFERENCES person(municipality_id, id)
-- meeting_wish_pkey PRIMARY KEY (municipality_id, id)
-- meeting_wish_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_wish_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- wish_is_about_who_wishes CHECK ((subjects = ARRAY[wished_by]))
-- CREATE INDEX meeting_wish_municipality_id_about_person_idx ON meeting_wish USING btree (municipality_id, about_person) WHERE (about_person IS NOT NULL)
-- CREATE INDEX meeting_wish_municipality_id_about_staff_idx ON meeting_wish USING btree (municipality_id, about_staff) WHERE (about_staff IS NOT NULL)
-- CREATE INDEX meeting_wish_municipality_id_case_id_idx ON meeting_wish USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_wish_municipality_id_on_behalf_of_person_idx ON meeting_wish USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_wish_municipality_id_replaced_by_idx ON meeting_wish USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_wish_municipality_id_replaces_idx ON meeting_wish USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_wish_municipality_id_shelf_id_idx ON meeting_wish USING btree (municipality_id, shelf_id)
-- CREATE INDEX meeting_wish_municipality_id_wished_by_idx ON meeting_wish USING btree (municipality_id, wished_by)
-- CREATE UNIQUE INDEX meeting_wish_pkey ON meeting_wish USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_wish FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_wish FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table meeting_yes (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  person_id bigint not null,
  said_on date not null,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- meeting_yes_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- meeting_yes_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- meeting_yes_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- meeting_yes_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- meeting_yes_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- meeting_yes_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- meeting_yes_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- meeting_yes_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- meeting_yes_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES meeting_yes(municipality_id, id)
-- meeting_yes_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES meeting_yes(municipality_id, id)
-- meeting_yes_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- meeting_yes_pkey PRIMARY KEY (municipality_id, id)
-- meeting_yes_subjects_check CHECK ((cardinality(subjects) > 0))
-- meeting_yes_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- yes_of_that_person CHECK ((subjects = ARRAY[person_id]))
-- CREATE INDEX meeting_yes_municipality_id_case_id_idx ON meeting_yes USING btree (municipality_id, case_id)
-- CREATE INDEX meeting_yes_municipality_id_meeting_id_idx ON meeting_yes USING btree (municipality_id, meeting_id)
-- CREATE INDEX meeting_yes_municipality_id_on_behalf_of_person_idx ON meeting_yes USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX meeting_yes_municipality_id_person_id_idx ON meeting_yes USING btree (municipality_id, person_id)
-- CREATE INDEX meeting_yes_municipality_id_replaced_by_idx ON meeting_yes USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX meeting_yes_municipality_id_replaces_idx ON meeting_yes USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX meeting_yes_municipality_id_shelf_id_idx ON meeting_yes USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX meeting_yes_pkey ON meeting_yes USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON meeting_yes FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON meeting_yes FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table merge_answer (
  municipality_id integer not null,
  id bigint not null identity,
  suggestion text not null,
  keep_staff_id bigint not null,
  other_staff_ids bigint[] not null,
  answer text not null,
  why text not null,
  answered_on date not null,
  ends_on date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- merge_answer_answer_check CHECK ((answer = ANY (ARRAY['merged'::text, 'not-merged'::text])))
-- merge_answer_check CHECK (((answer = 'merged'::text) = (ends_on IS NOT NULL)))
-- merge_answer_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- merge_answer_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- merge_answer_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- merge_answer_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- merge_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- merge_answer_municipality_id_keep_staff_id_fkey FOREIGN KEY (municipality_id, keep_staff_id) REFERENCES staff(municipality_id, id)
-- merge_answer_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- merge_answer_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES merge_answer(municipality_id, id)
-- merge_answer_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES merge_answer(municipality_id, id)
-- merge_answer_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- merge_answer_other_staff_ids_check CHECK ((cardinality(other_staff_ids) > 0))
-- merge_answer_pkey PRIMARY KEY (municipality_id, id)
-- merge_answer_subjects_check CHECK ((cardinality(subjects) > 0))
-- merge_answer_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- merge_answer_why_check CHECK ((why <> ''::text))
-- CREATE INDEX merge_answer_municipality_id_case_id_idx ON merge_answer USING btree (municipality_id, case_id)
-- CREATE INDEX merge_answer_municipality_id_keep_staff_id_idx ON merge_answer USING btree (municipality_id, keep_staff_id)
-- CREATE INDEX merge_answer_municipality_id_on_behalf_of_person_idx ON merge_answer USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX merge_answer_municipality_id_replaced_by_idx ON merge_answer USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX merge_answer_municipality_id_replaces_idx ON merge_answer USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX merge_answer_municipality_id_shelf_id_idx ON merge_answer USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX merge_answer_pkey ON merge_answer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON merge_answer FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON merge_answer FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table message (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint,
  person_id bigint,
  staff_id bigint,
  channel text not null,
  template text not null,
  locale text not null,
  subject text not null,
  body bytea not null,
  key text not null,
  author_staff_id bigint,
  author_person_id bigint,
  planned_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  attempts integer not null default 0,
  sent_at timestamp with time zone,
  held_at timestamp with time zone,
  failed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  error text,
  printed_by bigint,
  inquiry_link_id bigint,
  meeting_participant_id bigint,
  partner_link_id bigint
);
-- message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text, 'portal'::text])))
-- message_check CHECK ((num_nonnulls(person_id, staff_id, inquiry_link_id, meeting_participant_id, partner_link_id) = 1))
-- message_check1 CHECK (((person_id IS NULL) OR (case_id IS NOT NULL)))
-- message_locale_check CHECK ((locale = ANY (ARRAY['da'::text, 'en'::text])))
-- message_municipality_id_author_person_id_fkey FOREIGN KEY (municipality_id, author_person_id) REFERENCES person(municipality_id, id)
-- message_municipality_id_author_staff_id_fkey FOREIGN KEY (municipality_id, author_staff_id) REFERENCES staff(municipality_id, id)
-- message_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- message_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- message_municipality_id_inquiry_link_id_fkey FOREIGN KEY (municipality_id, inquiry_link_id) REFERENCES inquiry_link(municipality_id, id)
-- message_municipality_id_key_key UNIQUE (municipality_id, key)
-- message_municipality_id_meeting_participant_id_fkey FOREIGN KEY (municipality_id, meeting_participant_id) REFERENCES meeting_participant(municipality_id, id)
-- message_municipality_id_partner_link_id_fkey FOREIGN KEY (municipality_id, partner_link_id) REFERENCES partner_link(municipality_id, id)
-- message_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- message_municipality_id_printed_by_fkey FOREIGN KEY (municipality_id, printed_by) REFERENCES staff(municipality_id, id)
-- message_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- message_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX message_municipality_id_author_person_id_idx ON message USING btree (municipality_id, author_person_id)
-- CREATE INDEX message_municipality_id_author_staff_id_idx ON message USING btree (municipality_id, author_staff_id)
-- CREATE INDEX message_municipality_id_case_id_idx ON message USING btree (municipality_id, case_id)
-- CREATE INDEX message_municipality_id_inquiry_link_id_idx ON message USING btree (municipality_id, inquiry_link_id) WHERE (inquiry_link_id IS NOT NULL)
-- CREATE INDEX message_municipality_id_meeting_participant_id_idx ON message USING btree (municipality_id, meeting_participant_id) WHERE (meeting_participant_id IS NOT NULL)
-- CREATE INDEX message_municipality_id_partner_link_id_idx ON message USING btree (municipality_id, partner_link_id) WHERE (partner_link_id IS NOT NULL)
-- CREATE INDEX message_municipality_id_person_id_idx ON message USING btree (municipality_id, person_id)
-- CREATE INDEX message_municipality_id_planned_at_idx ON message USING btree (municipality_id, planned_at) WHERE ((sent_at IS NULL) AND (cancelled_at IS NULL))
-- CREATE INDEX message_municipality_id_printed_by_idx ON message USING btree (municipality_id, printed_by)
-- CREATE INDEX message_municipality_id_staff_id_idx ON message USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX message_municipality_id_key_key ON message USING btree (municipality_id, key)
-- CREATE UNIQUE INDEX message_pkey ON message USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND CASE ( SELECT access.who('kind'::text) AS who) WHEN 'job'::text THEN true WHEN 'member'::text THEN (person_id = (( SELECT access.who('me'::text) AS who))::bigint) WHEN 'staff'::text THEN ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR ((((( SELECT access.who('me'::text) AS who))::bigint = staff_id) OR ((( SELECT access.who('me'::text) AS who))::bigint = author_staff_id)) AND ((case_id IS NULL) OR (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[]))))) ELSE false END)
-- grant SELECT

create table method_choice (
  municipality_id integer not null,
  id bigint not null identity,
  method text not null,
  reason text not null,
  chosen_on date not null,
  ended_on date,
  ended_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- method_choice_check CHECK ((ended_on >= chosen_on))
-- method_choice_check1 CHECK (((ended_on IS NULL) = (ended_reason IS NULL)))
-- method_choice_check2 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- method_choice_check3 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- method_choice_check4 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- method_choice_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- method_choice_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- method_choice_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES method_choice(municipality_id, id)
-- method_choice_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES method_choice(municipality_id, id)
-- method_choice_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- method_choice_pkey PRIMARY KEY (municipality_id, id)
-- method_choice_reason_check CHECK ((reason <> ''::text))
-- method_choice_subjects_check CHECK ((cardinality(subjects) > 0))
-- method_choice_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX method_choice_municipality_id_case_id_idx ON method_choice USING btree (municipality_id, case_id)
-- CREATE INDEX method_choice_municipality_id_on_behalf_of_person_idx ON method_choice USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX method_choice_municipality_id_replaced_by_idx ON method_choice USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX method_choice_municipality_id_replaces_idx ON method_choice USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX method_choice_municipality_id_shelf_id_idx ON method_choice USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX method_choice_pkey ON method_choice USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON method_choice FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON method_choice FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table minutes (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  took_part bigint[] not null default '{}'::bigint[],
  went_along_with bigint,
  plan_version integer,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- minutes_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- minutes_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- minutes_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- minutes_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- minutes_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- minutes_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- minutes_municipality_id_meeting_id_key UNIQUE (municipality_id, meeting_id)
-- minutes_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- minutes_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES minutes(municipality_id, id)
-- minutes_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES minutes(municipality_id, id)
-- minutes_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- minutes_municipality_id_went_along_with_fkey FOREIGN KEY (municipality_id, went_along_with) REFERENCES person(municipality_id, id)
-- minutes_pkey PRIMARY KEY (municipality_id, id)
-- minutes_subjects_check CHECK ((cardinality(subjects) > 0))
-- minutes_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX minutes_municipality_id_case_id_idx ON minutes USING btree (municipality_id, case_id)
-- CREATE INDEX minutes_municipality_id_on_behalf_of_person_idx ON minutes USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX minutes_municipality_id_replaced_by_idx ON minutes USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX minutes_municipality_id_replaces_idx ON minutes USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX minutes_municipality_id_shelf_id_idx ON minutes USING btree (municipality_id, shelf_id)
-- CREATE INDEX minutes_municipality_id_went_along_with_idx ON minutes USING btree (municipality_id, went_along_with) WHERE (went_along_with IS NOT NULL)
-- CREATE UNIQUE INDEX minutes_municipality_id_meeting_id_key ON minutes USING btree (municipality_id, meeting_id)
-- CREATE UNIQUE INDEX minutes_pkey ON minutes USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON minutes FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table minutes_answer (
  municipality_id integer not null,
  id bigint not null identity,
  version_id bigint not null,
  person_id bigint,
  staff_id bigint,
  answer text not null,
  words text not null default ''::text,
  released_at timestamp with time zone,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- minutes_answer_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'correction'::text, 'disagree'::text])))
-- minutes_answer_check CHECK ((num_nonnulls(person_id, staff_id) = 1))
-- minutes_answer_check1 CHECK (((words <> ''::text) OR (answer = 'confirmed'::text) OR undone))
-- minutes_answer_check2 CHECK (((released_at IS NULL) OR (answer = 'disagree'::text)))
-- minutes_answer_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- minutes_answer_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- minutes_answer_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- minutes_answer_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- minutes_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- minutes_answer_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- minutes_answer_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- minutes_answer_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES minutes_answer(municipality_id, id)
-- minutes_answer_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES minutes_answer(municipality_id, id)
-- minutes_answer_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- minutes_answer_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- minutes_answer_municipality_id_version_id_fkey FOREIGN KEY (municipality_id, version_id) REFERENCES minutes_version(municipality_id, id)
-- minutes_answer_pkey PRIMARY KEY (municipality_id, id)
-- minutes_answer_subjects_check CHECK ((cardinality(subjects) > 0))
-- minutes_answer_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX minutes_answer_municipality_id_case_id_idx ON minutes_answer USING btree (municipality_id, case_id)
-- CREATE INDEX minutes_answer_municipality_id_on_behalf_of_person_idx ON minutes_answer USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX minutes_answer_municipality_id_person_id_idx ON minutes_answer USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX minutes_answer_municipality_id_replaced_by_idx ON minutes_answer USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX minutes_answer_municipality_id_replaces_idx ON minutes_answer USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX minutes_answer_municipality_id_shelf_id_idx ON minutes_answer USING btree (municipality_id, shelf_id)
-- CREATE INDEX minutes_answer_municipality_id_staff_id_idx ON minutes_answer USING btree (municipality_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE INDEX minutes_answer_municipality_id_version_id_idx ON minutes_answer USING btree (municipality_id, version_id)
-- CREATE UNIQUE INDEX minutes_answer_pkey ON minutes_answer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy writers_own for SELECT using ((answer <> 'disagree'::text) OR (released_at IS NOT NULL) OR CASE ( SELECT access.who('kind'::text) AS who) WHEN 'member'::text THEN (COALESCE(person_id, author_person_id) = (( SELECT access.who('me'::text) AS who))::bigint) WHEN 'staff'::text THEN (author_staff_id = (( SELECT access.who('me'::text) AS who))::bigint) ELSE false END)
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON minutes_answer FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON minutes_answer FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table minutes_point (
  municipality_id integer not null,
  id bigint not null identity,
  minutes_id bigint not null,
  position integer not null,
  kind text not null,
  title text not null default ''::text,
  words text not null default ''::text,
  dropped_at timestamp with time zone,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- minutes_point_check CHECK (((title <> ''::text) OR (words <> ''::text)))
-- minutes_point_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- minutes_point_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- minutes_point_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- minutes_point_kind_check CHECK ((kind = ANY (ARRAY['point'::text, 'child'::text, 'reflection'::text, 'decision'::text])))
-- minutes_point_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- minutes_point_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- minutes_point_municipality_id_minutes_id_fkey FOREIGN KEY (municipality_id, minutes_id) REFERENCES minutes(municipality_id, id)
-- minutes_point_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- minutes_point_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES minutes_point(municipality_id, id)
-- minutes_point_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES minutes_point(municipality_id, id)
-- minutes_point_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- minutes_point_pkey PRIMARY KEY (municipality_id, id)
-- minutes_point_subjects_check CHECK ((cardinality(subjects) > 0))
-- minutes_point_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX minutes_point_municipality_id_case_id_idx ON minutes_point USING btree (municipality_id, case_id)
-- CREATE INDEX minutes_point_municipality_id_minutes_id_idx ON minutes_point USING btree (municipality_id, minutes_id)
-- CREATE INDEX minutes_point_municipality_id_on_behalf_of_person_idx ON minutes_point USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX minutes_point_municipality_id_replaced_by_idx ON minutes_point USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX minutes_point_municipality_id_replaces_idx ON minutes_point USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX minutes_point_municipality_id_shelf_id_idx ON minutes_point USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX minutes_point_pkey ON minutes_point USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON minutes_point FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON minutes_point FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table minutes_sent (
  municipality_id integer not null,
  id bigint not null identity,
  version_id bigint not null,
  participant_id bigint not null,
  sent_on date not null,
  how text not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- minutes_sent_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- minutes_sent_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- minutes_sent_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- minutes_sent_how_check CHECK ((how = ANY (ARRAY['notice'::text, 'paper'::text])))
-- minutes_sent_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- minutes_sent_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- minutes_sent_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- minutes_sent_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- minutes_sent_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES minutes_sent(municipality_id, id)
-- minutes_sent_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES minutes_sent(municipality_id, id)
-- minutes_sent_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- minutes_sent_municipality_id_version_id_fkey FOREIGN KEY (municipality_id, version_id) REFERENCES minutes_version(municipality_id, id)
-- minutes_sent_pkey PRIMARY KEY (municipality_id, id)
-- minutes_sent_subjects_check CHECK ((cardinality(subjects) > 0))
-- minutes_sent_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX minutes_sent_municipality_id_case_id_idx ON minutes_sent USING btree (municipality_id, case_id)
-- CREATE INDEX minutes_sent_municipality_id_on_behalf_of_person_idx ON minutes_sent USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX minutes_sent_municipality_id_participant_id_idx ON minutes_sent USING btree (municipality_id, participant_id)
-- CREATE INDEX minutes_sent_municipality_id_replaced_by_idx ON minutes_sent USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX minutes_sent_municipality_id_replaces_idx ON minutes_sent USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX minutes_sent_municipality_id_shelf_id_idx ON minutes_sent USING btree (municipality_id, shelf_id)
-- CREATE INDEX minutes_sent_municipality_id_version_id_idx ON minutes_sent USING btree (municipality_id, version_id)
-- CREATE UNIQUE INDEX minutes_sent_pkey ON minutes_sent USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON minutes_sent FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON minutes_sent FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table minutes_version (
  municipality_id integer not null,
  id bigint not null identity,
  minutes_id bigint not null,
  number integer not null,
  made_on date not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- minutes_version_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- minutes_version_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- minutes_version_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- minutes_version_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- minutes_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- minutes_version_municipality_id_minutes_id_fkey FOREIGN KEY (municipality_id, minutes_id) REFERENCES minutes(municipality_id, id)
-- minutes_version_municipality_id_minutes_id_number_key UNIQUE (municipality_id, minutes_id, number)
-- minutes_version_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- minutes_version_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES minutes_version(municipality_id, id)
-- minutes_version_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES minutes_version(municipality_id, id)
-- minutes_version_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- minutes_version_number_check CHECK ((number > 0))
-- minutes_version_pkey PRIMARY KEY (municipality_id, id)
-- minutes_version_subjects_check CHECK ((cardinality(subjects) > 0))
-- minutes_version_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX minutes_version_municipality_id_case_id_idx ON minutes_version USING btree (municipality_id, case_id)
-- CREATE INDEX minutes_version_municipality_id_on_behalf_of_person_idx ON minutes_version USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX minutes_version_municipality_id_replaced_by_idx ON minutes_version USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX minutes_version_municipality_id_replaces_idx ON minutes_version USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX minutes_version_municipality_id_shelf_id_idx ON minutes_version USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX minutes_version_municipality_id_minutes_id_number_key ON minutes_version USING btree (municipality_id, minutes_id, number)
-- CREATE UNIQUE INDEX minutes_version_pkey ON minutes_version USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON minutes_version FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON minutes_version FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table minutes_version_point (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  version_id bigint not null,
  point_id bigint not null,
  revision integer not null,
  shelf_id bigint not null
);
-- minutes_version_point_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- minutes_version_point_municipality_id_point_id_fkey FOREIGN KEY (municipality_id, point_id) REFERENCES minutes_point(municipality_id, id)
-- minutes_version_point_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- minutes_version_point_municipality_id_version_id_fkey FOREIGN KEY (municipality_id, version_id) REFERENCES minutes_version(municipality_id, id)
-- minutes_version_point_municipality_id_version_id_point_id_key UNIQUE (municipality_id, version_id, point_id)
-- minutes_version_point_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX minutes_version_point_municipality_id_case_id_idx ON minutes_version_point USING btree (municipality_id, case_id)
-- CREATE INDEX minutes_version_point_municipality_id_point_id_idx ON minutes_version_point USING btree (municipality_id, point_id)
-- CREATE INDEX minutes_version_point_municipality_id_shelf_id_idx ON minutes_version_point USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX minutes_version_point_municipality_id_version_id_point_id_key ON minutes_version_point USING btree (municipality_id, version_id, point_id)
-- CREATE UNIQUE INDEX minutes_version_point_pkey ON minutes_version_point USING btree (municipality_id, id)
-- policy listed_create for INSERT with check ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])) AND (EXISTS ( SELECT FROM minutes_version v WHERE ((v.municipality_id = minutes_version_point.municipality_id) AND (v.id = minutes_version_point.version_id) AND (v.case_id = minutes_version_point.case_id) AND (v.author_staff_id = (access.who('me'::text))::bigint)))))
-- policy listed_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

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

create table need_screening (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  form text not null,
  pack_version text not null,
  screened_on date not null,
  answered_with text not null,
  answers jsonb not null,
  own_words text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- need_screening_answered_with_check CHECK ((answered_with <> ''::text))
-- need_screening_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text))
-- need_screening_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- need_screening_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- need_screening_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- need_screening_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- need_screening_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- need_screening_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- need_screening_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- need_screening_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES need_screening(municipality_id, id)
-- need_screening_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES need_screening(municipality_id, id)
-- need_screening_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- need_screening_pkey PRIMARY KEY (municipality_id, id)
-- need_screening_subjects_check CHECK ((cardinality(subjects) > 0))
-- need_screening_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX need_screening_municipality_id_case_id_idx ON need_screening USING btree (municipality_id, case_id)
-- CREATE INDEX need_screening_municipality_id_on_behalf_of_person_idx ON need_screening USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX need_screening_municipality_id_person_id_idx ON need_screening USING btree (municipality_id, person_id)
-- CREATE INDEX need_screening_municipality_id_replaced_by_idx ON need_screening USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX need_screening_municipality_id_replaces_idx ON need_screening USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX need_screening_municipality_id_shelf_id_idx ON need_screening USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX need_screening_pkey ON need_screening USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON need_screening FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON need_screening FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table obligation_fact (
  municipality_id integer not null,
  id bigint not null identity,
  what text not null,
  code text not null,
  person_id bigint,
  on_day date not null,
  every_weeks integer,
  every_months integer,
  reason text not null default ''::text,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK (((person_id IS NULL) OR (subjects = ARRAY[person_id])))
-- obligation_fact_check CHECK ((num_nonnulls(every_weeks, every_months) = CASE WHEN (what = 'rhythm'::text) THEN 1 ELSE 0 END))
-- obligation_fact_check1 CHECK (((what <> ALL (ARRAY['rhythm'::text, 'not-relevant'::text])) OR (reason <> ''::text)))
-- obligation_fact_check2 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- obligation_fact_check3 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- obligation_fact_check4 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- obligation_fact_code_check CHECK ((code <> ''::text))
-- obligation_fact_every_months_check CHECK (((every_months >= 1) AND (every_months <= 36)))
-- obligation_fact_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 156)))
-- obligation_fact_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- obligation_fact_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- obligation_fact_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- obligation_fact_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- obligation_fact_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES obligation_fact(municipality_id, id)
-- obligation_fact_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES obligation_fact(municipality_id, id)
-- obligation_fact_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- obligation_fact_pkey PRIMARY KEY (municipality_id, id)
-- obligation_fact_subjects_check CHECK ((cardinality(subjects) > 0))
-- obligation_fact_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- obligation_fact_what_check CHECK ((what = ANY (ARRAY['anchor'::text, 'rhythm'::text, 'joined'::text, 'not-relevant'::text])))
-- CREATE INDEX obligation_fact_municipality_id_case_id_idx ON obligation_fact USING btree (municipality_id, case_id)
-- CREATE INDEX obligation_fact_municipality_id_on_behalf_of_person_idx ON obligation_fact USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX obligation_fact_municipality_id_person_id_idx ON obligation_fact USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX obligation_fact_municipality_id_replaced_by_idx ON obligation_fact USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX obligation_fact_municipality_id_replaces_idx ON obligation_fact USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX obligation_fact_municipality_id_shelf_id_idx ON obligation_fact USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX obligation_fact_pkey ON obligation_fact USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy own_authority for INSERT with check ((stated_by_sector IS NULL) AND access.follows_up(case_id, sector))
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON obligation_fact FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON obligation_fact FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table obligation_served (
  municipality_id integer not null,
  id bigint not null identity,
  code text not null,
  person_id bigint,
  served_on date not null,
  due_on date,
  meeting_id bigint,
  conditions text[] not null default '{}'::text[],
  note text not null default ''::text,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK (((person_id IS NULL) OR (subjects = ARRAY[person_id])))
-- obligation_served_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- obligation_served_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- obligation_served_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- obligation_served_code_check CHECK ((code <> ''::text))
-- obligation_served_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- obligation_served_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- obligation_served_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- obligation_served_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- obligation_served_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- obligation_served_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES obligation_served(municipality_id, id)
-- obligation_served_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES obligation_served(municipality_id, id)
-- obligation_served_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- obligation_served_pkey PRIMARY KEY (municipality_id, id)
-- obligation_served_subjects_check CHECK ((cardinality(subjects) > 0))
-- obligation_served_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX obligation_served_municipality_id_case_id_idx ON obligation_served USING btree (municipality_id, case_id)
-- CREATE INDEX obligation_served_municipality_id_meeting_id_idx ON obligation_served USING btree (municipality_id, meeting_id) WHERE (meeting_id IS NOT NULL)
-- CREATE INDEX obligation_served_municipality_id_on_behalf_of_person_idx ON obligation_served USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX obligation_served_municipality_id_person_id_idx ON obligation_served USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX obligation_served_municipality_id_replaced_by_idx ON obligation_served USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX obligation_served_municipality_id_replaces_idx ON obligation_served USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX obligation_served_municipality_id_shelf_id_idx ON obligation_served USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX obligation_served_pkey ON obligation_served USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy own_authority for INSERT with check ((stated_by_sector IS NULL) AND access.follows_up(case_id, sector))
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON obligation_served FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON obligation_served FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant SELECT

create table pack_state (
  municipality_id integer not null,
  id bigint not null identity,
  code text not null,
  kind text not null,
  version text not null,
  content jsonb not null,
  base jsonb not null,
  note text not null default ''::text,
  made_at timestamp with time zone not null,
  made_by bigint
);
-- pack_state_kind_check CHECK ((kind = ANY (ARRAY['apply'::text, 'edit'::text])))
-- pack_state_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- pack_state_municipality_id_made_by_fkey FOREIGN KEY (municipality_id, made_by) REFERENCES staff(municipality_id, id)
-- pack_state_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX pack_state_municipality_id_code_id_idx ON pack_state USING btree (municipality_id, code, id)
-- CREATE INDEX pack_state_municipality_id_made_by_idx ON pack_state USING btree (municipality_id, made_by)
-- CREATE UNIQUE INDEX pack_state_pkey ON pack_state USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant SELECT

create table partner_answer (
  municipality_id integer not null,
  id bigint not null identity,
  survey_id bigint not null,
  answers jsonb not null,
  words text not null default ''::text
);
-- partner_answer_answers_check CHECK (((jsonb_typeof(answers) = 'object'::text) AND (answers <> '{}'::jsonb)))
-- partner_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- partner_answer_municipality_id_survey_id_fkey FOREIGN KEY (municipality_id, survey_id) REFERENCES partner_survey(municipality_id, id)
-- partner_answer_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX partner_answer_municipality_id_survey_id_idx ON partner_answer USING btree (municipality_id, survey_id)
-- CREATE UNIQUE INDEX partner_answer_pkey ON partner_answer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

create table partner_link (
  municipality_id integer not null,
  id bigint not null identity,
  survey_id bigint not null,
  name text not null,
  kind text not null,
  address text not null,
  token_hash bytea not null,
  answered boolean not null default false
);
-- partner_link_address_check CHECK ((address <> ''::text))
-- partner_link_kind_check CHECK ((kind = ANY (ARRAY['association'::text, 'volunteer'::text, 'company'::text])))
-- partner_link_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- partner_link_municipality_id_survey_id_fkey FOREIGN KEY (municipality_id, survey_id) REFERENCES partner_survey(municipality_id, id)
-- partner_link_name_check CHECK ((name <> ''::text))
-- partner_link_pkey PRIMARY KEY (municipality_id, id)
-- partner_link_token_hash_key UNIQUE (token_hash)
-- CREATE INDEX partner_link_municipality_id_survey_id_idx ON partner_link USING btree (municipality_id, survey_id)
-- CREATE UNIQUE INDEX partner_link_pkey ON partner_link USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX partner_link_token_hash_key ON partner_link USING btree (token_hash)
-- policy operator for ALL using true with check true

create table partner_survey (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  questions jsonb not null,
  opened_on date not null,
  closes_on date not null,
  closed_on date,
  least integer not null,
  opened_by bigint not null
);
-- partner_survey_check CHECK ((closes_on >= opened_on))
-- partner_survey_check1 CHECK ((closed_on >= opened_on))
-- partner_survey_least_check CHECK (("least" >= 3))
-- partner_survey_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- partner_survey_municipality_id_opened_by_fkey FOREIGN KEY (municipality_id, opened_by) REFERENCES staff(municipality_id, id)
-- partner_survey_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- partner_survey_pkey PRIMARY KEY (municipality_id, id)
-- partner_survey_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text))
-- CREATE INDEX partner_survey_municipality_id_opened_by_idx ON partner_survey USING btree (municipality_id, opened_by)
-- CREATE INDEX partner_survey_municipality_id_project_id_idx ON partner_survey USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX partner_survey_pkey ON partner_survey USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.role = 'project-manager'::text) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- policy make for INSERT with check ((opened_by = (( SELECT access.who('me'::text) AS who))::bigint) AND (municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.role = 'project-manager'::text) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- grant INSERT, SELECT

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
-- policy operator for ALL using true with check true
-- policy person_read for SELECT using ((municipality_id = access.municipality()) AND (id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT
-- CREATE TRIGGER keep_fact AFTER UPDATE ON person FOR EACH ROW EXECUTE FUNCTION access.keep_fact()
-- CREATE TRIGGER rollup_changed AFTER UPDATE ON person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()

create table person_cpr (
  municipality_id integer not null,
  id bigint not null identity,
  cpr_encrypted bytea not null,
  cpr_hash bytea not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- person_cpr_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- person_cpr_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- person_cpr_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- person_cpr_cpr_hash_check CHECK ((octet_length(cpr_hash) = 32))
-- person_cpr_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- person_cpr_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- person_cpr_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- person_cpr_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES person_cpr(municipality_id, id)
-- person_cpr_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES person_cpr(municipality_id, id)
-- person_cpr_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- person_cpr_pkey PRIMARY KEY (municipality_id, id)
-- person_cpr_subjects_check CHECK ((cardinality(subjects) > 0))
-- person_cpr_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX person_cpr_cpr_hash_idx ON person_cpr USING btree (cpr_hash)
-- CREATE INDEX person_cpr_municipality_id_case_id_idx ON person_cpr USING btree (municipality_id, case_id)
-- CREATE INDEX person_cpr_municipality_id_on_behalf_of_person_idx ON person_cpr USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX person_cpr_municipality_id_replaced_by_idx ON person_cpr USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX person_cpr_municipality_id_replaces_idx ON person_cpr USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX person_cpr_municipality_id_shelf_id_idx ON person_cpr USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX person_cpr_once ON person_cpr USING btree (municipality_id, cpr_hash)
-- CREATE UNIQUE INDEX person_cpr_pkey ON person_cpr USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON person_cpr FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON person_cpr FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table person_shape (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  shape text not null,
  set_at timestamp with time zone not null default now(),
  set_by jsonb not null default '{}'::jsonb
);
-- person_shape_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- person_shape_municipality_id_person_id_key UNIQUE (municipality_id, person_id)
-- person_shape_pkey PRIMARY KEY (municipality_id, id)
-- person_shape_shape_check CHECK ((shape = ANY (ARRAY['circle'::text, 'square'::text, 'diamond'::text])))
-- CREATE UNIQUE INDEX person_shape_municipality_id_person_id_key ON person_shape USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX person_shape_pkey ON person_shape USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy person_read for SELECT using ((municipality_id = access.municipality()) AND (person_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT

create table place_offer (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  case_id bigint not null,
  caseworker_id bigint not null,
  offered_on date not null,
  offered_by bigint not null,
  answer_by date not null,
  out_of_turn text not null default ''::text,
  answered_on date,
  answer text,
  answered_by bigint,
  reason text not null default ''::text,
  withdrawn_on date,
  withdrawn_by bigint,
  withdraw_reason text not null default ''::text
);
-- place_offer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
-- place_offer_check CHECK (((answered_on IS NULL) = (answer IS NULL)))
-- place_offer_check1 CHECK (((answer IS DISTINCT FROM 'no'::text) OR (reason <> ''::text)))
-- place_offer_check2 CHECK (((withdrawn_on IS NULL) = (withdraw_reason = ''::text)))
-- place_offer_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES staff(municipality_id, id)
-- place_offer_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- place_offer_municipality_id_caseworker_id_fkey FOREIGN KEY (municipality_id, caseworker_id) REFERENCES staff(municipality_id, id)
-- place_offer_municipality_id_offered_by_fkey FOREIGN KEY (municipality_id, offered_by) REFERENCES staff(municipality_id, id)
-- place_offer_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- place_offer_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES staff(municipality_id, id)
-- place_offer_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX place_offer_municipality_id_answered_by_idx ON place_offer USING btree (municipality_id, answered_by)
-- CREATE INDEX place_offer_municipality_id_case_id_idx ON place_offer USING btree (municipality_id, case_id)
-- CREATE INDEX place_offer_municipality_id_caseworker_id_idx ON place_offer USING btree (municipality_id, caseworker_id)
-- CREATE INDEX place_offer_municipality_id_offered_by_idx ON place_offer USING btree (municipality_id, offered_by)
-- CREATE INDEX place_offer_municipality_id_project_id_idx ON place_offer USING btree (municipality_id, project_id)
-- CREATE INDEX place_offer_municipality_id_withdrawn_by_idx ON place_offer USING btree (municipality_id, withdrawn_by)
-- CREATE UNIQUE INDEX one_open_offer ON place_offer USING btree (municipality_id, case_id) WHERE ((answer IS NULL) AND (withdrawn_on IS NULL))
-- CREATE UNIQUE INDEX place_offer_pkey ON place_offer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR ((caseworker_id = access.me()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))))
-- grant SELECT

create table plan_agreement (
  municipality_id integer not null,
  id bigint not null identity,
  version_id bigint not null,
  person_id bigint not null,
  answer text,
  words text not null default ''::text,
  heard_by text not null default ''::text,
  heard_on date,
  not_heard_reason text not null default ''::text,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- plan_agreement_answer_check CHECK ((answer = ANY (ARRAY['agree'::text, 'partly'::text, 'disagree'::text])))
-- plan_agreement_check CHECK (((answer IS NOT NULL) OR (not_heard_reason <> ''::text) OR undone))
-- plan_agreement_check1 CHECK (((heard_by = ''::text) OR (heard_on IS NOT NULL)))
-- plan_agreement_check2 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- plan_agreement_check3 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- plan_agreement_check4 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- plan_agreement_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- plan_agreement_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- plan_agreement_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- plan_agreement_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES plan_agreement(municipality_id, id)
-- plan_agreement_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES plan_agreement(municipality_id, id)
-- plan_agreement_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- plan_agreement_municipality_id_version_id_fkey FOREIGN KEY (municipality_id, version_id) REFERENCES plan_version(municipality_id, id)
-- plan_agreement_pkey PRIMARY KEY (municipality_id, id)
-- plan_agreement_subjects_check CHECK ((cardinality(subjects) > 0))
-- plan_agreement_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX plan_agreement_municipality_id_case_id_idx ON plan_agreement USING btree (municipality_id, case_id)
-- CREATE INDEX plan_agreement_municipality_id_on_behalf_of_person_idx ON plan_agreement USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX plan_agreement_municipality_id_person_id_idx ON plan_agreement USING btree (municipality_id, person_id)
-- CREATE INDEX plan_agreement_municipality_id_replaced_by_idx ON plan_agreement USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX plan_agreement_municipality_id_replaces_idx ON plan_agreement USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX plan_agreement_municipality_id_shelf_id_idx ON plan_agreement USING btree (municipality_id, shelf_id)
-- CREATE INDEX plan_agreement_municipality_id_version_id_idx ON plan_agreement USING btree (municipality_id, version_id)
-- CREATE UNIQUE INDEX plan_agreement_pkey ON plan_agreement USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON plan_agreement FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON plan_agreement FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table plan_letter (
  municipality_id integer not null,
  id bigint not null identity,
  decision_id bigint not null,
  template text not null,
  locale text not null,
  written_on date not null,
  title text not null,
  body text not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- plan_letter_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- plan_letter_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- plan_letter_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- plan_letter_locale_check CHECK ((locale = ANY (ARRAY['da'::text, 'en'::text])))
-- plan_letter_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- plan_letter_municipality_id_decision_id_fkey FOREIGN KEY (municipality_id, decision_id) REFERENCES measure_decision(municipality_id, id)
-- plan_letter_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- plan_letter_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES plan_letter(municipality_id, id)
-- plan_letter_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES plan_letter(municipality_id, id)
-- plan_letter_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- plan_letter_pkey PRIMARY KEY (municipality_id, id)
-- plan_letter_subjects_check CHECK ((cardinality(subjects) > 0))
-- plan_letter_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX plan_letter_municipality_id_case_id_idx ON plan_letter USING btree (municipality_id, case_id)
-- CREATE INDEX plan_letter_municipality_id_decision_id_idx ON plan_letter USING btree (municipality_id, decision_id)
-- CREATE INDEX plan_letter_municipality_id_on_behalf_of_person_idx ON plan_letter USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX plan_letter_municipality_id_replaced_by_idx ON plan_letter USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX plan_letter_municipality_id_replaces_idx ON plan_letter USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX plan_letter_municipality_id_shelf_id_idx ON plan_letter USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX plan_letter_pkey ON plan_letter USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON plan_letter FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON plan_letter FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table plan_terms (
  municipality_id integer not null,
  id bigint not null identity,
  household_id bigint,
  how_followed text not null default ''::text,
  how_often text,
  next_on date,
  next_people bigint[] not null default '{}'::bigint[],
  next_staff bigint[] not null default '{}'::bigint[],
  next_others text not null default ''::text,
  next_goals bigint[] not null default '{}'::bigint[],
  if_otherwise text not null default ''::text,
  who_calls text not null default ''::text,
  reopened_when text not null default ''::text,
  registered_by text not null default ''::text,
  registered_what text not null default ''::text,
  registered_often text not null default ''::text,
  registered_channel text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false,
  think_over text not null default ''::text
);
-- next_people_are_subjects CHECK ((next_people <@ subjects))
-- plan_terms_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- plan_terms_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- plan_terms_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- plan_terms_how_often_check CHECK ((how_often = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text, 'two-monthly'::text, 'quarterly'::text])))
-- plan_terms_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- plan_terms_municipality_id_household_id_fkey FOREIGN KEY (municipality_id, household_id) REFERENCES household(municipality_id, id)
-- plan_terms_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- plan_terms_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES plan_terms(municipality_id, id)
-- plan_terms_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES plan_terms(municipality_id, id)
-- plan_terms_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- plan_terms_pkey PRIMARY KEY (municipality_id, id)
-- plan_terms_registered_channel_check CHECK ((registered_channel = ANY (ARRAY['portal'::text, 'paper'::text, 'phone'::text])))
-- plan_terms_subjects_check CHECK ((cardinality(subjects) > 0))
-- plan_terms_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX plan_terms_municipality_id_case_id_idx ON plan_terms USING btree (municipality_id, case_id)
-- CREATE INDEX plan_terms_municipality_id_household_id_idx ON plan_terms USING btree (municipality_id, household_id) WHERE (household_id IS NOT NULL)
-- CREATE INDEX plan_terms_municipality_id_on_behalf_of_person_idx ON plan_terms USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX plan_terms_municipality_id_replaced_by_idx ON plan_terms USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX plan_terms_municipality_id_replaces_idx ON plan_terms USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX plan_terms_municipality_id_shelf_id_idx ON plan_terms USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX plan_terms_pkey ON plan_terms USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON plan_terms FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON plan_terms FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table plan_version (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  plan_id bigint not null,
  number integer not null,
  made_at timestamp with time zone not null,
  made_by jsonb not null,
  agreed_on date not null,
  at_meeting boolean not null,
  next_follow_up_on date,
  goal_order bigint[] not null,
  focus_goals bigint[] not null default '{}'::bigint[],
  recommended_by text,
  approved_by text,
  present text not null default ''::text
);
-- plan_version_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- plan_version_municipality_id_plan_id_fkey FOREIGN KEY (municipality_id, plan_id) REFERENCES family_plan(municipality_id, id)
-- plan_version_municipality_id_plan_id_number_key UNIQUE (municipality_id, plan_id, number)
-- plan_version_number_check CHECK ((number > 0))
-- plan_version_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX plan_version_municipality_id_case_id_idx ON plan_version USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX plan_version_municipality_id_plan_id_number_key ON plan_version USING btree (municipality_id, plan_id, number)
-- CREATE UNIQUE INDEX plan_version_pkey ON plan_version USING btree (municipality_id, id)
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table plan_version_record (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  version_id bigint not null,
  table_name text not null,
  record_id bigint not null,
  revision integer not null,
  shelf_id bigint not null
);
-- plan_version_record_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- plan_version_record_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- plan_version_record_municipality_id_version_id_fkey FOREIGN KEY (municipality_id, version_id) REFERENCES plan_version(municipality_id, id)
-- plan_version_record_municipality_id_version_id_table_name_r_key UNIQUE (municipality_id, version_id, table_name, record_id)
-- plan_version_record_pkey PRIMARY KEY (municipality_id, id)
-- plan_version_record_table_name_check CHECK ((table_name = ANY (ARRAY['hope'::text, 'goal'::text, 'activity'::text, 'plan_terms'::text])))
-- CREATE INDEX plan_version_record_municipality_id_case_id_idx ON plan_version_record USING btree (municipality_id, case_id)
-- CREATE INDEX plan_version_record_municipality_id_shelf_id_idx ON plan_version_record USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX plan_version_record_municipality_id_version_id_table_name_r_key ON plan_version_record USING btree (municipality_id, version_id, table_name, record_id)
-- CREATE UNIQUE INDEX plan_version_record_pkey ON plan_version_record USING btree (municipality_id, id)
-- policy listed_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy listed_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table planned_exit (
  municipality_id integer not null,
  id bigint not null identity,
  expected_on date not null,
  reason text not null default ''::text,
  words text not null default ''::text,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- planned_exit_check CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- planned_exit_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- planned_exit_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- planned_exit_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- planned_exit_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- planned_exit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- planned_exit_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- planned_exit_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES planned_exit(municipality_id, id)
-- planned_exit_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES planned_exit(municipality_id, id)
-- planned_exit_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- planned_exit_pkey PRIMARY KEY (municipality_id, id)
-- planned_exit_subjects_check CHECK ((cardinality(subjects) > 0))
-- planned_exit_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX planned_exit_municipality_id_case_id_idx ON planned_exit USING btree (municipality_id, case_id)
-- CREATE INDEX planned_exit_municipality_id_on_behalf_of_person_idx ON planned_exit USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX planned_exit_municipality_id_replaced_by_idx ON planned_exit USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX planned_exit_municipality_id_replaces_idx ON planned_exit USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX planned_exit_municipality_id_shelf_id_idx ON planned_exit USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX planned_exit_pkey ON planned_exit USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON planned_exit FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON planned_exit FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT

create table post_unit (
  municipality_id integer not null,
  id bigint not null identity,
  post_id bigint not null,
  department_id bigint not null,
  manager_id bigint,
  valid_from date not null,
  valid_until date
);
-- post_unit_check CHECK ((valid_until >= valid_from))
-- post_unit_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- post_unit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- post_unit_municipality_id_manager_id_fkey FOREIGN KEY (municipality_id, manager_id) REFERENCES staff(municipality_id, id)
-- post_unit_municipality_id_post_id_fkey FOREIGN KEY (municipality_id, post_id) REFERENCES post(municipality_id, id)
-- post_unit_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX post_unit_municipality_id_department_id_idx ON post_unit USING btree (municipality_id, department_id)
-- CREATE INDEX post_unit_municipality_id_manager_id_idx ON post_unit USING btree (municipality_id, manager_id) WHERE (manager_id IS NOT NULL)
-- CREATE INDEX post_unit_municipality_id_post_id_idx ON post_unit USING btree (municipality_id, post_id)
-- CREATE UNIQUE INDEX post_unit_pkey ON post_unit USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT

create table principles_agreed (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  agreed_on date not null,
  agreed_by text not null,
  written_by bigint not null
);
-- principles_agreed_agreed_by_check CHECK ((agreed_by <> ''::text))
-- principles_agreed_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- principles_agreed_municipality_id_written_by_fkey FOREIGN KEY (municipality_id, written_by) REFERENCES staff(municipality_id, id)
-- principles_agreed_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX principles_agreed_municipality_id_project_id_idx ON principles_agreed USING btree (municipality_id, project_id)
-- CREATE INDEX principles_agreed_municipality_id_written_by_idx ON principles_agreed USING btree (municipality_id, written_by)
-- CREATE UNIQUE INDEX principles_agreed_pkey ON principles_agreed USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.role = 'project-manager'::text) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.role = 'project-manager'::text) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- policy municipality for SELECT using (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table progression_begun (
  municipality_id integer not null,
  project_id bigint not null,
  indicator text not null,
  intake_month date not null,
  n integer not null
);
-- progression_begun_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- progression_begun_pkey PRIMARY KEY (municipality_id, project_id, indicator, intake_month)
-- CREATE INDEX progression_begun_indicator_intake_month_idx ON progression_begun USING btree (indicator, intake_month)
-- CREATE UNIQUE INDEX progression_begun_pkey ON progression_begun USING btree (municipality_id, project_id, indicator, intake_month)
-- policy nation for SELECT using (( SELECT access.who('kind'::text) AS who) = 'national'::text)
-- policy operator for ALL using true with check true
-- policy own_project for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (project_id = ANY (ARRAY( SELECT r.project_id FROM project_role r WHERE ((r.municipality_id = access.municipality()) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (r.role = 'project-manager'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until))))))
-- grant SELECT

create table progression_rollup (
  municipality_id integer not null,
  project_id bigint not null,
  indicator text not null,
  month integer not null,
  n integer not null,
  up integer not null,
  down integer not null,
  above_zero integer not null,
  amount_sum numeric not null,
  change_sum numeric not null,
  change_squares numeric not null,
  late integer not null
);
-- progression_rollup_month_check CHECK ((month >= 0))
-- progression_rollup_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- progression_rollup_pkey PRIMARY KEY (municipality_id, project_id, indicator, month)
-- CREATE INDEX progression_rollup_month_indicator_idx ON progression_rollup USING btree (month, indicator)
-- CREATE UNIQUE INDEX progression_rollup_pkey ON progression_rollup USING btree (municipality_id, project_id, indicator, month)
-- policy nation for SELECT using (( SELECT access.who('kind'::text) AS who) = 'national'::text)
-- policy operator for ALL using true with check true
-- policy own_project for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (project_id = ANY (ARRAY( SELECT r.project_id FROM project_role r WHERE ((r.municipality_id = access.municipality()) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (r.role = 'project-manager'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until))))))
-- grant SELECT

create table progression_standing (
  municipality_id integer not null,
  case_id bigint not null,
  person_id bigint not null,
  indicator text not null,
  project_id bigint not null,
  intake_month date not null,
  baseline_month integer not null,
  baseline numeric not null,
  months integer[] not null,
  amounts numeric[] not null
);
-- progression_standing_check CHECK ((cardinality(months) = cardinality(amounts)))
-- progression_standing_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- progression_standing_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- progression_standing_pkey PRIMARY KEY (municipality_id, case_id, person_id, indicator)
-- CREATE INDEX progression_standing_municipality_id_person_id_idx ON progression_standing USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX progression_standing_pkey ON progression_standing USING btree (municipality_id, case_id, person_id, indicator)
-- policy operator for ALL using true with check true

create table progression_value (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  indicator text not null,
  month date not null,
  number double precision,
  second double precision,
  choice text,
  how text not null,
  judged_month date not null,
  source text not null default ''::text,
  confirmed boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((subjects = ARRAY[person_id]))
-- one_stands EXCLUDE USING btree (municipality_id WITH =, case_id WITH =, person_id WITH =, indicator WITH =, month WITH =) WHERE ((replaced_by IS NULL)) DEFERRABLE INITIALLY DEFERRED
-- progression_is_coordination CHECK (((sector = 'coordination'::text) AND (category = 'progression'::text)))
-- progression_value_check CHECK ((num_nonnulls(number, choice) = 1))
-- progression_value_check1 CHECK (((second IS NULL) OR (number IS NOT NULL)))
-- progression_value_check2 CHECK ((judged_month <= month))
-- progression_value_check3 CHECK (((how = 'carried'::text) = (judged_month < month)))
-- progression_value_check4 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- progression_value_check5 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- progression_value_check6 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- progression_value_how_check CHECK ((how = ANY (ARRAY['judged'::text, 'carried'::text, 'counted'::text, 'register'::text])))
-- progression_value_indicator_check CHECK ((indicator <> ''::text))
-- progression_value_judged_month_check CHECK ((EXTRACT(day FROM judged_month) = (1)::numeric))
-- progression_value_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- progression_value_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- progression_value_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- progression_value_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- progression_value_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES progression_value(municipality_id, id)
-- progression_value_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES progression_value(municipality_id, id)
-- progression_value_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- progression_value_pkey PRIMARY KEY (municipality_id, id)
-- progression_value_subjects_check CHECK ((cardinality(subjects) > 0))
-- progression_value_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX one_stands ON progression_value USING btree (municipality_id, case_id, person_id, indicator, month) WHERE (replaced_by IS NULL)
-- CREATE INDEX progression_value_municipality_id_case_id_idx ON progression_value USING btree (municipality_id, case_id)
-- CREATE INDEX progression_value_municipality_id_on_behalf_of_person_idx ON progression_value USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX progression_value_municipality_id_person_id_indicator_month_idx ON progression_value USING btree (municipality_id, person_id, indicator, month)
-- CREATE INDEX progression_value_municipality_id_replaced_by_idx ON progression_value USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX progression_value_municipality_id_replaces_idx ON progression_value USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX progression_value_municipality_id_shelf_id_idx ON progression_value USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX progression_value_pkey ON progression_value USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON progression_value FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON progression_value FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER rollup_changed AFTER UPDATE ON progression_value REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_values()
-- CREATE TRIGGER rollup_gone AFTER DELETE ON progression_value REFERENCING OLD TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_values()
-- CREATE TRIGGER rollup_made AFTER INSERT ON progression_value REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_values()

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT

create table project_method (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  method text not null,
  reason text not null,
  chosen_by bigint not null,
  chosen_on date not null,
  ended_on date,
  ended_reason text
);
-- project_method_check CHECK ((ended_on >= chosen_on))
-- project_method_check1 CHECK (((ended_on IS NULL) = (ended_reason IS NULL)))
-- project_method_municipality_id_chosen_by_fkey FOREIGN KEY (municipality_id, chosen_by) REFERENCES staff(municipality_id, id)
-- project_method_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- project_method_pkey PRIMARY KEY (municipality_id, id)
-- project_method_reason_check CHECK ((reason <> ''::text))
-- CREATE INDEX project_method_municipality_id_chosen_by_idx ON project_method USING btree (municipality_id, chosen_by)
-- CREATE INDEX project_method_municipality_id_project_id_idx ON project_method USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX project_method_pkey ON project_method USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.role = 'project-manager'::text) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (project_id IN ( SELECT r.project_id FROM project_role r WHERE ((r.role = 'project-manager'::text) AND (r.staff_id = (( SELECT access.who('me'::text) AS who))::bigint) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND access.within((( SELECT access.who('day'::text) AS who))::date, r.valid_from, r.valid_until)))))
-- policy municipality for SELECT using (municipality_id = access.municipality())
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table project_reach (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  department_id bigint not null,
  contact_id bigint,
  valid_from date not null,
  valid_until date
);
-- one_reach EXCLUDE USING gist (municipality_id WITH =, project_id WITH =, department_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&)
-- project_reach_check CHECK ((valid_until >= valid_from))
-- project_reach_municipality_id_contact_id_fkey FOREIGN KEY (municipality_id, contact_id) REFERENCES staff(municipality_id, id)
-- project_reach_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- project_reach_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- project_reach_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- project_reach_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX one_reach ON project_reach USING gist (municipality_id, project_id, department_id, daterange(valid_from, valid_until, '[]'::text))
-- CREATE INDEX project_reach_municipality_id_contact_id_idx ON project_reach USING btree (municipality_id, contact_id) WHERE (contact_id IS NOT NULL)
-- CREATE INDEX project_reach_municipality_id_department_id_idx ON project_reach USING btree (municipality_id, department_id)
-- CREATE INDEX project_reach_municipality_id_project_id_idx ON project_reach USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX project_reach_pkey ON project_reach USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND ((( SELECT access.who('admin'::text) AS who) = 'true'::text) OR access.manages_project(project_id)))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND ((( SELECT access.who('admin'::text) AS who) = 'true'::text) OR access.manages_project(project_id)))
-- policy municipality for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) <> 'member'::text))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table project_role (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  staff_id bigint not null,
  role text not null,
  valid_from date not null,
  valid_until date,
  full_time boolean
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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT

create table question_without_identity (
  municipality_id integer not null,
  id bigint not null identity,
  department_id bigint not null,
  asked_by bigint not null,
  asked_at timestamp with time zone not null,
  question text not null,
  answered_by bigint,
  answered_at timestamp with time zone,
  answer text not null default ''::text
);
-- question_without_identity_check CHECK (((answered_at IS NULL) = (answer = ''::text)))
-- question_without_identity_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES staff(municipality_id, id)
-- question_without_identity_municipality_id_asked_by_fkey FOREIGN KEY (municipality_id, asked_by) REFERENCES staff(municipality_id, id)
-- question_without_identity_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- question_without_identity_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- question_without_identity_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX question_without_identity_municipality_id_answered_by_idx ON question_without_identity USING btree (municipality_id, answered_by)
-- CREATE INDEX question_without_identity_municipality_id_asked_by_idx ON question_without_identity USING btree (municipality_id, asked_by)
-- CREATE INDEX question_without_identity_municipality_id_department_id_idx ON question_without_identity USING btree (municipality_id, department_id)
-- CREATE UNIQUE INDEX question_without_identity_pkey ON question_without_identity USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- grant INSERT, SELECT

create table rating (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  question text not null,
  value integer not null,
  words text not null default ''::text,
  rated_on date not null,
  month date not null,
  how text not null,
  undone boolean not null default false,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK ((person_id = ANY (subjects)))
-- one_rating_stands EXCLUDE USING btree (municipality_id WITH =, case_id WITH =, person_id WITH =, question WITH =, month WITH =) WHERE ((replaced_by IS NULL)) DEFERRABLE INITIALLY DEFERRED
-- own_answer CHECK ( CASE WHEN (how = 'portal'::text) THEN (NOT (author_person_id IS DISTINCT FROM person_id)) ELSE ((NOT (on_behalf_of_person IS DISTINCT FROM person_id)) AND (author_person_id IS NULL)) END)
-- rating_check CHECK ((month = (rated_on - ((EXTRACT(day FROM rated_on))::integer - 1))))
-- rating_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- rating_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- rating_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- rating_how_check CHECK ((how = ANY (ARRAY['portal'::text, 'paper'::text, 'phone'::text, 'meeting'::text])))
-- rating_is_coordination CHECK (((sector = 'coordination'::text) AND (category = 'progression'::text) AND (visibility = 'family'::text)))
-- rating_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- rating_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- rating_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- rating_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES rating(municipality_id, id)
-- rating_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES rating(municipality_id, id)
-- rating_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- rating_pkey PRIMARY KEY (municipality_id, id)
-- rating_question_check CHECK ((question <> ''::text))
-- rating_subjects_check CHECK ((cardinality(subjects) > 0))
-- rating_value_check CHECK (((value >= 0) AND (value <= 10)))
-- rating_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX one_rating_stands ON rating USING btree (municipality_id, case_id, person_id, question, month) WHERE (replaced_by IS NULL)
-- CREATE INDEX rating_municipality_id_case_id_idx ON rating USING btree (municipality_id, case_id)
-- CREATE INDEX rating_municipality_id_on_behalf_of_person_idx ON rating USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX rating_municipality_id_person_id_question_month_idx ON rating USING btree (municipality_id, person_id, question, month)
-- CREATE INDEX rating_municipality_id_replaced_by_idx ON rating USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX rating_municipality_id_replaces_idx ON rating USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX rating_municipality_id_shelf_id_idx ON rating USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX rating_pkey ON rating USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON rating FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON rating FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table reasoned_opening (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  staff_id bigint not null,
  category text not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null
);
-- reasoned_opening_category_check CHECK ((category = ANY (ARRAY['logbook'::text, 'thread'::text])))
-- reasoned_opening_check CHECK (((until > opened_at) AND ((until - opened_at) <= '04:00:00'::interval)))
-- reasoned_opening_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- reasoned_opening_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- reasoned_opening_pkey PRIMARY KEY (municipality_id, id)
-- reasoned_opening_reason_check CHECK ((reason <> ''::text))
-- CREATE INDEX reasoned_opening_municipality_id_case_id_idx ON reasoned_opening USING btree (municipality_id, case_id)
-- CREATE INDEX reasoned_opening_municipality_id_staff_id_idx ON reasoned_opening USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX reasoned_opening_pkey ON reasoned_opening USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR ((( SELECT access.who('kind'::text) AS who) = 'member'::text) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))))
-- grant SELECT

create table reassessment (
  municipality_id integer not null,
  id bigint not null identity,
  screening_id bigint not null,
  opened_on date not null,
  decided_on date,
  decision text,
  present bigint[] not null default '{}'::bigint[],
  reasons text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- reassessment_check CHECK (((decided_on IS NULL) = (decision IS NULL)))
-- reassessment_check1 CHECK (((decision IS NULL) OR ((reasons <> ''::text) AND (cardinality(present) > 0))))
-- reassessment_check2 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- reassessment_check3 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- reassessment_check4 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- reassessment_decision_check CHECK ((decision = ANY (ARRAY['stays'::text, 'leaves'::text])))
-- reassessment_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- reassessment_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- reassessment_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES reassessment(municipality_id, id)
-- reassessment_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES reassessment(municipality_id, id)
-- reassessment_municipality_id_screening_id_fkey FOREIGN KEY (municipality_id, screening_id) REFERENCES screening(municipality_id, id)
-- reassessment_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- reassessment_pkey PRIMARY KEY (municipality_id, id)
-- reassessment_subjects_check CHECK ((cardinality(subjects) > 0))
-- reassessment_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX reassessment_municipality_id_case_id_idx ON reassessment USING btree (municipality_id, case_id)
-- CREATE INDEX reassessment_municipality_id_on_behalf_of_person_idx ON reassessment USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX reassessment_municipality_id_replaced_by_idx ON reassessment USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX reassessment_municipality_id_replaces_idx ON reassessment USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX reassessment_municipality_id_screening_id_idx ON reassessment USING btree (municipality_id, screening_id)
-- CREATE INDEX reassessment_municipality_id_shelf_id_idx ON reassessment USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX reassessment_pkey ON reassessment USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON reassessment FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON reassessment FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table record_history (
  municipality_id integer not null,
  id bigint not null identity,
  table_name text not null,
  record_id bigint not null,
  revision integer not null,
  shelf_id bigint not null,
  shelf_now bigint not null,
  changed_at timestamp with time zone not null,
  changed_by jsonb not null,
  row_before jsonb not null
);
-- record_history_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- record_history_municipality_id_shelf_now_fkey FOREIGN KEY (municipality_id, shelf_now) REFERENCES shelf(municipality_id, id)
-- record_history_municipality_id_table_name_record_id_revisio_key UNIQUE (municipality_id, table_name, record_id, revision)
-- record_history_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX record_history_municipality_id_shelf_id_idx ON record_history USING btree (municipality_id, shelf_id)
-- CREATE INDEX record_history_municipality_id_shelf_now_idx ON record_history USING btree (municipality_id, shelf_now)
-- CREATE UNIQUE INDEX record_history_municipality_id_table_name_record_id_revisio_key ON record_history USING btree (municipality_id, table_name, record_id, revision)
-- CREATE UNIQUE INDEX record_history_pkey ON record_history USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy other_parent_by_consent for SELECT using ((table_name <> 'meeting_participant'::text) OR ((row_before ->> 'works_with'::text) IS NULL) OR access.other_parent_told(((row_before ->> 'case_id'::text))::bigint, ((row_before ->> 'works_with'::text))::bigint, (row_before ->> 'of_sector'::text)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])) AND (shelf_now = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy ties_as_narrow for SELECT using ((table_name <> 'tie'::text) OR (EXISTS ( SELECT FROM tie t WHERE ((t.municipality_id = record_history.municipality_id) AND (t.id = record_history.record_id)))))
-- grant SELECT

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
  decision text,
  intake_on date
);
-- referral_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text, 'waiting'::text])))
-- referral_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- referral_municipality_id_referred_by_fkey FOREIGN KEY (municipality_id, referred_by) REFERENCES staff(municipality_id, id)
-- referral_pkey PRIMARY KEY (municipality_id, id)
-- referral_yes_form_check CHECK ((yes_form = ANY (ARRAY['signed'::text, 'spoken'::text, 'portal'::text])))
-- CREATE INDEX referral_municipality_id_case_id_idx ON referral USING btree (municipality_id, case_id)
-- CREATE INDEX referral_municipality_id_referred_by_idx ON referral USING btree (municipality_id, referred_by)
-- CREATE UNIQUE INDEX referral_pkey ON referral USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) OR ((( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND (referred_by = (( SELECT access.who('me'::text) AS who))::bigint) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))))
-- grant SELECT
-- CREATE TRIGGER rollup_changed AFTER UPDATE ON referral REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()
-- CREATE TRIGGER rollup_gone AFTER DELETE ON referral REFERENCING OLD TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()
-- CREATE TRIGGER rollup_made AFTER INSERT ON referral REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.restand_facts()

create table referral_note (
  municipality_id integer not null,
  id bigint not null identity,
  note text not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- referral_note_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- referral_note_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- referral_note_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- referral_note_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- referral_note_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- referral_note_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- referral_note_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES referral_note(municipality_id, id)
-- referral_note_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES referral_note(municipality_id, id)
-- referral_note_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- referral_note_pkey PRIMARY KEY (municipality_id, id)
-- referral_note_subjects_check CHECK ((cardinality(subjects) > 0))
-- referral_note_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX referral_note_municipality_id_case_id_idx ON referral_note USING btree (municipality_id, case_id)
-- CREATE INDEX referral_note_municipality_id_on_behalf_of_person_idx ON referral_note USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX referral_note_municipality_id_replaced_by_idx ON referral_note USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX referral_note_municipality_id_replaces_idx ON referral_note USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX referral_note_municipality_id_shelf_id_idx ON referral_note USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX referral_note_pkey ON referral_note USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON referral_note FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON referral_note FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table register_import (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  mapping text not null,
  pack_version text not null,
  file_name text not null,
  file_hash bytea not null,
  imported_at timestamp with time zone not null,
  imported_by bigint,
  row_count integer not null,
  bad integer not null,
  unknown integer not null,
  written integer not null default 0,
  replaced integer not null default 0,
  unchanged integer not null default 0,
  kept integer not null default 0
);
-- register_import_file_hash_check CHECK ((octet_length(file_hash) = 32))
-- register_import_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- register_import_municipality_id_imported_by_fkey FOREIGN KEY (municipality_id, imported_by) REFERENCES staff(municipality_id, id)
-- register_import_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- register_import_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX register_import_municipality_id_imported_by_idx ON register_import USING btree (municipality_id, imported_by) WHERE (imported_by IS NOT NULL)
-- CREATE INDEX register_import_municipality_id_project_id_idx ON register_import USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX register_import_pkey ON register_import USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND access.takes_registers(project_id))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND access.takes_registers(project_id) AND (NOT (imported_by IS DISTINCT FROM CASE WHEN (access.who('kind'::text) = 'staff'::text) THEN access.me() ELSE NULL::bigint END)))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND access.takes_registers(project_id))
-- grant INSERT, SELECT

create table registration_month (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  month date not null,
  finished_at timestamp with time zone,
  finished_by bigint
);
-- registration_month_check CHECK (((finished_at IS NULL) = (finished_by IS NULL)))
-- registration_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- registration_month_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- registration_month_municipality_id_case_id_month_key UNIQUE (municipality_id, case_id, month)
-- registration_month_municipality_id_finished_by_fkey FOREIGN KEY (municipality_id, finished_by) REFERENCES staff(municipality_id, id)
-- registration_month_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- registration_month_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX registration_month_municipality_id_finished_by_idx ON registration_month USING btree (municipality_id, finished_by) WHERE (finished_by IS NOT NULL)
-- CREATE UNIQUE INDEX registration_month_municipality_id_case_id_month_key ON registration_month USING btree (municipality_id, case_id, month)
-- CREATE UNIQUE INDEX registration_month_pkey ON registration_month USING btree (municipality_id, id)
-- policy case_change for UPDATE using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy case_read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

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
-- policy operator for ALL using true with check true
-- policy person_read for SELECT using ((municipality_id = access.municipality()) AND (person_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])) AND (other_id = ANY (( SELECT access.ids('persons'::text) AS ids)::bigint[])))
-- grant SELECT
-- CREATE TRIGGER keep_fact AFTER UPDATE ON relation FOR EACH ROW EXECUTE FUNCTION access.keep_fact()

create table room_edit (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  key uuid not null,
  actor_kind text not null,
  actor_id bigint not null,
  done_at timestamp with time zone not null,
  result jsonb not null
);
-- room_edit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- room_edit_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- room_edit_municipality_id_meeting_id_key_key UNIQUE (municipality_id, meeting_id, key)
-- room_edit_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX room_edit_municipality_id_meeting_id_key_key ON room_edit USING btree (municipality_id, meeting_id, key)
-- CREATE UNIQUE INDEX room_edit_pkey ON room_edit USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy own_create for INSERT with check ((municipality_id = access.municipality()) AND (actor_kind = ( SELECT access.who('kind'::text) AS who)) AND (actor_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy own_read for SELECT using ((municipality_id = access.municipality()) AND (actor_kind = ( SELECT access.who('kind'::text) AS who)) AND (actor_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- grant INSERT, SELECT

create table room_note (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  point_id bigint,
  participant_id bigint,
  kind text not null,
  words text not null default ''::text,
  value integer,
  key uuid not null,
  taken_back_at timestamp with time zone,
  returned_in bigint,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- room_note_check CHECK (((words <> ''::text) OR (value IS NOT NULL)))
-- room_note_check1 CHECK (((kind = 'scale'::text) = (value IS NOT NULL)))
-- room_note_check2 CHECK (((returned_in IS NULL) OR (kind = 'reflection'::text)))
-- room_note_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- room_note_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- room_note_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- room_note_kind_check CHECK ((kind = ANY (ARRAY['voice'::text, 'works'::text, 'worries'::text, 'possible'::text, 'scale'::text, 'reflection'::text, 'decision'::text])))
-- room_note_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- room_note_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- room_note_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- room_note_municipality_id_meeting_id_key_key UNIQUE (municipality_id, meeting_id, key)
-- room_note_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- room_note_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- room_note_municipality_id_point_id_fkey FOREIGN KEY (municipality_id, point_id) REFERENCES meeting_point(municipality_id, id)
-- room_note_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES room_note(municipality_id, id)
-- room_note_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES room_note(municipality_id, id)
-- room_note_municipality_id_returned_in_fkey FOREIGN KEY (municipality_id, returned_in) REFERENCES meeting(municipality_id, id)
-- room_note_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- room_note_pkey PRIMARY KEY (municipality_id, id)
-- room_note_subjects_check CHECK ((cardinality(subjects) > 0))
-- room_note_value_check CHECK (((value >= 0) AND (value <= 10)))
-- room_note_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX room_note_municipality_id_case_id_idx ON room_note USING btree (municipality_id, case_id)
-- CREATE INDEX room_note_municipality_id_meeting_id_idx ON room_note USING btree (municipality_id, meeting_id)
-- CREATE INDEX room_note_municipality_id_on_behalf_of_person_idx ON room_note USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX room_note_municipality_id_participant_id_idx ON room_note USING btree (municipality_id, participant_id) WHERE (participant_id IS NOT NULL)
-- CREATE INDEX room_note_municipality_id_point_id_idx ON room_note USING btree (municipality_id, point_id) WHERE (point_id IS NOT NULL)
-- CREATE INDEX room_note_municipality_id_replaced_by_idx ON room_note USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX room_note_municipality_id_replaces_idx ON room_note USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX room_note_municipality_id_returned_in_idx ON room_note USING btree (municipality_id, returned_in) WHERE (returned_in IS NOT NULL)
-- CREATE INDEX room_note_municipality_id_shelf_id_idx ON room_note USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX room_note_municipality_id_meeting_id_key_key ON room_note USING btree (municipality_id, meeting_id, key)
-- CREATE UNIQUE INDEX room_note_pkey ON room_note USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON room_note FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON room_note FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER stir_room AFTER INSERT OR UPDATE ON room_note FOR EACH ROW EXECUTE FUNCTION access.stir_meeting('meeting_id')

create table room_presence (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  participant_id bigint not null,
  came_at timestamp with time zone not null,
  left_at timestamp with time zone,
  went_along_with bigint,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- room_presence_check CHECK ((left_at >= came_at))
-- room_presence_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- room_presence_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- room_presence_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- room_presence_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- room_presence_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- room_presence_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- room_presence_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- room_presence_municipality_id_participant_id_fkey FOREIGN KEY (municipality_id, participant_id) REFERENCES meeting_participant(municipality_id, id)
-- room_presence_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES room_presence(municipality_id, id)
-- room_presence_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES room_presence(municipality_id, id)
-- room_presence_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- room_presence_municipality_id_went_along_with_fkey FOREIGN KEY (municipality_id, went_along_with) REFERENCES person(municipality_id, id)
-- room_presence_pkey PRIMARY KEY (municipality_id, id)
-- room_presence_subjects_check CHECK ((cardinality(subjects) > 0))
-- room_presence_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX room_presence_municipality_id_case_id_idx ON room_presence USING btree (municipality_id, case_id)
-- CREATE INDEX room_presence_municipality_id_meeting_id_idx ON room_presence USING btree (municipality_id, meeting_id)
-- CREATE INDEX room_presence_municipality_id_on_behalf_of_person_idx ON room_presence USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX room_presence_municipality_id_participant_id_idx ON room_presence USING btree (municipality_id, participant_id)
-- CREATE INDEX room_presence_municipality_id_replaced_by_idx ON room_presence USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX room_presence_municipality_id_replaces_idx ON room_presence USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX room_presence_municipality_id_shelf_id_idx ON room_presence USING btree (municipality_id, shelf_id)
-- CREATE INDEX room_presence_municipality_id_went_along_with_idx ON room_presence USING btree (municipality_id, went_along_with) WHERE (went_along_with IS NOT NULL)
-- CREATE UNIQUE INDEX room_presence_once ON room_presence USING btree (municipality_id, participant_id) WHERE (left_at IS NULL)
-- CREATE UNIQUE INDEX room_presence_pkey ON room_presence USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON room_presence FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON room_presence FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER stir_room AFTER INSERT OR UPDATE ON room_presence FOR EACH ROW EXECUTE FUNCTION access.stir_meeting('meeting_id')

create table room_reader (
  municipality_id integer not null,
  id bigint not null identity,
  meeting_id bigint not null,
  screen text not null,
  actor_kind text not null,
  actor_id bigint not null,
  shelf_ids bigint[] not null,
  logged_at timestamp with time zone not null
);
-- room_reader_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- room_reader_municipality_id_meeting_id_fkey FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, id)
-- room_reader_municipality_id_meeting_id_screen_actor_kind_ac_key UNIQUE (municipality_id, meeting_id, screen, actor_kind, actor_id)
-- room_reader_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX room_reader_municipality_id_meeting_id_screen_actor_kind_ac_key ON room_reader USING btree (municipality_id, meeting_id, screen, actor_kind, actor_id)
-- CREATE UNIQUE INDEX room_reader_pkey ON room_reader USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy own_change for UPDATE using ((municipality_id = access.municipality()) AND (actor_kind = ( SELECT access.who('kind'::text) AS who)) AND (actor_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy own_create for INSERT with check ((municipality_id = access.municipality()) AND (actor_kind = ( SELECT access.who('kind'::text) AS who)) AND (actor_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- policy own_read for SELECT using ((municipality_id = access.municipality()) AND (actor_kind = ( SELECT access.who('kind'::text) AS who)) AND (actor_id = (( SELECT access.who('me'::text) AS who))::bigint))
-- grant INSERT, SELECT

create table schema_migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
-- schema_migration_pkey PRIMARY KEY (name)
-- CREATE UNIQUE INDEX schema_migration_pkey ON schema_migration USING btree (name)
-- grant SELECT

create table screening (
  municipality_id integer not null,
  id bigint not null identity,
  pack text not null,
  pack_version text not null,
  screened_on date not null,
  note text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- screening_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- screening_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- screening_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- screening_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- screening_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- screening_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- screening_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES screening(municipality_id, id)
-- screening_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES screening(municipality_id, id)
-- screening_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- screening_pkey PRIMARY KEY (municipality_id, id)
-- screening_subjects_check CHECK ((cardinality(subjects) > 0))
-- screening_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX screening_municipality_id_case_id_idx ON screening USING btree (municipality_id, case_id)
-- CREATE INDEX screening_municipality_id_on_behalf_of_person_idx ON screening USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX screening_municipality_id_replaced_by_idx ON screening USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX screening_municipality_id_replaces_idx ON screening USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX screening_municipality_id_shelf_id_idx ON screening USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX screening_pkey ON screening USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON screening FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON screening FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table screening_answer (
  municipality_id integer not null,
  id bigint not null identity,
  screening_id bigint not null,
  criterion text not null,
  answer text,
  evidence text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- screening_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
-- screening_answer_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- screening_answer_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- screening_answer_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- screening_answer_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- screening_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- screening_answer_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- screening_answer_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES screening_answer(municipality_id, id)
-- screening_answer_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES screening_answer(municipality_id, id)
-- screening_answer_municipality_id_screening_id_criterion_key UNIQUE (municipality_id, screening_id, criterion)
-- screening_answer_municipality_id_screening_id_fkey FOREIGN KEY (municipality_id, screening_id) REFERENCES screening(municipality_id, id)
-- screening_answer_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- screening_answer_pkey PRIMARY KEY (municipality_id, id)
-- screening_answer_subjects_check CHECK ((cardinality(subjects) > 0))
-- screening_answer_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX screening_answer_municipality_id_case_id_idx ON screening_answer USING btree (municipality_id, case_id)
-- CREATE INDEX screening_answer_municipality_id_on_behalf_of_person_idx ON screening_answer USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX screening_answer_municipality_id_replaced_by_idx ON screening_answer USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX screening_answer_municipality_id_replaces_idx ON screening_answer USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX screening_answer_municipality_id_shelf_id_idx ON screening_answer USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX screening_answer_municipality_id_screening_id_criterion_key ON screening_answer USING btree (municipality_id, screening_id, criterion)
-- CREATE UNIQUE INDEX screening_answer_pkey ON screening_answer USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON screening_answer FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON screening_answer FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table screening_round (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  district text not null,
  sector text not null,
  opened_on date not null,
  opened_by bigint not null,
  closed_on date,
  closed_by bigint
);
-- screening_round_check CHECK ((closed_on >= opened_on))
-- screening_round_check1 CHECK (((closed_on IS NULL) = (closed_by IS NULL)))
-- screening_round_municipality_id_closed_by_fkey FOREIGN KEY (municipality_id, closed_by) REFERENCES staff(municipality_id, id)
-- screening_round_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- screening_round_municipality_id_id_sector_key UNIQUE (municipality_id, id, sector)
-- screening_round_municipality_id_opened_by_fkey FOREIGN KEY (municipality_id, opened_by) REFERENCES staff(municipality_id, id)
-- screening_round_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- screening_round_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX screening_round_municipality_id_closed_by_idx ON screening_round USING btree (municipality_id, closed_by)
-- CREATE INDEX screening_round_municipality_id_opened_by_idx ON screening_round USING btree (municipality_id, opened_by)
-- CREATE INDEX screening_round_municipality_id_project_id_idx ON screening_round USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX one_open_round ON screening_round USING btree (municipality_id, project_id, district) WHERE (closed_on IS NULL)
-- CREATE UNIQUE INDEX screening_round_municipality_id_id_sector_key ON screening_round USING btree (municipality_id, id, sector)
-- CREATE UNIQUE INDEX screening_round_pkey ON screening_round USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- grant INSERT, SELECT

create table sector_plan (
  municipality_id integer not null,
  id bigint not null identity,
  kind text not null,
  title text not null default ''::text,
  law_area text not null,
  paragraph text not null,
  authority_department_id bigint,
  caseworker_staff_id bigint,
  caseworker_name text not null default ''::text,
  decided_on date,
  valid_from date,
  valid_until date,
  next_follow_up_on date,
  contents jsonb not null default '{}'::jsonb,
  rests_on_holistic boolean not null default false,
  not_needed_reason text not null default ''::text,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- sector_plan_check CHECK ((valid_from <= valid_until))
-- sector_plan_check1 CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- sector_plan_check2 CHECK (((not_needed_reason = ''::text) OR (NOT rests_on_holistic)))
-- sector_plan_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- sector_plan_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- sector_plan_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- sector_plan_kind_check CHECK ((kind <> ''::text))
-- sector_plan_municipality_id_authority_department_id_fkey FOREIGN KEY (municipality_id, authority_department_id) REFERENCES department(municipality_id, id)
-- sector_plan_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- sector_plan_municipality_id_caseworker_staff_id_fkey FOREIGN KEY (municipality_id, caseworker_staff_id) REFERENCES staff(municipality_id, id)
-- sector_plan_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- sector_plan_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES sector_plan(municipality_id, id)
-- sector_plan_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES sector_plan(municipality_id, id)
-- sector_plan_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- sector_plan_pkey PRIMARY KEY (municipality_id, id)
-- sector_plan_subjects_check CHECK ((cardinality(subjects) > 0))
-- sector_plan_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX sector_plan_municipality_id_authority_department_id_idx ON sector_plan USING btree (municipality_id, authority_department_id) WHERE (authority_department_id IS NOT NULL)
-- CREATE INDEX sector_plan_municipality_id_case_id_idx ON sector_plan USING btree (municipality_id, case_id)
-- CREATE INDEX sector_plan_municipality_id_caseworker_staff_id_idx ON sector_plan USING btree (municipality_id, caseworker_staff_id) WHERE (caseworker_staff_id IS NOT NULL)
-- CREATE INDEX sector_plan_municipality_id_on_behalf_of_person_idx ON sector_plan USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX sector_plan_municipality_id_replaced_by_idx ON sector_plan USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX sector_plan_municipality_id_replaces_idx ON sector_plan USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX sector_plan_municipality_id_shelf_id_idx ON sector_plan USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX sector_plan_pkey ON sector_plan USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON sector_plan FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON sector_plan FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table sector_plan_copy (
  municipality_id integer not null,
  id bigint not null identity,
  plan_id bigint not null,
  target text not null,
  copied_on date not null,
  hashes jsonb not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- sector_plan_copy_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- sector_plan_copy_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- sector_plan_copy_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- sector_plan_copy_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- sector_plan_copy_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- sector_plan_copy_municipality_id_plan_id_fkey FOREIGN KEY (municipality_id, plan_id) REFERENCES sector_plan(municipality_id, id)
-- sector_plan_copy_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES sector_plan_copy(municipality_id, id)
-- sector_plan_copy_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES sector_plan_copy(municipality_id, id)
-- sector_plan_copy_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- sector_plan_copy_pkey PRIMARY KEY (municipality_id, id)
-- sector_plan_copy_subjects_check CHECK ((cardinality(subjects) > 0))
-- sector_plan_copy_target_check CHECK ((target <> ''::text))
-- sector_plan_copy_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX sector_plan_copy_municipality_id_case_id_idx ON sector_plan_copy USING btree (municipality_id, case_id)
-- CREATE INDEX sector_plan_copy_municipality_id_on_behalf_of_person_idx ON sector_plan_copy USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX sector_plan_copy_municipality_id_plan_id_idx ON sector_plan_copy USING btree (municipality_id, plan_id)
-- CREATE INDEX sector_plan_copy_municipality_id_replaced_by_idx ON sector_plan_copy USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX sector_plan_copy_municipality_id_replaces_idx ON sector_plan_copy USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX sector_plan_copy_municipality_id_shelf_id_idx ON sector_plan_copy USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX sector_plan_copy_pkey ON sector_plan_copy USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON sector_plan_copy FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON sector_plan_copy FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table sector_plan_file (
  municipality_id integer not null,
  id bigint not null identity,
  plan_id bigint not null,
  name text not null,
  size integer not null,
  sha256 text not null,
  content bytea not null,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- sector_plan_file_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- sector_plan_file_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- sector_plan_file_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- sector_plan_file_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- sector_plan_file_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- sector_plan_file_municipality_id_plan_id_fkey FOREIGN KEY (municipality_id, plan_id) REFERENCES sector_plan(municipality_id, id)
-- sector_plan_file_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES sector_plan_file(municipality_id, id)
-- sector_plan_file_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES sector_plan_file(municipality_id, id)
-- sector_plan_file_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- sector_plan_file_name_check CHECK ((name <> ''::text))
-- sector_plan_file_pkey PRIMARY KEY (municipality_id, id)
-- sector_plan_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
-- sector_plan_file_size_check CHECK ((size > 0))
-- sector_plan_file_subjects_check CHECK ((cardinality(subjects) > 0))
-- sector_plan_file_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX sector_plan_file_municipality_id_case_id_idx ON sector_plan_file USING btree (municipality_id, case_id)
-- CREATE INDEX sector_plan_file_municipality_id_on_behalf_of_person_idx ON sector_plan_file USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX sector_plan_file_municipality_id_plan_id_idx ON sector_plan_file USING btree (municipality_id, plan_id)
-- CREATE INDEX sector_plan_file_municipality_id_replaced_by_idx ON sector_plan_file USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX sector_plan_file_municipality_id_replaces_idx ON sector_plan_file USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX sector_plan_file_municipality_id_shelf_id_idx ON sector_plan_file USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX sector_plan_file_pkey ON sector_plan_file USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON sector_plan_file FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON sector_plan_file FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table service (
  municipality_id integer not null,
  id bigint not null identity,
  department_id bigint not null,
  name text not null,
  what text not null default ''::text,
  how_to_reach text not null default ''::text,
  valid_from date not null,
  valid_until date
);
-- service_municipality_id_department_id_fkey FOREIGN KEY (municipality_id, department_id) REFERENCES department(municipality_id, id)
-- service_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX service_municipality_id_department_id_idx ON service USING btree (municipality_id, department_id)
-- CREATE UNIQUE INDEX service_pkey ON service USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT

create table shared_document_rule (
  municipality_id integer not null,
  id bigint not null identity,
  document text not null,
  with_sectors text[] not null,
  how text not null,
  kept_where text not null default ''::text,
  ended_on date,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- shared_document_rule_check CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- shared_document_rule_check1 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- shared_document_rule_check2 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- shared_document_rule_document_check CHECK ((document <> ''::text))
-- shared_document_rule_how_check CHECK ((how = ANY (ARRAY['in-helhed'::text, 'handed-over'::text, 'digital-post'::text, 'read-at-meeting'::text])))
-- shared_document_rule_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- shared_document_rule_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- shared_document_rule_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- shared_document_rule_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES shared_document_rule(municipality_id, id)
-- shared_document_rule_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES shared_document_rule(municipality_id, id)
-- shared_document_rule_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- shared_document_rule_pkey PRIMARY KEY (municipality_id, id)
-- shared_document_rule_subjects_check CHECK ((cardinality(subjects) > 0))
-- shared_document_rule_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX shared_document_rule_municipality_id_case_id_idx ON shared_document_rule USING btree (municipality_id, case_id)
-- CREATE INDEX shared_document_rule_municipality_id_on_behalf_of_person_idx ON shared_document_rule USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX shared_document_rule_municipality_id_replaced_by_idx ON shared_document_rule USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX shared_document_rule_municipality_id_replaces_idx ON shared_document_rule USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX shared_document_rule_municipality_id_shelf_id_idx ON shared_document_rule USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX shared_document_rule_pkey ON shared_document_rule USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON shared_document_rule FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON shared_document_rule FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table shelf (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  household_shared boolean not null,
  shielded_from bigint[] not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint
);
-- shelf_municipality_id_author_person_id_fkey FOREIGN KEY (municipality_id, author_person_id) REFERENCES person(municipality_id, id)
-- shelf_municipality_id_author_staff_id_fkey FOREIGN KEY (municipality_id, author_staff_id) REFERENCES staff(municipality_id, id)
-- shelf_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- shelf_municipality_id_case_id_sector_category_visibility_ho_key UNIQUE NULLS NOT DISTINCT (municipality_id, case_id, sector, category, visibility, household_shared, shielded_from, subjects, author_staff_id, author_person_id)
-- shelf_pkey PRIMARY KEY (municipality_id, id)
-- shelf_subjects_check CHECK ((cardinality(subjects) > 0))
-- shelf_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX shelf_municipality_id_author_person_id_idx ON shelf USING btree (municipality_id, author_person_id)
-- CREATE INDEX shelf_municipality_id_author_staff_id_idx ON shelf USING btree (municipality_id, author_staff_id)
-- CREATE UNIQUE INDEX shelf_municipality_id_case_id_sector_category_visibility_ho_key ON shelf USING btree (municipality_id, case_id, sector, category, visibility, household_shared, shielded_from, subjects, author_staff_id, author_person_id) NULLS NOT DISTINCT
-- CREATE UNIQUE INDEX shelf_pkey ON shelf USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

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
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) <> 'member'::text) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))
-- grant SELECT
-- CREATE TRIGGER stir_rooms AFTER INSERT OR UPDATE ON shield FOR EACH ROW EXECUTE FUNCTION access.stir_case()

create table shortlist_line (
  municipality_id integer not null,
  id bigint not null identity,
  round_id bigint not null,
  sector text not null,
  own_number text not null,
  answers jsonb not null default '{}'::jsonb,
  soft_grounds text[] not null default '{}'::text[],
  note text not null default ''::text,
  listed_on date not null,
  listed_by bigint not null,
  revision integer not null default 1
);
-- shortlist_line_municipality_id_id_sector_key UNIQUE (municipality_id, id, sector)
-- shortlist_line_municipality_id_listed_by_fkey FOREIGN KEY (municipality_id, listed_by) REFERENCES staff(municipality_id, id)
-- shortlist_line_municipality_id_round_id_own_number_key UNIQUE (municipality_id, round_id, own_number)
-- shortlist_line_municipality_id_round_id_sector_fkey FOREIGN KEY (municipality_id, round_id, sector) REFERENCES screening_round(municipality_id, id, sector)
-- shortlist_line_own_number_check CHECK ((own_number <> ''::text))
-- shortlist_line_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX shortlist_line_municipality_id_listed_by_idx ON shortlist_line USING btree (municipality_id, listed_by)
-- CREATE INDEX shortlist_line_municipality_id_round_id_sector_idx ON shortlist_line USING btree (municipality_id, round_id, sector)
-- CREATE UNIQUE INDEX shortlist_line_municipality_id_id_sector_key ON shortlist_line USING btree (municipality_id, id, sector)
-- CREATE UNIQUE INDEX shortlist_line_municipality_id_round_id_own_number_key ON shortlist_line USING btree (municipality_id, round_id, own_number)
-- CREATE UNIQUE INDEX shortlist_line_pkey ON shortlist_line USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (sector = ANY (( SELECT access.my_sectors() AS my_sectors)::text[])))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (sector = ANY (( SELECT access.my_sectors() AS my_sectors)::text[])) AND (listed_by = access.me()))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (sector = ANY (( SELECT access.my_sectors() AS my_sectors)::text[])))
-- grant INSERT, SELECT

create table shortlist_step (
  municipality_id integer not null,
  id bigint not null identity,
  line_id bigint not null,
  sector text not null,
  kind text not null,
  on_date date not null,
  reason text not null default ''::text,
  yes_form text,
  case_id bigint,
  by_staff bigint not null
);
-- shortlist_step_check CHECK (((kind = 'referred'::text) = (case_id IS NOT NULL)))
-- shortlist_step_check1 CHECK (((kind = 'yes'::text) = (yes_form IS NOT NULL)))
-- shortlist_step_kind_check CHECK ((kind = ANY (ARRAY['shortlisted'::text, 'left-out'::text, 'asked'::text, 'yes'::text, 'no'::text, 'referred'::text])))
-- shortlist_step_municipality_id_by_staff_fkey FOREIGN KEY (municipality_id, by_staff) REFERENCES staff(municipality_id, id)
-- shortlist_step_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- shortlist_step_municipality_id_line_id_sector_fkey FOREIGN KEY (municipality_id, line_id, sector) REFERENCES shortlist_line(municipality_id, id, sector)
-- shortlist_step_pkey PRIMARY KEY (municipality_id, id)
-- shortlist_step_yes_form_check CHECK ((yes_form = ANY (ARRAY['signed'::text, 'spoken'::text])))
-- CREATE INDEX shortlist_step_municipality_id_by_staff_idx ON shortlist_step USING btree (municipality_id, by_staff)
-- CREATE INDEX shortlist_step_municipality_id_line_id_sector_idx ON shortlist_step USING btree (municipality_id, line_id, sector)
-- CREATE UNIQUE INDEX shortlist_step_municipality_id_case_id_idx ON shortlist_step USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX shortlist_step_pkey ON shortlist_step USING btree (municipality_id, id)
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (sector = ANY (( SELECT access.my_sectors() AS my_sectors)::text[])) AND (by_staff = access.me()) AND (case_id IS NULL))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (sector = ANY (( SELECT access.my_sectors() AS my_sectors)::text[])))
-- grant INSERT, SELECT

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
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant SELECT

create table situation_note (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint,
  part text not null,
  aspect text,
  words text not null,
  labels text[] not null default '{}'::text[],
  levels jsonb not null default '{}'::jsonb,
  follow boolean not null default false,
  heard_by text not null default ''::text,
  heard_on date,
  quoted_authority text,
  quoted_on date,
  dropped_on date,
  dropped_reason text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_that_person CHECK (((person_id IS NULL) OR (person_id = ANY (subjects))))
-- health_is_health CHECK (((NOT (aspect IS DISTINCT FROM 'health'::text)) = (category = 'health'::text)))
-- situation_note_aspect_check CHECK ((aspect = ANY (ARRAY['social'::text, 'health'::text, 'work'::text])))
-- situation_note_check CHECK (((dropped_on IS NULL) = (dropped_reason IS NULL)))
-- situation_note_check1 CHECK (((heard_by = ''::text) OR (heard_on IS NOT NULL)))
-- situation_note_check2 CHECK (((quoted_authority IS NULL) = (quoted_on IS NULL)))
-- situation_note_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- situation_note_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- situation_note_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- situation_note_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- situation_note_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- situation_note_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- situation_note_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES situation_note(municipality_id, id)
-- situation_note_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES situation_note(municipality_id, id)
-- situation_note_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- situation_note_part_check CHECK ((part = ANY (ARRAY['strength'::text, 'wish'::text, 'need'::text, 'challenge'::text, 'works'::text, 'worry'::text, 'next'::text, 'house-good'::text, 'house-worries'::text, 'house-dreams'::text])))
-- situation_note_pkey PRIMARY KEY (municipality_id, id)
-- situation_note_subjects_check CHECK ((cardinality(subjects) > 0))
-- situation_note_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- situation_note_words_check CHECK ((words <> ''::text))
-- CREATE INDEX situation_note_municipality_id_case_id_idx ON situation_note USING btree (municipality_id, case_id)
-- CREATE INDEX situation_note_municipality_id_on_behalf_of_person_idx ON situation_note USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX situation_note_municipality_id_person_id_idx ON situation_note USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX situation_note_municipality_id_replaced_by_idx ON situation_note USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX situation_note_municipality_id_replaces_idx ON situation_note USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX situation_note_municipality_id_shelf_id_idx ON situation_note USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX situation_note_pkey ON situation_note USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON situation_note FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER quotation_stands BEFORE UPDATE ON situation_note FOR EACH ROW EXECUTE FUNCTION access.quotation_stands()
-- CREATE TRIGGER replaced AFTER INSERT ON situation_note FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table situation_scale (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  value integer not null,
  said_by_person bigint,
  said_by text not null default ''::text,
  said_on date not null,
  not_lower text not null default ''::text,
  one_up text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false,
  undone boolean not null default false
);
-- about_that_person CHECK ((person_id = ANY (subjects)))
-- situation_scale_check CHECK (((said_by_person IS NULL) = (said_by <> ''::text)))
-- situation_scale_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- situation_scale_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- situation_scale_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- situation_scale_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- situation_scale_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- situation_scale_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- situation_scale_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES situation_scale(municipality_id, id)
-- situation_scale_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES situation_scale(municipality_id, id)
-- situation_scale_municipality_id_said_by_person_fkey FOREIGN KEY (municipality_id, said_by_person) REFERENCES person(municipality_id, id)
-- situation_scale_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- situation_scale_pkey PRIMARY KEY (municipality_id, id)
-- situation_scale_subjects_check CHECK ((cardinality(subjects) > 0))
-- situation_scale_value_check CHECK (((value >= 0) AND (value <= 10)))
-- situation_scale_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX situation_scale_municipality_id_case_id_idx ON situation_scale USING btree (municipality_id, case_id)
-- CREATE INDEX situation_scale_municipality_id_on_behalf_of_person_idx ON situation_scale USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX situation_scale_municipality_id_person_id_idx ON situation_scale USING btree (municipality_id, person_id)
-- CREATE INDEX situation_scale_municipality_id_replaced_by_idx ON situation_scale USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX situation_scale_municipality_id_replaces_idx ON situation_scale USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX situation_scale_municipality_id_said_by_person_idx ON situation_scale USING btree (municipality_id, said_by_person) WHERE (said_by_person IS NOT NULL)
-- CREATE INDEX situation_scale_municipality_id_shelf_id_idx ON situation_scale USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX situation_scale_pkey ON situation_scale USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON situation_scale FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON situation_scale FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table situation_version_record (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  version_id bigint not null,
  table_name text not null,
  record_id bigint not null,
  revision integer not null,
  shelf_id bigint not null
);
-- situation_version_record_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- situation_version_record_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- situation_version_record_municipality_id_version_id_fkey FOREIGN KEY (municipality_id, version_id) REFERENCES plan_version(municipality_id, id)
-- situation_version_record_municipality_id_version_id_table_n_key UNIQUE (municipality_id, version_id, table_name, record_id)
-- situation_version_record_pkey PRIMARY KEY (municipality_id, id)
-- situation_version_record_table_name_check CHECK ((table_name = ANY (ARRAY['situation_note'::text, 'situation_scale'::text])))
-- CREATE INDEX situation_version_record_municipality_id_case_id_idx ON situation_version_record USING btree (municipality_id, case_id)
-- CREATE INDEX situation_version_record_municipality_id_shelf_id_idx ON situation_version_record USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX situation_version_record_municipality_id_version_id_table_n_key ON situation_version_record USING btree (municipality_id, version_id, table_name, record_id)
-- CREATE UNIQUE INDEX situation_version_record_pkey ON situation_version_record USING btree (municipality_id, id)
-- policy listed_create for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy listed_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table spell (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint not null,
  kind text not null,
  status text not null default ''::text,
  what text not null default ''::text,
  place text not null default ''::text,
  minutes_per_week integer,
  started_on date not null,
  ended_on date,
  end_reason text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false,
  end_code text not null default ''::text,
  source text not null default ''::text
);
-- spell_check CHECK ((ended_on >= started_on))
-- spell_check1 CHECK (((ended_on IS NOT NULL) OR (end_reason = ''::text)))
-- spell_check2 CHECK (((kind <> 'benefit'::text) OR (status <> ''::text)))
-- spell_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- spell_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- spell_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- spell_check6 CHECK (((ended_on IS NOT NULL) OR (end_code = ''::text)))
-- spell_is_about_its_person CHECK ((subjects = ARRAY[person_id]))
-- spell_kind_check CHECK ((kind = ANY (ARRAY['benefit'::text, 'work'::text, 'education'::text, 'school'::text, 'day-care'::text, 'leisure-job'::text, 'leisure-activity'::text, 'offer'::text])))
-- spell_minutes_per_week_check CHECK (((minutes_per_week >= 1) AND (minutes_per_week <= 10080)))
-- spell_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- spell_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- spell_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- spell_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES spell(municipality_id, id)
-- spell_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES spell(municipality_id, id)
-- spell_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- spell_pkey PRIMARY KEY (municipality_id, id)
-- spell_subjects_check CHECK ((cardinality(subjects) > 0))
-- spell_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX spell_municipality_id_case_id_idx ON spell USING btree (municipality_id, case_id)
-- CREATE INDEX spell_municipality_id_on_behalf_of_person_idx ON spell USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX spell_municipality_id_person_id_idx ON spell USING btree (municipality_id, person_id)
-- CREATE INDEX spell_municipality_id_replaced_by_idx ON spell USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX spell_municipality_id_replaces_idx ON spell USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX spell_municipality_id_shelf_id_idx ON spell USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX spell_pkey ON spell USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON spell FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON spell FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table spot_check (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  month date not null,
  drawn_at timestamp with time zone not null
);
-- spot_check_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
-- spot_check_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- spot_check_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- spot_check_municipality_id_project_id_month_key UNIQUE (municipality_id, project_id, month)
-- spot_check_pkey PRIMARY KEY (municipality_id, id)
-- CREATE UNIQUE INDEX spot_check_municipality_id_project_id_month_key ON spot_check USING btree (municipality_id, project_id, month)
-- CREATE UNIQUE INDEX spot_check_pkey ON spot_check USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

create table spot_check_item (
  municipality_id integer not null,
  id bigint not null identity,
  spot_check_id bigint not null,
  seq bigint not null,
  case_id bigint not null,
  staff_id bigint not null,
  day date not null,
  look_ups integer not null,
  events text[] not null,
  bases text[] not null,
  reason text not null,
  verdict text,
  note text not null default ''::text,
  reviewed_at timestamp with time zone,
  reviewed_by bigint
);
-- spot_check_item_check CHECK (((verdict IS NULL) = (reviewed_at IS NULL)))
-- spot_check_item_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- spot_check_item_municipality_id_reviewed_by_fkey FOREIGN KEY (municipality_id, reviewed_by) REFERENCES staff(municipality_id, id)
-- spot_check_item_municipality_id_spot_check_id_fkey FOREIGN KEY (municipality_id, spot_check_id) REFERENCES spot_check(municipality_id, id)
-- spot_check_item_municipality_id_spot_check_id_seq_key UNIQUE (municipality_id, spot_check_id, seq)
-- spot_check_item_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- spot_check_item_note_check CHECK ((length(note) <= 2000))
-- spot_check_item_pkey PRIMARY KEY (municipality_id, id)
-- spot_check_item_reason_check CHECK ((reason = ANY (ARRAY['random'::text, 'break-glass'::text, 'guarded'::text])))
-- spot_check_item_verdict_check CHECK ((verdict = ANY (ARRAY['in-order'::text, 'follow-up'::text])))
-- CREATE INDEX spot_check_item_municipality_id_case_id_idx ON spot_check_item USING btree (municipality_id, case_id)
-- CREATE INDEX spot_check_item_municipality_id_reviewed_by_idx ON spot_check_item USING btree (municipality_id, reviewed_by)
-- CREATE INDEX spot_check_item_municipality_id_staff_id_idx ON spot_check_item USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX spot_check_item_municipality_id_spot_check_id_seq_key ON spot_check_item USING btree (municipality_id, spot_check_id, seq)
-- CREATE UNIQUE INDEX spot_check_item_pkey ON spot_check_item USING btree (municipality_id, id)
-- policy operator for ALL using true with check true

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
  created_at timestamp with time zone not null default now(),
  reopened_at timestamp with time zone
);
-- staff_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- staff_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- staff_municipality_id_username_key UNIQUE (municipality_id, username)
-- staff_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX staff_municipality_id_person_id_idx ON staff USING btree (municipality_id, person_id)
-- CREATE UNIQUE INDEX staff_municipality_id_username_key ON staff USING btree (municipality_id, username)
-- CREATE UNIQUE INDEX staff_pkey ON staff USING btree (municipality_id, id)
-- CREATE UNIQUE INDEX staff_subject ON staff USING btree (municipality_id, subject) WHERE (subject IS NOT NULL)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('admin'::text) AS who) = 'true'::text))
-- grant INSERT, SELECT
-- CREATE TRIGGER closed_account AFTER UPDATE OF closed_at ON staff FOR EACH ROW WHEN ((new.closed_at IS NOT NULL)) EXECUTE FUNCTION access.end_sessions_of_closed()
-- CREATE TRIGGER reopened_account BEFORE UPDATE OF closed_at ON staff FOR EACH ROW WHEN (((old.closed_at IS NOT NULL) AND (new.closed_at IS NULL))) EXECUTE FUNCTION access.note_reopening()

create table staff_card (
  municipality_id integer not null,
  id bigint not null identity,
  staff_id bigint not null,
  hours text not null default ''::text,
  outside_hours text not null default ''::text,
  set_at timestamp with time zone not null,
  set_by bigint not null
);
-- staff_card_municipality_id_set_by_fkey FOREIGN KEY (municipality_id, set_by) REFERENCES staff(municipality_id, id)
-- staff_card_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- staff_card_municipality_id_staff_id_key UNIQUE (municipality_id, staff_id)
-- staff_card_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX staff_card_municipality_id_set_by_idx ON staff_card USING btree (municipality_id, set_by)
-- CREATE UNIQUE INDEX staff_card_municipality_id_staff_id_key ON staff_card USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX staff_card_pkey ON staff_card USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND ((staff_id = (( SELECT access.who('me'::text) AS who))::bigint) OR (( SELECT access.who('admin'::text) AS who) = 'true'::text)))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND ((staff_id = (( SELECT access.who('me'::text) AS who))::bigint) OR (( SELECT access.who('admin'::text) AS who) = 'true'::text)))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((( SELECT access.who('kind'::text) AS who) <> 'member'::text) OR (EXISTS ( SELECT FROM assignment a WHERE ((a.municipality_id = staff_card.municipality_id) AND (a.staff_id = staff_card.staff_id) AND (a.case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))))))
-- grant INSERT, SELECT

create table staff_photo (
  municipality_id integer not null,
  id bigint not null identity,
  staff_id bigint not null,
  mime text,
  bytes bytea,
  hash text,
  set_at timestamp with time zone not null,
  set_by bigint not null
);
-- staff_photo_bytes_check CHECK ((length(bytes) < 2000000))
-- staff_photo_check CHECK ((num_nulls(mime, bytes, hash) = ANY (ARRAY[0, 3])))
-- staff_photo_mime_check CHECK ((mime = ANY (ARRAY['image/png'::text, 'image/jpeg'::text])))
-- staff_photo_municipality_id_set_by_fkey FOREIGN KEY (municipality_id, set_by) REFERENCES staff(municipality_id, id)
-- staff_photo_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- staff_photo_municipality_id_staff_id_key UNIQUE (municipality_id, staff_id)
-- staff_photo_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX staff_photo_municipality_id_set_by_idx ON staff_photo USING btree (municipality_id, set_by)
-- CREATE UNIQUE INDEX staff_photo_municipality_id_staff_id_key ON staff_photo USING btree (municipality_id, staff_id)
-- CREATE UNIQUE INDEX staff_photo_pkey ON staff_photo USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND ((staff_id = (( SELECT access.who('me'::text) AS who))::bigint) OR (( SELECT access.who('admin'::text) AS who) = 'true'::text)))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text) AND ((staff_id = (( SELECT access.who('me'::text) AS who))::bigint) OR (( SELECT access.who('admin'::text) AS who) = 'true'::text)))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND ((( SELECT access.who('kind'::text) AS who) <> 'member'::text) OR (EXISTS ( SELECT FROM assignment a WHERE ((a.municipality_id = staff_photo.municipality_id) AND (a.staff_id = staff_photo.staff_id) AND (a.case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])))))))
-- grant INSERT, SELECT

create table staffing (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  function text not null,
  staff_id bigint,
  minutes_per_week integer,
  note text not null default ''::text,
  valid_from date not null,
  valid_until date
);
-- staffing_check CHECK ((valid_until >= valid_from))
-- staffing_minutes_per_week_check CHECK (((minutes_per_week >= 1) AND (minutes_per_week <= 10080)))
-- staffing_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- staffing_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- staffing_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- staffing_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX staffing_municipality_id_project_id_idx ON staffing USING btree (municipality_id, project_id)
-- CREATE INDEX staffing_municipality_id_staff_id_idx ON staffing USING btree (municipality_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE UNIQUE INDEX staffing_pkey ON staffing USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND ((( SELECT access.who('admin'::text) AS who) = 'true'::text) OR access.manages_project(project_id)))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND ((( SELECT access.who('admin'::text) AS who) = 'true'::text) OR access.manages_project(project_id)))
-- policy municipality for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) <> 'member'::text))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table standing_substitute (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  staff_id bigint not null,
  substitute_id bigint not null,
  valid_from date not null,
  valid_until date
);
-- one_substitute EXCLUDE USING gist (municipality_id WITH =, project_id WITH =, staff_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&)
-- standing_substitute_check CHECK ((staff_id <> substitute_id))
-- standing_substitute_check1 CHECK ((valid_until >= valid_from))
-- standing_substitute_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- standing_substitute_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- standing_substitute_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- standing_substitute_municipality_id_substitute_id_fkey FOREIGN KEY (municipality_id, substitute_id) REFERENCES staff(municipality_id, id)
-- standing_substitute_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX one_substitute ON standing_substitute USING gist (municipality_id, project_id, staff_id, daterange(valid_from, valid_until, '[]'::text))
-- CREATE INDEX standing_substitute_municipality_id_project_id_idx ON standing_substitute USING btree (municipality_id, project_id)
-- CREATE INDEX standing_substitute_municipality_id_staff_id_idx ON standing_substitute USING btree (municipality_id, staff_id)
-- CREATE INDEX standing_substitute_municipality_id_substitute_id_idx ON standing_substitute USING btree (municipality_id, substitute_id)
-- CREATE UNIQUE INDEX standing_substitute_pkey ON standing_substitute USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = access.municipality()) AND ((( SELECT access.who('admin'::text) AS who) = 'true'::text) OR access.manages_project(project_id)))
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND ((( SELECT access.who('admin'::text) AS who) = 'true'::text) OR access.manages_project(project_id)))
-- policy municipality for SELECT using ((municipality_id = access.municipality()) AND (( SELECT access.who('kind'::text) AS who) <> 'member'::text))
-- policy operator for ALL using true with check true
-- grant INSERT, SELECT

create table task (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint,
  for_role text,
  for_staff bigint,
  code text not null,
  due date,
  data jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  done_at timestamp with time zone,
  done_by bigint,
  later_on date
);
-- task_check CHECK (((for_role IS NULL) <> (for_staff IS NULL)))
-- task_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- task_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- task_municipality_id_for_staff_fkey FOREIGN KEY (municipality_id, for_staff) REFERENCES staff(municipality_id, id)
-- task_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX task_municipality_id_case_id_idx ON task USING btree (municipality_id, case_id)
-- CREATE INDEX task_municipality_id_for_role_idx ON task USING btree (municipality_id, for_role) WHERE (done_at IS NULL)
-- CREATE INDEX task_municipality_id_for_staff_idx ON task USING btree (municipality_id, for_staff) WHERE (done_at IS NULL)
-- CREATE UNIQUE INDEX task_pkey ON task USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy task_done for UPDATE using ((municipality_id = access.municipality()) AND (((for_staff = ( SELECT access.me() AS me)) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text)) OR ((case_id IS NULL) AND (for_role = ANY (( SELECT access.my_roles() AS my_roles)::text[]))) OR ((case_id IS NOT NULL) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND (((case_id || ':'::text) || for_role) = ANY (( SELECT access.my_case_roles() AS my_case_roles)::text[])))))
-- policy task_read for SELECT using ((municipality_id = access.municipality()) AND (((for_staff = ( SELECT access.me() AS me)) AND (( SELECT access.who('kind'::text) AS who) = 'staff'::text)) OR ((case_id IS NULL) AND (for_role = ANY (( SELECT access.my_roles() AS my_roles)::text[]))) OR ((case_id IS NOT NULL) AND (case_id = ANY (( SELECT access.ids('cases'::text) AS ids)::bigint[])) AND (((case_id || ':'::text) || for_role) = ANY (( SELECT access.my_case_roles() AS my_case_roles)::text[])))))
-- grant SELECT

create table thread_message (
  municipality_id integer not null,
  id bigint not null identity,
  person_id bigint,
  household_id bigint,
  words text not null,
  withdrawn_at timestamp with time zone,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- about_its_person CHECK (((person_id IS NULL) OR (person_id = ANY (subjects))))
-- never_rewritten CHECK ((replaces IS NULL))
-- of_the_coordination CHECK (((sector = 'coordination'::text) AND (category = 'thread'::text) AND (visibility = 'family'::text)))
-- thread_message_check CHECK ((num_nonnulls(person_id, household_id) = 1))
-- thread_message_check1 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- thread_message_check2 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- thread_message_check3 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- thread_message_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- thread_message_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
-- thread_message_municipality_id_household_id_fkey FOREIGN KEY (municipality_id, household_id) REFERENCES household(municipality_id, id)
-- thread_message_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- thread_message_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- thread_message_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES thread_message(municipality_id, id)
-- thread_message_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES thread_message(municipality_id, id)
-- thread_message_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- thread_message_pkey PRIMARY KEY (municipality_id, id)
-- thread_message_subjects_check CHECK ((cardinality(subjects) > 0))
-- thread_message_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- thread_message_words_check CHECK ((words <> ''::text))
-- CREATE INDEX thread_message_municipality_id_case_id_idx ON thread_message USING btree (municipality_id, case_id)
-- CREATE INDEX thread_message_municipality_id_household_id_idx ON thread_message USING btree (municipality_id, household_id) WHERE (household_id IS NOT NULL)
-- CREATE INDEX thread_message_municipality_id_on_behalf_of_person_idx ON thread_message USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX thread_message_municipality_id_person_id_idx ON thread_message USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX thread_message_municipality_id_replaced_by_idx ON thread_message USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX thread_message_municipality_id_replaces_idx ON thread_message USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX thread_message_municipality_id_shelf_id_idx ON thread_message USING btree (municipality_id, shelf_id)
-- CREATE UNIQUE INDEX thread_message_pkey ON thread_message USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER own_thread BEFORE INSERT ON thread_message FOR EACH ROW EXECUTE FUNCTION access.own_thread()
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON thread_message FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON thread_message FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()
-- CREATE TRIGGER taken_back_at_once BEFORE UPDATE ON thread_message FOR EACH ROW EXECUTE FUNCTION access.taken_back_at_once()

create table thread_receipt (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  message_id bigint not null,
  staff_id bigint,
  person_id bigint,
  seen_at timestamp with time zone not null
);
-- thread_receipt_check CHECK ((num_nonnulls(staff_id, person_id) = 1))
-- thread_receipt_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- thread_receipt_municipality_id_message_id_fkey FOREIGN KEY (municipality_id, message_id) REFERENCES thread_message(municipality_id, id)
-- thread_receipt_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
-- thread_receipt_municipality_id_staff_id_fkey FOREIGN KEY (municipality_id, staff_id) REFERENCES staff(municipality_id, id)
-- thread_receipt_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX thread_receipt_municipality_id_case_id_idx ON thread_receipt USING btree (municipality_id, case_id)
-- CREATE INDEX thread_receipt_municipality_id_message_id_idx ON thread_receipt USING btree (municipality_id, message_id)
-- CREATE INDEX thread_receipt_municipality_id_person_id_idx ON thread_receipt USING btree (municipality_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE INDEX thread_receipt_municipality_id_staff_id_idx ON thread_receipt USING btree (municipality_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE UNIQUE INDEX thread_receipt_municipality_id_message_id_person_id_idx ON thread_receipt USING btree (municipality_id, message_id, person_id) WHERE (person_id IS NOT NULL)
-- CREATE UNIQUE INDEX thread_receipt_municipality_id_message_id_staff_id_idx ON thread_receipt USING btree (municipality_id, message_id, staff_id) WHERE (staff_id IS NOT NULL)
-- CREATE UNIQUE INDEX thread_receipt_pkey ON thread_receipt USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy with_the_message for SELECT using ((municipality_id = access.municipality()) AND (EXISTS ( SELECT FROM thread_message x WHERE ((x.municipality_id = thread_receipt.municipality_id) AND (x.id = thread_receipt.message_id)))))
-- grant SELECT

create table thread_step (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  message_id bigint not null,
  kind text not null,
  to_staff_id bigint,
  to_name text not null default ''::text,
  by_staff_id bigint,
  on_date date not null,
  made_at timestamp with time zone not null
);
-- thread_step_check CHECK (((kind = 'handed-over'::text) = (to_name <> ''::text)))
-- thread_step_kind_check CHECK ((kind = ANY (ARRAY['passed'::text, 'no-answer'::text, 'handed-over'::text])))
-- thread_step_municipality_id_by_staff_id_fkey FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff(municipality_id, id)
-- thread_step_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- thread_step_municipality_id_message_id_fkey FOREIGN KEY (municipality_id, message_id) REFERENCES thread_message(municipality_id, id)
-- thread_step_municipality_id_message_id_kind_key UNIQUE (municipality_id, message_id, kind)
-- thread_step_municipality_id_to_staff_id_fkey FOREIGN KEY (municipality_id, to_staff_id) REFERENCES staff(municipality_id, id)
-- thread_step_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX thread_step_municipality_id_by_staff_id_idx ON thread_step USING btree (municipality_id, by_staff_id) WHERE (by_staff_id IS NOT NULL)
-- CREATE INDEX thread_step_municipality_id_case_id_idx ON thread_step USING btree (municipality_id, case_id)
-- CREATE INDEX thread_step_municipality_id_message_id_idx ON thread_step USING btree (municipality_id, message_id)
-- CREATE INDEX thread_step_municipality_id_to_staff_id_idx ON thread_step USING btree (municipality_id, to_staff_id) WHERE (to_staff_id IS NOT NULL)
-- CREATE UNIQUE INDEX thread_step_municipality_id_message_id_kind_key ON thread_step USING btree (municipality_id, message_id, kind)
-- CREATE UNIQUE INDEX thread_step_pkey ON thread_step USING btree (municipality_id, id)
-- policy operator for ALL using true with check true
-- policy with_the_message for SELECT using ((municipality_id = access.municipality()) AND (EXISTS ( SELECT FROM thread_message x WHERE ((x.municipality_id = thread_step.municipality_id) AND (x.id = thread_step.message_id)))))
-- grant SELECT

create table tie (
  municipality_id integer not null,
  id bigint not null identity,
  said_by bigint not null,
  said_on date not null,
  from_person bigint not null,
  to_person bigint,
  to_staff bigint,
  to_spell bigint,
  strength text,
  strained boolean not null default false,
  words text not null default ''::text,
  case_id bigint not null,
  sector text not null,
  category text not null,
  visibility text not null,
  shielded_from bigint[] not null default '{}'::bigint[],
  household_shared boolean not null,
  subjects bigint[] not null,
  author_staff_id bigint,
  author_person_id bigint,
  stated_by_name text,
  stated_by_sector text,
  stated_on date,
  stated_channel text,
  on_behalf_of_person bigint,
  on_behalf_channel text,
  on_behalf_on date,
  shelf_id bigint not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  replaces bigint,
  replaced_by bigint,
  late_marked boolean not null default false
);
-- tie_check CHECK ((num_nonnulls(to_person, to_staff, to_spell) = 1))
-- tie_check1 CHECK ((from_person <> to_person))
-- tie_check2 CHECK (((strength IS NOT NULL) OR (NOT strained)))
-- tie_check3 CHECK ((num_nulls(stated_by_name, stated_by_sector, stated_on, stated_channel) = ANY (ARRAY[0, 4])))
-- tie_check4 CHECK ((num_nulls(on_behalf_of_person, on_behalf_channel, on_behalf_on) = ANY (ARRAY[0, 3])))
-- tie_check5 CHECK (((on_behalf_of_person IS NULL) OR (visibility = 'family'::text)))
-- tie_is_about_who_said_it CHECK ((subjects = ARRAY[said_by]))
-- tie_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- tie_municipality_id_from_person_fkey FOREIGN KEY (municipality_id, from_person) REFERENCES person(municipality_id, id)
-- tie_municipality_id_on_behalf_of_person_fkey FOREIGN KEY (municipality_id, on_behalf_of_person) REFERENCES person(municipality_id, id)
-- tie_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES tie(municipality_id, id)
-- tie_municipality_id_replaces_fkey FOREIGN KEY (municipality_id, replaces) REFERENCES tie(municipality_id, id)
-- tie_municipality_id_said_by_fkey FOREIGN KEY (municipality_id, said_by) REFERENCES person(municipality_id, id)
-- tie_municipality_id_shelf_id_fkey FOREIGN KEY (municipality_id, shelf_id) REFERENCES shelf(municipality_id, id)
-- tie_municipality_id_to_person_fkey FOREIGN KEY (municipality_id, to_person) REFERENCES person(municipality_id, id)
-- tie_municipality_id_to_spell_fkey FOREIGN KEY (municipality_id, to_spell) REFERENCES spell(municipality_id, id)
-- tie_municipality_id_to_staff_fkey FOREIGN KEY (municipality_id, to_staff) REFERENCES staff(municipality_id, id)
-- tie_pkey PRIMARY KEY (municipality_id, id)
-- tie_strength_check CHECK ((strength = ANY (ARRAY['strong'::text, 'ordinary'::text, 'weak'::text])))
-- tie_subjects_check CHECK ((cardinality(subjects) > 0))
-- tie_visibility_check CHECK ((visibility = ANY (ARRAY['family'::text, 'staff'::text, 'private'::text])))
-- CREATE INDEX tie_municipality_id_case_id_idx ON tie USING btree (municipality_id, case_id)
-- CREATE INDEX tie_municipality_id_from_person_idx ON tie USING btree (municipality_id, from_person)
-- CREATE INDEX tie_municipality_id_on_behalf_of_person_idx ON tie USING btree (municipality_id, on_behalf_of_person) WHERE (on_behalf_of_person IS NOT NULL)
-- CREATE INDEX tie_municipality_id_replaced_by_idx ON tie USING btree (municipality_id, replaced_by) WHERE (replaced_by IS NOT NULL)
-- CREATE INDEX tie_municipality_id_replaces_idx ON tie USING btree (municipality_id, replaces) WHERE (replaces IS NOT NULL)
-- CREATE INDEX tie_municipality_id_said_by_idx ON tie USING btree (municipality_id, said_by)
-- CREATE INDEX tie_municipality_id_shelf_id_idx ON tie USING btree (municipality_id, shelf_id)
-- CREATE INDEX tie_municipality_id_to_person_idx ON tie USING btree (municipality_id, to_person) WHERE (to_person IS NOT NULL)
-- CREATE INDEX tie_municipality_id_to_spell_idx ON tie USING btree (municipality_id, to_spell) WHERE (to_spell IS NOT NULL)
-- CREATE INDEX tie_municipality_id_to_staff_idx ON tie USING btree (municipality_id, to_staff) WHERE (to_staff IS NOT NULL)
-- CREATE UNIQUE INDEX tie_pkey ON tie USING btree (municipality_id, id)
-- policy only_who_drew_it for ALL using CASE ( SELECT access.who('kind'::text) AS who) WHEN 'member'::text THEN (said_by = (( SELECT access.who('me'::text) AS who))::bigint) WHEN 'staff'::text THEN (case_id = ANY (( SELECT access.tie_cases() AS tie_cases)::bigint[])) ELSE false END with check CASE ( SELECT access.who('kind'::text) AS who) WHEN 'member'::text THEN (said_by = (( SELECT access.who('me'::text) AS who))::bigint) WHEN 'staff'::text THEN (case_id = ANY (( SELECT access.tie_cases() AS tie_cases)::bigint[])) ELSE false END
-- policy operator for ALL using true with check true
-- policy record_change for UPDATE using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('change'::text) AS ids)::bigint[])))
-- policy record_create for INSERT with check ((municipality_id = access.municipality()) AND access.may_create(case_id, sector, category, visibility, subjects, (replaces IS NOT NULL)))
-- policy record_read for SELECT using ((municipality_id = access.municipality()) AND (shelf_id = ANY (( SELECT access.ids('read'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
-- CREATE TRIGGER put_on_shelf BEFORE INSERT OR UPDATE ON tie FOR EACH ROW EXECUTE FUNCTION access.put_on_shelf()
-- CREATE TRIGGER replaced AFTER INSERT ON tie FOR EACH ROW WHEN ((new.replaces IS NOT NULL)) EXECUTE FUNCTION access.mark_replaced()

create table waiting_move (
  municipality_id integer not null,
  id bigint not null identity,
  case_id bigint not null,
  sort_key double precision not null,
  reason text not null,
  moved_on date not null,
  moved_by bigint not null
);
-- waiting_move_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- waiting_move_municipality_id_moved_by_fkey FOREIGN KEY (municipality_id, moved_by) REFERENCES staff(municipality_id, id)
-- waiting_move_pkey PRIMARY KEY (municipality_id, id)
-- waiting_move_reason_check CHECK ((reason <> ''::text))
-- CREATE INDEX waiting_move_municipality_id_case_id_idx ON waiting_move USING btree (municipality_id, case_id)
-- CREATE INDEX waiting_move_municipality_id_moved_by_idx ON waiting_move USING btree (municipality_id, moved_by)
-- CREATE UNIQUE INDEX waiting_move_pkey ON waiting_move USING btree (municipality_id, id)
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT

create table waiting_review (
  municipality_id integer not null,
  id bigint not null identity,
  project_id bigint not null,
  held_on date not null,
  held_by bigint not null
);
-- waiting_review_municipality_id_held_by_fkey FOREIGN KEY (municipality_id, held_by) REFERENCES staff(municipality_id, id)
-- waiting_review_municipality_id_project_id_fkey FOREIGN KEY (municipality_id, project_id) REFERENCES project(municipality_id, id)
-- waiting_review_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX waiting_review_municipality_id_held_by_idx ON waiting_review USING btree (municipality_id, held_by)
-- CREATE INDEX waiting_review_municipality_id_project_id_idx ON waiting_review USING btree (municipality_id, project_id)
-- CREATE UNIQUE INDEX waiting_review_pkey ON waiting_review USING btree (municipality_id, id)
-- policy change for UPDATE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy make for INSERT with check ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- policy municipality for SELECT using (municipality_id = (( SELECT access.who('m'::text) AS who))::integer)
-- policy operator for ALL using true with check true
-- policy remove for DELETE using ((municipality_id = (( SELECT access.who('m'::text) AS who))::integer) AND (( SELECT access.who('kind'::text) AS who) = ANY (ARRAY['staff'::text, 'job'::text])))
-- grant INSERT, SELECT

create table waiting_review_line (
  municipality_id integer not null,
  id bigint not null identity,
  review_id bigint not null,
  case_id bigint not null,
  outcome text not null,
  note text not null default ''::text
);
-- waiting_review_line_municipality_id_case_id_fkey FOREIGN KEY (municipality_id, case_id) REFERENCES family_case(municipality_id, id)
-- waiting_review_line_municipality_id_review_id_case_id_key UNIQUE (municipality_id, review_id, case_id)
-- waiting_review_line_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES waiting_review(municipality_id, id)
-- waiting_review_line_outcome_check CHECK ((outcome = ANY (ARRAY['stays'::text, 'first'::text, 'off'::text])))
-- waiting_review_line_pkey PRIMARY KEY (municipality_id, id)
-- CREATE INDEX waiting_review_line_municipality_id_case_id_idx ON waiting_review_line USING btree (municipality_id, case_id)
-- CREATE UNIQUE INDEX waiting_review_line_municipality_id_review_id_case_id_key ON waiting_review_line USING btree (municipality_id, review_id, case_id)
-- CREATE UNIQUE INDEX waiting_review_line_pkey ON waiting_review_line USING btree (municipality_id, id)
-- policy make for INSERT with check ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])) AND (case_id = ANY (( SELECT access.ids('cases_write'::text) AS ids)::bigint[])))
-- policy operator for ALL using true with check true
-- policy read for SELECT using ((municipality_id = access.municipality()) AND (case_id = ANY (( SELECT access.ids('ledger'::text) AS ids)::bigint[])))
-- grant INSERT, SELECT
