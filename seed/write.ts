import type pg from 'pg'
import { inventedCpr, type Sex } from '#app/platform/cpr/cpr.ts'
import { countingIds, type Ids, insertRows, type Row, reserveIds } from './database.ts'
import type { Place } from './place.ts'
import { agreedRows } from './rows-agreed.ts'
import { agreementRows } from './rows-agreements.ts'
import { clockRows } from './rows-clock.ts'
import { consentRows } from './rows-consent.ts'
import { type CprSource, intakeRows, peopleRows, teamRows } from './rows-people.ts'
import { logbookRows } from './rows-logbook.ts'
import { invitationRows } from './rows-invitations.ts'
import { meetingRows } from './rows-meetings.ts'
import { insertMinutesPoints, minutesRows } from './rows-minutes.ts'
import { roomRows } from './rows-meeting-room.ts'
import { networkRows } from './rows-network.ts'
import { inquiryRows } from './rows-inquiries.ts'
import { instrumentRows } from './rows-instruments.ts'
import { planRows } from './rows-plan.ts'
import { progressionRows } from './rows-progression.ts'
import { attendanceRows } from './rows-attendance.ts'
import { ratingRows } from './rows-ratings.ts'
import { insertRemembered, situationRows } from './rows-situation.ts'
import { sectorPlanRows } from './rows-sector.ts'
import { threadRows } from './rows-threads.ts'
import { bornOn, dayAgo, type LaterChange, type Making, noRows, TABLES, type Written } from './rows.ts'
import type { Story } from './story.ts'

/** The numbers of one municipality's invented people: counts each birthday, so that no number comes twice. */
export function cprCounter(): CprSource {
  const used = new Map<string, number>()
  return (born: string, sex: Sex) => {
    const key = `${born} ${sex}`
    const n = used.get(key) ?? 0
    used.set(key, n + 1)
    return inventedCpr(born, sex, n)
  }
}
const noCpr: CprSource = () => null

/** A story as rows. Pure but for the numbers it takes from `ids` and the encryption of CPR numbers. */
export function rowsOf(place: Place, story: Story, number: string, ids: Ids, cpr: CprSource, today: string): Written {
  const keys = Object.keys(story.people)
  const w: Making = {
    place,
    story,
    ids,
    today,
    number,
    caseId: ids.next('family_case'),
    people: Object.fromEntries(keys.map((key) => [key, ids.next('person')])),
    households: story.households.map(() => ids.next('household')),
    rows: noRows(),
    later: [],
    born: Object.fromEntries(
      Object.entries(story.people).map(([key, p]) => [key, p.age === undefined ? null : bornOn(today, p.age, p.days)]),
    ),
  }
  w.rows.family_case.push({
    municipality_id: place.municipalityId,
    id: w.caseId,
    project_id: place.projectId,
    number,
    name: story.name,
    guarded: story.guarded ?? false,
    created_at: dayAgo(w, story.referred.ago),
  })
  peopleRows(w, cpr)
  teamRows(w)
  consentRows(w)
  intakeRows(w)
  planRows(w)
  sectorPlanRows(w)
  inquiryRows(w)
  logbookRows(w)
  threadRows(w)
  situationRows(w)
  networkRows(w)
  agreedRows(w)
  roomRows(w)
  meetingRows(w)
  invitationRows(w)
  clockRows(w)
  agreementRows(w)
  minutesRows(w)
  progressionRows(w)
  attendanceRows(w)
  ratingRows(w)
  instrumentRows(w)
  const looks = (story.looks ?? []).map((look, i) => ({
    caseId: w.caseId,
    at: `${dayAgo(w, look.ago)}T${look.time ?? hour(i)}:00Z`,
    event: look.event,
    kind: look.member ? ('member' as const) : ('staff' as const),
    actor: look.member ? w.people[look.who]! : place.staff[look.who]!.id,
  }))
  return { rows: w.rows, later: w.later, caseId: w.caseId, people: w.people, looks }
}

/** Some hour of the working day. */
const hour = (i: number): string => `${String(7 + ((i * 3) % 9)).padStart(2, '0')}:${String((i * 17) % 60).padStart(2, '0')}`

/** Writes stories of one place; several hundred at a time are one statement per table. Inside a transaction of the owner. */
export async function writeStories(
  client: pg.ClientBase,
  place: Place,
  stories: readonly { story: Story; number: string }[],
  cpr: CprSource,
  today: string,
): Promise<Written[]> {
  const counting = countingIds()
  for (const { story, number } of stories) rowsOf(place, story, number, counting, noCpr, today)
  const ids = await reserveIds(client, counting.needed)
  const written = stories.map(({ story, number }) => rowsOf(place, story, number, ids, cpr, today))
  for (const table of TABLES) {
    const rows = written.flatMap((one) => one.rows[table])
    if (rows.length > 0) await (table === 'plan_version_record' ? insertListed(client, rows) : table === 'situation_version_record' ? insertRemembered(client, rows) : table === 'minutes_version_point' ? insertMinutesPoints(client, rows) : insertRows(client, table, rows))
  }
  for (const later of written.flatMap((one) => one.later)) await changeLater(client, place.municipalityId, later)
  return written
}

/** A version lists a record with the shelf it lies on, which the database chose. */
async function insertListed(client: pg.ClientBase, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into plan_version_record (municipality_id, case_id, version_id, table_name, record_id, revision, shelf_id)
    select p.municipality_id, p.case_id, p.version_id, p.table_name, p.record_id, p.revision,
        coalesce(h.shelf_id, g.shelf_id, a.shelf_id, t.shelf_id)
      from jsonb_populate_recordset(null::plan_version_record, $1) p
      left join hope h on p.table_name = 'hope' and h.municipality_id = p.municipality_id and h.id = p.record_id
      left join goal g on p.table_name = 'goal' and g.municipality_id = p.municipality_id and g.id = p.record_id
      left join activity a on p.table_name = 'activity' and a.municipality_id = p.municipality_id and a.id = p.record_id
      left join plan_terms t on p.table_name = 'plan_terms' and t.municipality_id = p.municipality_id and t.id = p.record_id`,
    [JSON.stringify(rows)],
  )
}

/** As if it had been changed on that day by that member of staff: the history keeps the text before. */
async function changeLater(client: pg.ClientBase, municipalityId: number, { table, id, at, by, caseId, set }: LaterChange): Promise<void> {
  const names = Object.keys(set)
  await client.query("select access.enter_as('staff', $1, $2, $3, $4)", [municipalityId, by, at, caseId])
  await client.query(
    `update ${table} set (${names.join(', ')}) = row(${names.map((_, i) => `$${i + 3}`).join(', ')}) where municipality_id = $1 and id = $2`,
    [municipalityId, id, ...Object.values(set)],
  )
  await client.query("select set_config('app.who', '', true)")
}
