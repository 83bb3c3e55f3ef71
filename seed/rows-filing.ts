import type pg from 'pg'
import { addDays } from '#app/platform/time/plain-date.ts'
import { insertRow } from './database.ts'
import type { Place } from './place.ts'

/* "Til sagen": of what caseworkers may read of the demo's families something is filed, something waits, and the rest lies outside. */

type Readable = { kind: string; id: string; case_id: string; shelf_id: string; revision: number; staff_id: string; sector: string; coordinator: string }
const SENT = [
  { ago: 9, theme: 'meeting-minutes', receipt: { ago: 7, system: 'Fagsystemet', number: '2026-0417-3' } },
  { ago: 2, theme: 'meeting-minutes', receipt: null },
  { ago: 10, theme: 'plan-and-follow-up', receipt: null },
]

/** Only what that caseworker's own sector reads today, by the database's own word. Inside the transaction of the seed, as the owner. */
export async function writeFilings(client: pg.Client, place: Place, today: string): Promise<void> {
  const m = place.municipalityId
  const { rows } = await client.query<Readable>(
    `with record as (
      select 'minutes' as kind, n.id, n.case_id, n.shelf_id, n.revision, access.day(n.created_at) as day from minutes n where n.municipality_id = $1 and n.replaced_by is null
        and exists (select from minutes_version v where v.municipality_id = $1 and v.minutes_id = n.id)
      union all select 'entry', e.id, e.case_id, e.shelf_id, e.revision, e.on_date from logbook_entry e where e.municipality_id = $1 and e.replaced_by is null and e.withdrawn_at is null
      union all select 'answer', a.id, a.case_id, a.shelf_id, a.revision, a.answered_on from inquiry_answer a where a.municipality_id = $1 and a.replaced_by is null)
    select distinct on (r.case_id, r.kind) r.kind, r.id, r.case_id, r.shelf_id, r.revision, a.staff_id, a.sector, k.staff_id as coordinator
    from record r join shelf s on s.municipality_id = $1 and s.id = r.shelf_id
      join assignment a on a.municipality_id = $1 and a.case_id = r.case_id and a.sector in ('employment', 'family-department', 'education', 'health') and access.within($2::date, a.valid_from, a.valid_until)
      join assignment k on k.municipality_id = $1 and k.case_id = r.case_id and k.role = 'coordinator' and access.within($2::date, k.valid_from, k.valid_until)
    where exists (select from access.staff_basis($1, a.staff_id, access.now(), array(select w from access.ways($1, a.staff_id, access.now(), r.case_id) w where w.how = 'assignment' and w.sector = a.sector), array[s]) b
      where b.basis in ('own-sector', 'consent', 'legal-basis'))
    and (select c.name from family_case c where c.municipality_id = $1 and c.id = r.case_id) <> 'Sørensen'
    order by r.case_id, r.kind, r.day desc, a.sector limit 20`,
    [m, today],
  )
  for (const [i, one] of SENT.entries()) {
    const r = rows[i]
    if (!r) return
    const sent_at = `${addDays(today, -one.ago)}T11:20:00Z`
    const due = addDays(today, 7 - one.ago)
    const filing_id = await insertRow(client, 'filing', { municipality_id: m, case_id: r.case_id, kind: r.kind, record_id: r.id, revision: r.revision, shelf_id: r.shelf_id, sector: r.sector, staff_id: r.staff_id,
      theme: one.theme, sent_by: r.coordinator, sent_at, due })
    if (one.receipt) {
      const { ago, ...said } = one.receipt
      await insertRow(client, 'filing_receipt', { municipality_id: m, filing_id, ...said, filed_on: addDays(today, -ago), written_by: r.staff_id, written_at: `${addDays(today, -ago)}T09:05:00Z` })
    } else await insertRow(client, 'task', { municipality_id: m, case_id: r.case_id, for_staff: r.staff_id, code: 'file-record', due, data: { filing: filing_id }, created_at: sent_at })
  }
}
