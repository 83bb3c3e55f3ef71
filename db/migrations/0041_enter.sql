-- The third wall, what members of the family read, and entering: the rule answered once per shelf, sealed into lists that the policies test.

-- ---- wall 3: on what basis a member of staff reads shelves, and which they may change. Shelves not returned do not exist for them. ----
-- The shelves are an argument, so that "who could read this?" is answered by the same words as "what may I read?".
create function access.staff_basis(m int, actor bigint, at timestamptz, ways access.way[],
  shelves shelf[]) returns table (shelf_id bigint, basis text, change boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_nestloop = off set jit = off as $$
declare
  protects boolean := access.holds_role(m, actor, 'child-protection', access.day(at));
  intake_categories constant text[] := '{identity,contact,intake,assessment}';
  reasoned constant text[] := '{logbook,thread}';
  late_categories constant text[] := '{meetings,logbook}';
begin return query
  with way as materialized (select * from unnest(ways)),
  lying as materialized (select * from unnest(shelves) s where (s.visibility <> 'private' or s.author_staff_id = actor)
    and (s.category <> 'concern' or protects)),
  subject as materialized (select s.id, s.case_id, s.sector, s.category, x as person_id, cardinality(s.subjects) as many
    from lying s, unnest(s.subjects) x),
  given as materialized (select * from access.cover(m, array(select distinct w.case_id from way w
    where w.how in ('assignment', 'intake')), at)),
  agreed as materialized (   -- 3b: every subject, through one and the same to-sector
    select q.id, q.to_sector, case when bool_or(q.legal) then 'legal-basis' else 'consent' end as basis from (
      select x.id, w.sector as to_sector, x.many, x.person_id, bool_and(g.legal) as legal
      from subject x join way w on w.case_id = x.case_id and w.how = 'assignment' and w.sector <> x.sector
        join given g on g.case_id = x.case_id and g.subject_id = x.person_id and g.purpose = 'coordination' and g.from_sector = x.sector
          and g.category = x.category and w.sector = any (g.to_sectors)
      group by x.id, w.sector, x.many, x.person_id) q
    group by q.id, q.to_sector, q.many having count(*) = q.many),
  agreed_intake as materialized (   -- 3b in 2b: the team acts for coordination
    select x.id from subject x join way w on w.case_id = x.case_id and w.how = 'intake'
      join given g on g.case_id = x.case_id and g.subject_id = x.person_id and g.purpose = 'intake' and not g.legal
        and (x.sector = 'coordination' and g.whole or x.sector <> 'coordination' and g.from_sector = x.sector and g.category = x.category
          and 'coordination' = any (g.to_sectors))
    group by x.id, x.many having count(distinct x.person_id) = x.many),
  judged as (
    select s.id, case w.how
        when 'assignment' then case
          when s.sector = w.sector or s.author_staff_id = actor and s.category <> 'childtalk' then 'own-sector'
          else a.basis end
        when 'intake' then case when s.category = any (intake_categories) and (s.author_staff_id = actor or s.id in (select x.id
          from agreed_intake x)) then 'intake' end
        when 'project' then case when s.sector = 'coordination' and s.category <> all (reasoned || '{childtalk}') then 'project' end
        when 'reasoned' then case when s.sector = 'coordination' and s.category = w.role then 'project' end
        when 'break-glass' then case when s.category <> 'childtalk' then 'break-glass' end
        when 'economist' then case when s.category = 'costs' then 'economist' end
        when 'referral' then case when s.category = 'intake' and s.author_staff_id = actor then 'referral' end
      end as basis,
      w.changes and case w.how
        when 'assignment' then (s.sector = w.sector or s.author_staff_id = actor and s.category <> 'childtalk') and (not w.closed
          or w.late and s.category = any (late_categories))
        when 'intake' then s.sector = 'coordination' and not w.closed
        when 'project' then not w.closed or w.late and s.category = any (late_categories)
        when 'referral' then not w.closed
        else false end as change
    from lying s join way w on w.case_id = s.case_id left join agreed a on a.id = s.id and a.to_sector = w.sector and w.how = 'assignment')
  select j.id, (array_agg(j.basis order by array_position('{own-sector,consent,legal-basis,intake,project,break-glass,economist,referral}', j.basis)))[1], bool_or(j.change)
  from judged j where j.basis is not null group by j.id;
end $$;

-- ---- the family ----
-- Everything that decides what a member may read, as lists of people.
create type access.kin as (me bigint, children bigint[], young bigint[], mates bigint[], cases bigint[], nearby bigint[],
  shielded bigint[], addresses bigint[]);

-- children: under 18 in my custody; young: those of them below the age at which health is their own; mates: people in my household today,
-- me among
-- them; cases: mine or my children's; nearby: cases with any of these people; shielded: people whose records a shield in force keeps from
-- me;
-- addresses: people whose address a protection keeps from me.
create function access.kin(m int, me bigint, at timestamptz) returns access.kin language plpgsql stable set plan_cache_mode =
  force_generic_plan as $$
declare
  d date := access.day(at); k access.kin; health int := access.law_age(m, 'health-alone', 15, d); others bigint[]; guarded bigint[];
begin
  k.me := me;
  select coalesce(array_agg(p.id), '{}'), coalesce(array_agg(p.id) filter (where not access.has_age(p.born, health, d)),
    '{}') into k.children, k.young
    from custody c join person p on p.municipality_id = m and p.id = c.child_id
    where c.municipality_id = m and c.holder_id = me and access.within(d, c.valid_from, c.valid_until)
      and not access.has_age(p.born, 18, d);
  k.mates := array(select l.mate_id from access.living_with(m, array[me], d) l union select me);
  k.cases := array(select distinct p.case_id from case_person p where p.municipality_id = m and p.person_id = any (k.children || me));
  k.nearby := array(select distinct p.case_id from case_person p where p.municipality_id = m and p.person_id = any (k.children || k.mates));
  others := array(select case when s.person_a = me then s.person_b else s.person_a end from shield s
    where s.municipality_id = m and me in (s.person_a, s.person_b)
    and access.within(d, s.valid_from, s.valid_until) and (s.lifted_at is null or at < s.lifted_at));
  k.shielded := case when others = '{}' then others else array(select unnest(others) union
    select l.mate_id from access.living_with(m, others, d) l join person p on p.municipality_id = m and p.id = l.mate_id
      where not access.has_age(p.born, 18, d)) end;
  guarded := array(select a.person_id from address_protection a where a.municipality_id = m
    and access.within(d, a.valid_from, a.valid_until) and a.person_id <> all (k.mates));
  k.addresses := case when guarded = '{}' then guarded else array(select unnest(guarded) union select l.mate_id
    from access.living_with(m, guarded, d) l) end;
  return k;
end $$;

create function access.member_basis(m int, k access.kin, at timestamptz, shelves shelf[]) returns table (shelf_id bigint, basis text,
  change boolean) language plpgsql stable
set plan_cache_mode = force_generic_plan as $$
begin return query
  with judged as materialized (
    select s.id, s.case_id, s.author_person_id is not distinct from k.me as mine, case
      when s.category = 'concern' then null
      when s.visibility = 'private' then case when s.author_person_id = k.me and s.case_id = any (k.cases) then 'self' end
      when s.visibility <> 'family' or k.me = any (s.shielded_from) then null
      when s.category = any ('{contact,meetings,education,health,logbook,thread,documents}') and s.subjects && k.shielded then null
      when s.category = 'contact' and s.subjects && k.addresses then null
      when s.subjects <@ array[k.me] then 'self'
      when s.category = 'childtalk' then null
      when s.subjects <@ (k.me || case when s.category = 'health' then k.young else k.children end) then 'custody'
      when s.household_shared and s.subjects <@ (k.mates || case when s.category = 'health' then k.young else k.children end)
        then 'household-shared'
      end as basis
    from unnest(shelves) s)
  select j.id, j.basis, j.mine and j.basis in ('self', 'custody') and not exists (
    select from closure c where c.municipality_id = m and c.case_id = j.case_id and access.during(at, c.closed_at, c.reopened_at))
  from judged j where j.basis is not null;
end $$;

-- ---- entering ----
create function access.seal_ids(name text, ids bigint[]) returns void language plpgsql as $$
begin
  if coalesce(cardinality(ids), 0) = 0 then perform set_config('app.' || name, '', true); else perform access.seal(name, ids::text); end if;
end $$;

create function access.enter_as(kind text, m int, me bigint, at timestamptz, focus bigint default null) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare name text;
begin
  perform set_config('app.municipality', m::text, true);
  perform access.seal('who', jsonb_build_object('kind', kind, 'm', m, 'me', me, 'at', at, 'day', access.day(at), 'focus', focus,
    'admin', kind = 'job' or kind = 'staff' and exists (select from post p where p.municipality_id = m and p.staff_id = me
      and p.role = 'administrator'
      and access.within(access.day(at), p.valid_from, p.valid_until)))::text);
  foreach name in array '{read,change,cases,cases_write,homes,households,persons,ledger,speak,speak_cases,consents,bases,team,team_write,consent_write,create}'::text[] loop
    perform set_config('app.' || name, '', true);
  end loop;
  case kind
    when 'staff' then perform access.enter_staff(m, me, at, focus);
    when 'member' then perform access.enter_member(m, me, at, focus);
    when 'job' then perform access.enter_job(m, focus);
    else null;   -- national: figures only, by policies of their own
  end case;
end $$;

create function access.enter_staff(m int, me bigint, at timestamptz,
  focus bigint) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  d date := access.day(at);
  ways access.way[] := array(select w from access.ways(m, me, at, focus) w);
  seen bigint[]; writing bigint[]; ledger bigint[]; readable bigint[]; changeable bigint[]; persons bigint[]; cases_full bigint[];
    home_only bigint[];
  creating jsonb; team_any bigint[]; team bigint[]; register bigint[]; consents bigint[]; bases bigint[]; inside bigint[]; outside bigint[];
begin
  if cardinality(ways) = 0 then return; end if;
  select array_agg(distinct w.case_id) filter (where w.how not in ('economist', 'reasoned')),
    array_agg(distinct w.case_id) filter (where w.how in ('assignment', 'intake', 'project') and not w.closed),
    array_agg(distinct w.case_id) filter (where w.how in ('intake', 'project', 'break-glass') or w.how = 'assignment'
      and w.sector = 'coordination'),
    array_agg(distinct w.case_id) filter (where w.how in ('intake', 'project', 'break-glass', 'referral') or w.how = 'assignment'
      and w.sector = 'coordination'),
    array_agg(distinct w.case_id) filter (where w.how = 'assignment'),
    array_agg(distinct w.case_id) filter (where w.how = 'project' or w.how = 'assignment' and w.role = 'coordinator'),
    array_agg(distinct w.case_id) filter (where not w.closed and (w.how = 'project' or w.how = 'assignment' and w.role = 'coordinator')),
    array_agg(distinct w.case_id) filter (where not w.closed and (w.how = 'intake' or w.how = 'assignment' and w.sector = 'coordination')),
    array_agg(distinct w.case_id) filter (where w.how in ('assignment', 'intake', 'break-glass')),
    array_agg(distinct w.case_id) filter (where w.how not in ('assignment', 'intake', 'break-glass'))
  into seen, writing, ledger, cases_full, home_only, team_any, team, register, inside, outside from unnest(ways) w;

  select array_agg(b.shelf_id), array_agg(b.shelf_id) filter (where b.change) into readable, changeable
  from access.staff_basis(m, me, at, ways, array(select s from shelf s where s.municipality_id = m and (s.case_id = any (inside)
    -- who reaches a case by the project alone needs no other shelves: a hundred families are entered three times as fast
    or s.case_id = any (outside) and (s.sector = 'coordination' or s.category in ('costs', 'intake'))))) b;

  -- 3c: names of the household for every assignment; everybody the case knows for those who work with the whole of it
  with known as (
    select p.case_id, p.person_id from case_person p where p.municipality_id = m and p.case_id = any (cases_full)
    union
    select x.case_id, x.person_id from household_member x join household h on h.municipality_id = m and h.id = x.household_id
      and access.within(d, h.valid_from, h.valid_until)
    where x.municipality_id = m and x.case_id = any (home_only) and access.within(d, x.valid_from, x.valid_until))
  select array_agg(distinct person_id) into persons from known;

  select array_agg(distinct c.id) into consents from unnest(ways) w join consent c on c.municipality_id = m and c.case_id = w.case_id
    and w.sector = any (c.from_sectors || c.to_sectors)
    where w.how = 'assignment' and not w.case_id = any (coalesce(ledger, '{}'));
  select array_agg(distinct l.id) into bases from unnest(ways) w join legal_basis l on l.municipality_id = m and l.case_id = w.case_id
    and w.sector = any (l.from_sectors || l.to_sectors)
    where w.how = 'assignment' and not w.case_id = any (coalesce(ledger, '{}'));

  select jsonb_object_agg(x.case_id, x.list) into creating from (
    select w.case_id, jsonb_agg(jsonb_build_object('how', w.how, 'sector', w.sector, 'closed', w.closed, 'late', w.late)) as list
    from unnest(ways) w where w.creates group by w.case_id) x;
  if creating is not null and access.holds_role(m, me, 'child-protection', d) then creating := creating || '{"concern":true}'; end if;

  perform access.seal_ids('read', readable), access.seal_ids('change', changeable), access.seal_ids('cases', seen),
    access.seal_ids('cases_write', writing),
    access.seal_ids('homes', seen), access.seal_ids('persons', persons), access.seal_ids('ledger', ledger), access.seal_ids('team',
      team_any),
    access.seal_ids('consents', consents), access.seal_ids('bases', bases), access.seal_ids('team_write', team),
      access.seal_ids('consent_write', register);
  if creating is not null then perform access.seal('create', creating::text); end if;
end $$;

create function access.enter_member(m int, me bigint, at timestamptz,
  focus bigint) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  d date := access.day(at); k access.kin := access.kin(m, me,
    at); readable bigint[]; changeable bigint[]; seen bigint[]; closed bigint[]; near bigint[];
begin
  seen := case when focus is null then k.cases else array(select x from unnest(k.cases) x where x = focus) end;
  near := case when focus is null then k.nearby else array(select x from unnest(k.nearby) x where x = focus) end;
  select array_agg(b.shelf_id), array_agg(b.shelf_id) filter (where b.change) into readable, changeable
  from access.member_basis(m, k, at, array(select s from shelf s where s.municipality_id = m and s.case_id = any (near))) b;
  closed := array(select c.case_id from closure c where c.municipality_id = m and c.case_id = any (seen)
    and access.during(at, c.closed_at, c.reopened_at));
  perform access.seal_ids('read', readable), access.seal_ids('change', changeable), access.seal_ids('cases', seen),
    access.seal_ids('speak', me || k.children),
    access.seal_ids('speak_cases', array(select x from unnest(seen) x where x <> all (closed))),
    access.seal_ids('persons', case when focus is null then k.children || k.mates else array(select me union select p.person_id
      from case_person p
      where p.municipality_id = m and p.case_id = focus and p.person_id = any (k.children || k.mates)) end),
    access.seal_ids('households', array(select x.household_id from household_member x
      join household h on h.municipality_id = m and h.id = x.household_id
      where x.municipality_id = m and x.person_id = me and access.within(d, x.valid_from, x.valid_until)
        and access.within(d, h.valid_from, h.valid_until) and (focus is null or x.case_id = focus))),
    access.seal_ids('consents', array(select g.consent_id from consent_signer g
      join consent c on c.municipality_id = m and c.id = g.consent_id
      where g.municipality_id = m and g.signer_id = me and (focus is null or c.case_id = focus)));
  if cardinality(seen) > 0 then
    perform access.seal('create', jsonb_build_object('cases', to_jsonb(seen), 'closed', to_jsonb(closed), 'speak',
      to_jsonb(me || k.children), 'health', to_jsonb(me || k.young))::text);
  end if;
end $$;

-- A job reads the facts of its municipality (or of one case): who is who, assignments, consents. No record.
create function access.enter_job(m int, focus bigint) returns void language plpgsql as $$
declare
  cases bigint[] := array(select c.id from family_case c where c.municipality_id = m and (focus is null or c.id = focus));
begin
  perform access.seal_ids('cases', cases), access.seal_ids('homes', cases), access.seal_ids('ledger', cases),
    access.seal_ids('persons', case when focus is null then array(select p.id from person p where p.municipality_id = m)
      else array(select distinct p.person_id from case_person p where p.municipality_id = m and p.case_id = focus) end);
end $$;

-- The only way in: a token that nobody can guess, and the database's own time. First statement of every transaction; with a case given,
-- everything else is invisible in it. @raise 28000 when there is no such session any more
create function access.enter(token text, case_id bigint default null)
returns table (kind text, municipality_id int, actor_id bigint, name text, at timestamptz,
  day date) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare s access.session; t timestamptz := access.now();
begin
  select * into s from access.session x where x.token_hash = sha256(convert_to(token, 'UTF8')) and x.expires_at > t
    and (x.idle_until is null or x.idle_until > t);
  if not found then raise exception 'no session' using errcode = '28000'; end if;
  perform access.enter_as(s.kind, s.municipality_id, s.actor_id, t, enter.case_id);
  return query select s.kind, s.municipality_id, s.actor_id, case s.kind
      when 'staff' then (select f.name from staff f where f.municipality_id = s.municipality_id and f.id = s.actor_id)
      when 'member' then (select p.first_name || ' ' || p.last_name from person p
        where p.municipality_id = s.municipality_id and p.id = s.actor_id)
      else s.kind end, t, access.day(t);
end $$;

-- After a change of facts in this transaction (a new case, person, assignment): the same actor at the same instant sees the new state.
create function access.refresh() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who');
begin
  if who is null then raise exception 'no session' using errcode = '28000'; end if;
  perform access.enter_as(who ->> 'kind', (who ->> 'm')::int, (who ->> 'me')::bigint, (who ->> 'at')::timestamptz,
    (who ->> 'focus')::bigint);
end $$;
