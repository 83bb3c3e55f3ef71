import type pg from 'pg'
import { fillLetter } from '#app/catalogue/letters.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { insertRow, insertRows, type Row } from './database.ts'
import type { Place } from './place.ts'

/* Families that have left, within the time in which they keep their pages, and one whose exit is planned. */

type Left = { family: string; ago: number; who: string; words: string; call: string; goesOn?: [activity: string, name: string]; login?: [username: string, da: string, en: string] }
type Planned = { family: string; in_: number; reason: string; words: string; steps: [in_: number, what: string][]; offers: [in_: number, what: string, who: string, contact: string, ready: 'ready' | 'not-ready' | null, words: string][] }

const LEFT: Record<string, Left[]> = {
  hedensted: [
    { family: 'Vestmark', ago: 21, who: 'Maria', words: 'Nu kan vi selv. Men det er rart at vide, hvem jeg kan ringe til.', call: 'sagsbehandler-jobcenter', goesOn: ['Jobbet i bageriet', 'Bageriet i Juelsminde'],
      login: ['mor-bagefter', 'Har været med. Forløbet er slut, men hun kan stadig læse sine sider', 'Has been with us. It has ended, but she can still read her pages'] },
  ],
  thisted: [{ family: 'Riber', ago: 28, who: 'Anette', words: 'Tak for hjælpen. Vi klarer os.', call: 'koordinator' }],
}
const PLANNED: Record<string, Planned[]> = {
  hedensted: [
    {
      family: 'Olesen', in_: 70, reason: 'goals-reached', words: 'Ruth vil gerne slutte roligt. Vi mødes sjældnere, og hun ringer selv til aflastningsfamilien.',
      steps: [[14, 'Anna ringer hver anden uge i stedet for hver uge'], [42, 'Det sidste opfølgningsmøde']],
      offers: [[63, 'Aflastning hver anden weekend fortsætter', 'Familieafdelingen', 'Ulla Bro', 'ready', 'Ulla har sagt ja, og Bodil og Frede ved det'], [70, 'En voksenven til Jeppe', 'Ungdomsskolen', 'Skriv til klubben', null, '']],
    },
  ],
}

/** What leaving looks like: after the stories are written. Inside the transaction of the owner. */
export async function writeExits(client: pg.Client, place: Place, today: string): Promise<void> {
  for (const one of LEFT[place.code] ?? []) await leave(client, place, today, one)
  for (const one of PLANNED[place.code] ?? []) await plan(client, place, today, one)
}

type Case = { id: number; people: { id: number; name: string; last: string }[] }
async function find(client: pg.Client, place: Place, family: string): Promise<Case | null> {
  const { rows } = await client.query<{ id: string; person: string; name: string; last: string }>(
    `select c.id, p.id as person, p.first_name as name, p.last_name as last from family_case c join case_person x on x.municipality_id = c.municipality_id and x.case_id = c.id and x.role = 'family'
      join person p on p.municipality_id = c.municipality_id and p.id = x.person_id where c.municipality_id = $1 and c.name = $2 order by p.born`, [place.municipalityId, family])
  return rows[0] ? { id: Number(rows[0].id), people: rows.map((r) => ({ id: Number(r.person), name: r.name, last: r.last })) } : null
}
const key = (place: Place, who: string): number => {
  const found = place.staff[who]
  if (!found) throw new Error(`${place.name}: nobody called '${who}' works there`)
  return found.id
}

/** Closes the family as its coordinator did that day, through the same function as the page. */
async function leave(client: pg.Client, place: Place, today: string, one: Left): Promise<void> {
  const c = await find(client, place, one.family)
  const mother = c?.people.find((p) => p.name === one.who)
  if (!c || !mother) return
  const [m, day, by] = [place.municipalityId, addDays(today, -one.ago), key(place, 'koordinator')]
  await client.query('delete from closure where municipality_id = $1 and case_id = $2', [m, c.id])
  const base: Row = { municipality_id: m, case_id: c.id, sector: 'coordination', category: 'intake', visibility: 'family', author_staff_id: by, created_at: `${day}T12:00:00Z` }
  await insertRow(client, 'exit_statement', { ...base, subjects: [mother.id], person_id: mother.id, left_on: day, words: one.words })
  const pagesUntil = addMonths(day, 12)
  await insertRow(client, 'intake_letter', { ...base, ...letter(place, today, one, day, pagesUntil, mother), subjects: [mother.id], template: 'family-leaves', locale: 'da', written_on: day })
  const { rows } = await client.query<{ kind: string; ref: string; label: string }>(
    `select o.kind, o.ref, coalesce(a.what, '') as label from access.open_ends($1, $2, $3) o left join activity a on o.kind = 'activity' and a.municipality_id = $1 and a.id = o.ref`, [m, c.id, day])
  const items = rows.map((r) => {
    const on = one.goesOn && r.label === one.goesOn[0]
    const due = addDays(day, 28)
    if (r.kind === 'sector-plan') return { kind: r.kind, ref: Number(r.ref), outcome: 'task', staff: key(place, one.call), name: '', due }
    return { kind: r.kind, ref: Number(r.ref), outcome: on ? 'handed-over' : 'ends', staff: null, name: on ? one.goesOn![1] : '', due: null }
  })
  await client.query("select access.enter_as('staff', $1, $2, $3, $4)", [m, by, `${day}T12:00:00Z`, c.id])
  await client.query('select access.close_family($1, $2)', [c.id, JSON.stringify({ reason: 'goals-reached', leftOn: day, portalUntil: pagesUntil, lateUntil: addDays(day, 60), why: 'Forløbet er afsluttet', items, duties: [] })])
  await client.query("select set_config('app.who', '', true), set_config('app.municipality', '', true)")
  if (one.login)
    await insertRows(client, 'demo_login', [{ municipality_id: m, username: one.login[0], kind: 'member', person_id: mother.id, sort: 30, description_da: one.login[1], description_en: one.login[2] }])
}

function letter(place: Place, today: string, one: Left, day: string, pagesUntil: string, to: { name: string; last: string }): { title: string; body: string } {
  const template = itemAt(place.pack.letterTemplates, 'family-leaves', today)
  if (!template) throw new Error(`${place.name}: no letter for leaving`)
  const filled = fillLetter(template, {
    name: `${to.name} ${to.last}`,
    municipality: `${place.name} Kommune`,
    project: 'projektet',
    leftOn: formatDate('da', day),
    ends: '– Møderne med koordinatoren\n– Samtykkerne. Ingen deler længere oplysninger om jer på grund af forløbet hos os.',
    goesOn: one.goesOn ? `– ${one.goesOn[0]}: ${one.goesOn[1]}` : 'Ikke noget hos os. I kan altid ringe.',
    callAfter: `– ${place.staff[one.call]?.name ?? ''}`,
    pagesUntil: formatDate('da', pagesUntil),
    contactName: place.staff['koordinator']?.name ?? '',
    contactPhone: 'kommunens hovednummer',
  }, 'da')
  return { title: filled.subject, body: filled.body }
}

async function plan(client: pg.Client, place: Place, today: string, one: Planned): Promise<void> {
  const c = await find(client, place, one.family)
  if (!c) return
  const m = place.municipalityId
  const base: Row = { municipality_id: m, case_id: c.id, sector: 'coordination', category: 'plan', visibility: 'family', subjects: c.people.map((p) => p.id), author_staff_id: key(place, 'koordinator'), created_at: `${addDays(today, -9)}T10:00:00Z` }
  const plan_id = await insertRow(client, 'planned_exit', { ...base, expected_on: addDays(today, one.in_), reason: one.reason, words: one.words })
  for (const [in_, what] of one.steps) await insertRow(client, 'exit_step', { ...base, plan_id, kind: 'step', on_date: addDays(today, in_), what, who: '', contact: '' })
  for (const [in_, what, who, contact, ready, words] of one.offers)
    await insertRow(client, 'exit_step', { ...base, plan_id, kind: 'offer', on_date: addDays(today, in_), what, who, contact, ready, ready_words: words, checked_on: ready ? addDays(today, -2) : null })
}
