import type pg from 'pg'
import { inForce } from '#app/catalogue/pack-item.ts'
import { addDays, daysBetween, weekday } from '#app/platform/time/plain-date.ts'
import { insertRow, insertRows, type Row } from './database.ts'
import type { Place } from './place.ts'

/* What stands beside the families' own stories: the intake team and its meetings, districts, the waiting list and the places. */

type Told = {
  seats: [function_: string, staff: string | null, name: string, from: string][]
  /** Families on the next meeting's list, in order, with the question and the recommendation. */
  meeting: [family: string, question: string, recommendation: string][]
  moved: [family: string, before: string, ago: number, reason: string][]
  reviewed: { ago: number; lines: [family: string, outcome: 'stays' | 'first' | 'off', note: string][] }[]
  offers: [family: string, ago: number, answer: 'no', reason: string][]
  ends: [family: string, in_: number, reason: string][]
  /** Families assessed anew: days ago and why they stay. */
  anew: [family: string, ago: number, reasons: string][]
  districts: {
    code: string
    opened: number
    closed?: number
    lines: [number: string, no: string[], soft: string[], note: string, steps: [kind: string, ago: number, reason?: string][]][]
  }[]
}

const HEDENSTED: Told = {
  seats: [
    ['health-coordinator', 'sundhedsplejerske', '', 'Sundhedsplejen'],
    ['project-manager', 'projektleder', '', 'Projektet'],
    ['family-department', 'sagsbehandler-familie', '', 'Familieafdelingen'],
    ['job-centre', 'sagsbehandler-jobcenter', '', 'Jobcentret'],
    ['medical', null, 'Ejnar Ravn', 'Praktiserende læge, to timer om måneden'],
  ],
  meeting: [
    ['Skytte', 'Skal familien have en plads, eller er det skolen, der skal hjælpe først?', ''],
    ['Frandsen', 'Er der en plads til familien nu?', 'Ja. Far har sagt ja til det hele, og drengene kender koordinatoren fra skolen.'],
  ],
  moved: [['Lauridsen', 'Toft', 20, 'Camilla venter sit andet barn til marts, og hjælpen skal være på plads inden']],
  reviewed: [
    {
      ago: 20,
      lines: [
        ['Toft', 'stays', 'Betina er ringet op og vil gerne blive stående'],
        ['Lauridsen', 'first', 'Barnet kommer til marts'],
      ],
    },
  ],
  offers: [['Toft', 33, 'no', 'Betina vil vente til efter sin operation. Hun vil gerne blive på listen.']],
  ends: [
    ['Olesen', 70, 'Aflastning er på plads, og Ruth føler sig klar'],
    ['Mikkelsen', 150, 'Planen er fulgt'],
  ],
  anew: [
    ['Olesen', 52, 'Jeppe er stadig i risiko, og Ruth vil gerne have hjælpen samlet et år mere'],
    ['Mikkelsen', 45, 'Planen virker, og Daniel vil blive ved'],
  ],
  districts: [
    {
      code: 'district-east',
      opened: 84,
      closed: 21,
      lines: [
        ['FA-2207', [], ['strained-long', 'help-pulls-apart'], 'Fire fagpersoner og ingen fælles plan', [['shortlisted', 70], ['asked', 60], ['yes', 52]]],
        ['FA-2214', [], ['little-network'], '', [['shortlisted', 69], ['asked', 58], ['no', 51, 'Vil gerne tale om det igen til foråret']]],
        ['FA-2231', ['parent-on-cash-benefit'], [], '', [['left-out', 66, 'not-in-target-group']]],
        ['FA-2240', [], ['risk-behaviour'], 'Skolefravær hos den ældste', [['shortlisted', 64]]],
        ['FA-2255', [], [], 'Ny sagsbehandler siden sommer', [['shortlisted', 40]]],
      ],
    },
    {
      code: 'district-mid',
      opened: 18,
      lines: [
        ['FM-1102', [], ['strained-long'], '', [['shortlisted', 12], ['asked', 6]]],
        ['FM-1119', [], [], '', [['shortlisted', 10]]],
        ['FM-1123', ['parent-on-cash-benefit'], [], '', [['left-out', 9, 'better-help-now']]],
        ['FM-1140', [], [], '', []],
      ],
    },
  ],
}
const THISTED: Told = {
  seats: [
    ['health-coordinator', 'sundhedsplejerske', '', 'Sundhed og Kvalitet'],
    ['project-manager', 'projektleder', '', 'Projektet'],
    ['family-department', 'sagsbehandler-familie', '', 'Familiegruppen'],
    ['job-centre', 'sagsbehandler-jobcenter', '', 'Jobcentret'],
  ],
  meeting: [['Dalgaard', 'Skal familien have den ledige plads?', 'Ja. Svarene passer, og Trine har selv bedt om en koordinator.']],
  moved: [],
  reviewed: [{ ago: 24, lines: [['Kallesen', 'stays', 'Silje er begyndt i ny klasse, det går']] }],
  offers: [],
  ends: [['Riber', 55, 'Målene er ved at være nået']],
  anew: [],
  districts: [],
}

/** Writes what is told for a place. After its families, inside the owner's transaction. */
export async function writeWaiting(client: pg.Client, place: Place, today: string): Promise<void> {
  const told = place.code === 'hedensted' ? HEDENSTED : THISTED
  const w: Writing = { client, place, today, cases: await casesOf(client, place), m: { municipality_id: place.municipalityId } }
  await seats(w, told)
  await meeting(w, told)
  await list(w, told)
  await anew(w, told)
  await districts(w, told)
}
type Case = { id: number; since: string; subjects: number[] }
type Writing = { client: pg.Client; place: Place; today: string; cases: Map<string, Case>; m: Row }
const ago = (w: Writing, days: number) => addDays(w.today, -days)
/** The first Tuesday from that day on: teams do not meet on Saturdays. */
const tuesday = (day: string): string => addDays(day, (9 - weekday(day)) % 7)
const staff = (w: Writing, key: string): number => {
  const found = w.place.staff[key]
  if (!found) throw new Error(`${w.place.name}: nobody called '${key}' works there`)
  return found.id
}
const of = (w: Writing, name: string): Case => {
  const found = w.cases.get(name)
  if (!found) throw new Error(`${w.place.name} has no family ${name}`)
  return found
}

async function casesOf(client: pg.Client, place: Place): Promise<Map<string, Case>> {
  const { rows } = await client.query<{ id: string; name: string; since: string | null; subjects: string[] }>(
    `select c.id, c.name, (select access.day(max(r.decided_at))::text from referral r where r.municipality_id = c.municipality_id and r.case_id = c.id) as since,
      array(select p.person_id from case_person p where p.municipality_id = c.municipality_id and p.case_id = c.id and p.role = 'family' order by 1) as subjects
    from family_case c where c.municipality_id = $1`,
    [place.municipalityId],
  )
  return new Map(rows.map((row) => [row.name, { id: Number(row.id), since: row.since ?? '', subjects: row.subjects.map(Number) }]))
}

async function seats(w: Writing, told: Told): Promise<void> {
  await insertRows(
    w.client,
    'intake_seat',
    told.seats.map(([function_, key, name, comes_from]) => ({
      ...w.m,
      project_id: w.place.projectId,
      function: function_,
      staff_id: key === null ? null : staff(w, key),
      name,
      comes_from,
      valid_from: ago(w, 400),
    })),
  )
}

async function meeting(w: Writing, told: Told): Promise<void> {
  const base = { ...w.m, project_id: w.place.projectId, called_by: staff(w, 'visitator') }
  await insertRow(w.client, 'intake_meeting', { ...base, held_on: tuesday(ago(w, 28)), place: 'Rådhuset, lokale 3' })
  const meeting_id = await insertRow(w.client, 'intake_meeting', { ...base, held_on: tuesday(ago(w, -3)), place: 'Rådhuset, lokale 3' })
  for (const [n, [name, question, recommendation]] of told.meeting.entries()) {
    const one = of(w, name)
    await insertRows(w.client, 'intake_meeting_case', [{ ...w.m, meeting_id, case_id: one.id, position: n + 1 }])
    await insertRows(w.client, 'intake_recommendation', [
      {
        ...w.m,
        meeting_id,
        question,
        recommendation,
        case_id: one.id,
        sector: 'coordination',
        category: 'intake',
        visibility: 'staff',
        subjects: one.subjects,
        author_staff_id: staff(w, 'visitator'),
        created_at: `${ago(w, 2)}T11:20:00Z`,
      },
    ])
  }
}

async function list(w: Writing, told: Told): Promise<void> {
  const manager = staff(w, 'projektleder')
  const key = (name: string) => daysBetween('2000-01-01', of(w, name).since)
  await insertRows(
    w.client,
    'waiting_move',
    told.moved.map(([name, before, days, reason]) => ({
      ...w.m,
      case_id: of(w, name).id,
      sort_key: key(before) - 1,
      reason,
      moved_on: ago(w, days),
      moved_by: manager,
    })),
  )
  for (const review of told.reviewed) {
    const review_id = await insertRow(w.client, 'waiting_review', {
      ...w.m,
      project_id: w.place.projectId,
      held_on: ago(w, review.ago),
      held_by: manager,
    })
    await insertRows(
      w.client,
      'waiting_review_line',
      review.lines.map(([name, outcome, note]) => ({ ...w.m, review_id, case_id: of(w, name).id, outcome, note })),
    )
  }
  await insertRows(
    w.client,
    'place_offer',
    told.offers.map(([name, days, answer, reason]) => ({
      ...w.m,
      project_id: w.place.projectId,
      case_id: of(w, name).id,
      caseworker_id: staff(w, 'sagsbehandler-familie'),
      offered_on: ago(w, days),
      offered_by: manager,
      answer_by: ago(w, days - 14),
      answered_on: ago(w, days - 4),
      answer,
      answered_by: staff(w, 'sagsbehandler-familie'),
      reason,
    })),
  )
  await insertRows(
    w.client,
    'expected_end',
    told.ends.map(([name, days, reason]) => ({
      ...w.m,
      case_id: of(w, name).id,
      ends_on: ago(w, -days),
      reason,
      set_on: ago(w, 9),
      set_by: manager,
    })),
  )
}

/** A screening of its own, answered as the first time, and the decision. */
async function anew(w: Writing, told: Told): Promise<void> {
  for (const [name, days, reasons] of told.anew) {
    const one = of(w, name)
    const record = {
      ...w.m,
      case_id: one.id,
      sector: 'coordination',
      category: 'intake',
      subjects: one.subjects,
      author_staff_id: staff(w, 'projektleder'),
      created_at: `${ago(w, days)}T09:15:00Z`,
    }
    const screening_id = await insertRow(w.client, 'screening', {
      ...record,
      visibility: 'staff',
      pack: w.place.pack.code,
      pack_version: w.place.pack.version,
      screened_on: ago(w, days),
    })
    await w.client.query(
      `insert into screening_answer (municipality_id, screening_id, criterion, answer, evidence, case_id, sector, category, visibility, subjects, author_staff_id, created_at)
      select a.municipality_id, $3, a.criterion, a.answer, a.evidence, a.case_id, a.sector, a.category, a.visibility, a.subjects, $4, $5
        from screening_answer a where a.municipality_id = $1 and a.case_id = $2 and a.screening_id < $3 and a.answer is not null`,
      [w.place.municipalityId, one.id, screening_id, record.author_staff_id, record.created_at],
    )
    await insertRows(w.client, 'reassessment', [
      {
        ...record,
        visibility: 'family',
        household_shared: true,
        screening_id,
        opened_on: ago(w, days),
        decided_on: ago(w, days - 3),
        decision: 'stays',
        present: [staff(w, 'projektleder'), staff(w, 'visitator')],
        reasons,
      },
    ])
  }
}

async function districts(w: Writing, told: Told): Promise<void> {
  const asked = inForce(w.place.pack.intakeCriteria, w.today).map((one) => one.code)
  const by = staff(w, 'sagsbehandler-familie')
  const against = ['parent-on-disability-pension', 'both-parents-work-or-study']
  for (const district of told.districts) {
    const round_id = await insertRow(w.client, 'screening_round', {
      ...w.m,
      project_id: w.place.projectId,
      district: district.code,
      sector: 'family-department',
      opened_on: ago(w, district.opened),
      opened_by: staff(w, 'projektleder'),
      ...(district.closed === undefined ? {} : { closed_on: ago(w, district.closed), closed_by: by }),
    })
    for (const [own_number, no, soft_grounds, note, steps] of district.lines) {
      const answers = Object.fromEntries(asked.map((code) => [code, no.includes(code) || against.includes(code) ? 'no' : 'yes']))
      const line_id = await insertRow(w.client, 'shortlist_line', {
        ...w.m,
        round_id,
        sector: 'family-department',
        own_number,
        answers: steps.length === 0 ? {} : answers,
        soft_grounds,
        note,
        listed_on: ago(w, district.opened - 2),
        listed_by: by,
      })
      await insertRows(
        w.client,
        'shortlist_step',
        steps.map(([kind, days, reason]) => ({
          ...w.m,
          line_id,
          sector: 'family-department',
          kind,
          on_date: ago(w, days),
          reason: reason ?? '',
          yes_form: kind === 'yes' ? 'spoken' : null,
          by_staff: by,
        })),
      )
    }
  }
}
