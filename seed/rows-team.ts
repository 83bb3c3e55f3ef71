import { createHash } from 'node:crypto'
import type pg from 'pg'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { insertRow, type Row } from './database.ts'
import { facePicture, type Looks } from './face-picture.ts'
import type { Place } from './place.ts'

/* The team around the families of the demo: faces, hours, substitutes, staffing, earlier coordinators, a handover under way, purposes. */

type Card = [key: string, hours: string, outside: string, looks?: Looks]
const CARDS: Card[] = [
  [
    'koordinator',
    'Hverdage kl. 8-15.30, tirsdag til kl. 18',
    'Læg en besked eller send en SMS, så ringer jeg næste hverdag.',
    { skin: [238, 201, 174], hair: [120, 78, 46], shirt: [74, 112, 139], wall: [226, 233, 236], long: true },
  ],
  [
    'koordinator2',
    'Mandag til torsdag kl. 9-16',
    'Send en SMS, så svarer jeg dagen efter.',
    { skin: [224, 184, 152], hair: [60, 52, 48], shirt: [94, 116, 88], wall: [233, 230, 222], beard: true },
  ],
  ['afloeser', 'Hverdage kl. 8-15', ''],
  [
    'laerer',
    'Bedst efter kl. 14',
    'Skriv i Aula.',
    { skin: [242, 210, 186], hair: [196, 150, 84], shirt: [150, 92, 104], wall: [236, 230, 233], long: true },
  ],
  ['sagsbehandler-jobcenter', 'Hverdage kl. 9-12', 'Jobcentrets telefon er åben til kl. 15.'],
  ['sundhedsplejerske', 'Hverdage kl. 8-9', 'Åben konsultation tirsdag kl. 13-15.'],
]

export async function writeTeam(client: pg.Client, place: Place, today: string): Promise<void> {
  const m = { municipality_id: place.municipalityId }
  const set = { set_at: `${addDays(today, -60)}T09:00:00Z` }
  const staff = (key: string) => place.staff[key]?.id
  for (const [key, hours, outside, looks] of CARDS) {
    const id = staff(key)
    if (!id) continue
    await insertRow(client, 'staff_card', { ...m, staff_id: id, hours, outside_hours: outside, ...set, set_by: id })
    if (!looks) continue
    const bytes = facePicture(looks)
    const hash = createHash('sha256').update(bytes).digest('hex')
    await insertRow(client, 'staff_photo', { ...m, staff_id: id, mime: 'image/png', bytes, hash, ...set, set_by: id })
  }
  await standing(client, place, today)
  await staffing(client, place, today)
  await reach(client, place, today)
  await (place.code === 'hedensted' ? hedensted(client, place, today) : thisted(client, place, today))
}

/** A project with one coordinator to a family names who steps in. */
async function standing(client: pg.Client, place: Place, today: string): Promise<void> {
  if (place.code !== 'hedensted') return
  for (const [staff, substitute] of [
    ['koordinator', 'afloeser'],
    ['koordinator2', 'afloeser'],
  ] as const)
    await insertRow(client, 'standing_substitute', {
      municipality_id: place.municipalityId,
      project_id: place.projectId,
      staff_id: place.staff[staff]?.id,
      substitute_id: place.staff[substitute]?.id,
      valid_from: addMonths(today, -10),
    })
}

type Post = { function: string; staff?: string; hours?: number; note?: string; months: number; until?: number }
/** Thisted as its audit tells it (004:24-40, 004:953-957): what is not told stays open. */
const STAFFING: Record<string, Post[]> = {
  thisted: [
    { function: 'project-manager-function', staff: 'projektleder', months: 18 },
    { function: 'social-consultant', staff: 'koordinator', months: 18 },
    { function: 'social-consultant', staff: 'koordinator2', months: 15, note: 'Fulgte efter en, der rejste' },
    { function: 'social-consultant', staff: 'afloeser', months: 12 },
    { function: 'administrative', months: 18 },
    { function: 'health-consultant', hours: 15, months: 18, until: 7, note: 'Ikke længere fast i projektet' },
    { function: 'budget-function', hours: 7, months: 9, note: 'Før efter behov, nu fast' },
  ],
  hedensted: [
    { function: 'project-manager-function', staff: 'projektleder', hours: 37, months: 18 },
    { function: 'social-consultant', staff: 'koordinator', hours: 37, months: 18 },
    { function: 'social-consultant', staff: 'koordinator2', hours: 30, months: 18, until: 6 },
    { function: 'social-consultant', staff: 'koordinator2', hours: 37, months: 6 },
    { function: 'social-consultant', staff: 'afloeser', hours: 15, months: 10 },
    { function: 'caseworker-time', staff: 'sagsbehandler-jobcenter', hours: 7.5, months: 14, note: 'Afsat i jobcentret' },
    { function: 'administrative', hours: 10, months: 16 },
  ],
}
async function staffing(client: pg.Client, place: Place, today: string): Promise<void> {
  for (const one of STAFFING[place.code] ?? [])
    await insertRow(client, 'staffing', {
      municipality_id: place.municipalityId,
      project_id: place.projectId,
      function: one.function,
      staff_id: one.staff ? place.staff[one.staff]?.id : null,
      minutes_per_week: one.hours === undefined ? null : one.hours * 60,
      note: one.note ?? '',
      valid_from: addMonths(today, -one.months),
      valid_until: one.until === undefined ? null : addDays(addMonths(today, -one.until), -1),
    })
}

/** Whom the project manager calls, and her post's second unit with its own manager (000:439-441). */
async function reach(client: pg.Client, place: Place, today: string): Promise<void> {
  const m = { municipality_id: place.municipalityId }
  const unitOf = async (staff: string) =>
    (
      await client.query<{ id: string; post: string }>('select department_id as id, id as post from post where municipality_id = $1 and staff_id = $2 limit 1', [
        place.municipalityId,
        place.staff[staff]?.id,
      ])
    ).rows[0]
  for (const key of ['sagsbehandler-jobcenter', 'sagsbehandler-familie', 'sundhedsplejerske', 'laerer']) {
    const unit = place.staff[key] && (await unitOf(key))
    if (unit)
      await insertRow(client, 'project_reach', {
        ...m,
        project_id: place.projectId,
        department_id: Number(unit.id),
        contact_id: place.staff[key]?.id,
        valid_from: addMonths(today, -17),
      })
  }
  await client.query("update project_role set full_time = true where municipality_id = $1 and role = 'project-manager'", [place.municipalityId])
  const [post, work, school] = [await unitOf('projektleder'), await unitOf('sagsbehandler-jobcenter'), await unitOf('laerer')]
  for (const [unit, manager] of [
    [work, 'sagsbehandler-familie'],
    [school, null],
  ] as const)
    if (post && unit)
      await insertRow(client, 'post_unit', {
        ...m,
        post_id: Number(post.post),
        department_id: Number(unit.id),
        manager_id: manager ? place.staff[manager]?.id : null,
        valid_from: addMonths(today, -18),
      })
}

type Case = { id: number; people: { id: number; name: string; role: string }[] }
async function caseOf(client: pg.Client, place: Place, name: string): Promise<Case | null> {
  const { rows } = await client.query<{ id: string }>('select id from family_case where municipality_id = $1 and name = $2', [
    place.municipalityId,
    name,
  ])
  if (!rows[0]) return null
  const people = await client.query<{ id: string; name: string; role: string }>(
    `select p.id, p.first_name as name, c.role from case_person c join person p on p.municipality_id = c.municipality_id and p.id = c.person_id
     where c.municipality_id = $1 and c.case_id = $2 order by p.id`,
    [place.municipalityId, rows[0].id],
  )
  return { id: Number(rows[0].id), people: people.rows.map((one) => ({ ...one, id: Number(one.id) })) }
}

async function hedensted(client: pg.Client, place: Place, today: string): Promise<void> {
  await purpose(client, place, today, 'Sørensen', [
    [190, 'At nogen ved, hvem der gør hvad', 'Mette skal ikke ringe rundt selv', ['Mette']],
    [
      60,
      'At skolen, jobcentret og sundhedsplejen ved det samme, så Mette ikke skal fortælle det tre gange. Og at nogen holder fast i aftalerne, når en uge går skævt.',
      'Der er én at ringe til. Møderne ligger på samme dag, og Ida og Oliver ved, hvem der kommer.',
      ['Mette', 'Emil'],
    ],
  ])
  await purpose(client, place, today, 'Gade', [[120, 'At nogen samler papirerne', 'Én plan i stedet for fire', ['Susanne']]])
  await earlierCoordinators(client, place, today, 'Olesen', [
    ['afloeser', 120],
    ['koordinator2', 90],
  ])
  await earlierCoordinators(client, place, today, 'Nygaard', [['afloeser', 60]])
  await handover(client, place, today, 'Tranberg')
  for (const family of ['Damgaard', 'Gade', 'Vestmark']) await contactAndMentor(client, place, today, family)
}
async function thisted(client: pg.Client, place: Place, today: string): Promise<void> {
  await purpose(client, place, today, 'Nørgaard', [
    [80, 'At alle, der hjælper os, arbejder efter den samme plan', 'Vi kender den næste aftale, og ingen kommer uanmeldt', ['Lisbeth']],
  ])
  await earlierCoordinators(client, place, today, 'Bondar', [['afloeser', 30]])
}

type Purpose = [ago: number, whatFor: string, aim: string, withNames: string[]]
async function purpose(client: pg.Client, place: Place, today: string, family: string, texts: Purpose[]): Promise<void> {
  const found = await caseOf(client, place, family)
  const author = found && (await coordinatorOf(client, place, found.id))
  if (!found || !author) return
  const subjects = found.people.filter((one) => one.role === 'family').map((one) => one.id)
  let replaces: number | null = null
  for (const [ago, whatFor, aim, names] of texts) {
    const row: Row = {
      municipality_id: place.municipalityId,
      what_for: whatFor,
      aim,
      written_on: addDays(today, -ago),
      written_with: found.people.filter((one) => names.includes(one.name)).map((one) => one.id),
      case_id: found.id,
      sector: 'coordination',
      category: 'plan',
      visibility: 'family',
      subjects,
      author_staff_id: author,
      created_at: `${addDays(today, -ago)}T10:00:00Z`,
      ...(replaces === null ? {} : { replaces }),
    }
    const names2 = Object.keys(row)
    const { rows }: { rows: { id: string }[] } = await client.query(
      `insert into coordination_purpose (${names2.join(', ')}) values (${names2.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
      Object.values(row),
    )
    replaces = Number(rows[0]?.id)
  }
}

async function coordinatorOf(client: pg.Client, place: Place, caseId: number): Promise<number | null> {
  const { rows } = await client.query<{ staff_id: string }>(
    "select staff_id from assignment where municipality_id = $1 and case_id = $2 and role = 'coordinator' order by valid_until desc nulls first limit 1",
    [place.municipalityId, caseId],
  )
  return rows[0] ? Number(rows[0].staff_id) : null
}

/** Others who coordinated before the one of today, each so many days; the first began when the family came. */
async function earlierCoordinators(client: pg.Client, place: Place, today: string, family: string, before: [key: string, days: number][]): Promise<void> {
  const found = await caseOf(client, place, family)
  if (!found) return
  const { rows } = await client.query<{ id: string; valid_from: string; staff_id: string }>(
    "select id, valid_from::text, staff_id from assignment where municipality_id = $1 and case_id = $2 and role = 'coordinator' order by valid_from limit 1",
    [place.municipalityId, found.id],
  )
  const now = rows[0]
  if (!now) return
  let from = now.valid_from
  const spans = before.map(([key, days]) => {
    const span = { key, from, until: addDays(from, days - 1) }
    from = addDays(from, days)
    return span
  })
  if (from >= today) return
  await client.query('update assignment set valid_from = $3 where municipality_id = $1 and id = $2', [place.municipalityId, now.id, from])
  for (const span of spans)
    await insertRow(client, 'assignment', {
      municipality_id: place.municipalityId,
      case_id: found.id,
      staff_id: place.staff[span.key]?.id,
      role: 'coordinator',
      sector: 'coordination',
      does_what: 'Var familiens koordinator',
      valid_from: span.from,
      valid_until: span.until,
    })
}

/** Anna hands a family over to Peter in twelve days; some of the list is done. */
async function handover(client: pg.Client, place: Place, today: string, family: string): Promise<void> {
  const found = await caseOf(client, place, family)
  const m = { municipality_id: place.municipalityId }
  const [from, to] = [place.staff['koordinator']?.id, place.staff['koordinator2']?.id]
  if (!found || !from || !to) return
  const on = addDays(today, 12)
  const { rows } = await client.query<{ id: string }>(
    "update assignment set valid_until = $3 where municipality_id = $1 and case_id = $2 and role = 'coordinator' and valid_until is null and staff_id = $4 returning id",
    [place.municipalityId, found.id, addDays(on, -1), from],
  )
  if (!rows[0]) return
  const assignment = (role: string, valid_from: string, valid_until: string | null, does_what: string) =>
    insertRow(client, 'assignment', {
      ...m,
      case_id: found.id,
      staff_id: to,
      role,
      sector: 'coordination',
      does_what,
      valid_from,
      valid_until,
    })
  const meanwhile = await assignment('incoming-coordinator', addDays(today, -4), addDays(on, -1), 'Lærer jer at kende og bliver jeres koordinator')
  const next = await assignment('coordinator', on, null, 'Samler trådene og er den, I kan ringe til')
  const id = await insertRow(client, 'handover', {
    ...m,
    case_id: found.id,
    from_staff_id: from,
    to_staff_id: to,
    takes_over_on: on,
    reason: 'work-shared-anew',
    planned_by: place.staff['projektleder']?.id,
    planned_at: `${addDays(today, -4)}T08:30:00Z`,
    from_assignment_id: Number(rows[0].id),
    to_assignment_id: next,
    meanwhile_assignment_id: meanwhile,
    told_people: found.people.filter((one) => one.role === 'family').slice(0, 1).map((one) => one.id),
  })
  for (const [item, side, who, ago] of [
    ['talked-with-family', 'old', from, 3],
    ['talked-with-family', 'new', to, 1],
    ['read-plan', 'new', to, 2],
    ['consents', 'old', from, 2],
  ] as const)
    await insertRow(client, 'handover_tick', {
      ...m,
      case_id: found.id,
      handover_id: id,
      item,
      side,
      ticked_by: who,
      ticked_on: addDays(today, -ago),
    })
}

/** Two who do much the same: a suggestion to talk about. */
async function contactAndMentor(client: pg.Client, place: Place, today: string, family: string): Promise<void> {
  const found = await caseOf(client, place, family)
  if (!found) return
  for (const [key, role, sector, does, ago] of [
    ['kontaktperson', 'family-contact', 'family-department', 'Kommer hver onsdag og hjælper med hverdagen', 40],
    ['mentor', 'social-mentor', 'employment', 'Følger med til det, der er svært at møde op til', 30],
  ] as const)
    if (place.staff[key])
      await insertRow(client, 'assignment', {
        municipality_id: place.municipalityId,
        case_id: found.id,
        staff_id: place.staff[key]?.id,
        role,
        sector,
        does_what: does,
        valid_from: addDays(today, -ago),
      })
}
