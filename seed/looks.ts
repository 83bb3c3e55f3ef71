import type pg from 'pg'
import type { Look } from './rows.ts'

// What append_audit_as does, with a day in the past; only the owner can, and only while no later row stands in the chain.
const PAST = `
create or replace function pg_temp.past_look(m int, kind text, actor bigint, ev text, cid bigint, at timestamptz) returns void
language plpgsql as $$
declare
  head public.audit_head; r public.audit_log; shelves bigint[]; people bigint[]; based text[]; shown public.shelf[];
begin
  -- what the page had on it that day: the plan's records, or what was told at the intake
  shown := array(select s from public.shelf s where s.municipality_id = m and s.case_id = cid and (
    ev like 'intake.%' and s.category = 'intake' and s.visibility = 'family'
    or ev like 'plan.%' and s.id in (
      select shelf_id from public.hope where municipality_id = m and case_id = cid and created_at <= at
      union select shelf_id from public.goal where municipality_id = m and case_id = cid and created_at <= at
      union select shelf_id from public.activity where municipality_id = m and case_id = cid and created_at <= at)));
  if kind = 'staff' then
    select array_agg(b.shelf_id), array_agg(distinct b.basis) into shelves, based
      from access.staff_basis(m, actor, at, array(select w from access.ways(m, actor, at, cid) w), shown) b;
  else
    select array_agg(b.shelf_id), array_agg(distinct b.basis) into shelves, based
      from access.member_basis(m, access.kin(m, actor, at), at, shown) b;
  end if;
  if shelves is null then return; end if;
  people := array(select distinct p from public.shelf s, unnest(s.subjects) p
    where s.municipality_id = m and s.id = any (shelves) order by 1);
  insert into public.audit_head values (m, 0, sha256(convert_to('helhed audit chain ' || m, 'UTF8'))) on conflict do nothing;
  select * into head from public.audit_head h where h.municipality_id = m for update;
  r := row(m, head.seq + 1, at, kind, actor, ev, 'done', cid, people, shelves, based, '{}', null, null, head.hash,
    ''::bytea)::public.audit_log;
  r.hash := access.audit_hash(r);
  insert into public.audit_log select r.*;
  update public.audit_head h set seq = r.seq, hash = r.hash where h.municipality_id = m;
end $$`

/** Look-ups of the past, oldest first, in the municipality's chain: what the family sees under "Hvem har set vores oplysninger". */
export async function writeLooks(client: pg.ClientBase, municipalityId: number, looks: readonly Look[]): Promise<void> {
  await client.query(PAST)
  for (const look of looks.toSorted((a, b) => a.at.localeCompare(b.at))) {
    await client.query('select pg_temp.past_look($1, $2, $3, $4, $5, $6)', [
      municipalityId,
      look.kind,
      look.actor,
      look.event,
      look.caseId,
      look.at,
    ])
  }
}
