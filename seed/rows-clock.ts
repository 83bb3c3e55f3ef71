import { addDays, birthday } from '#app/platform/time/plain-date.ts'
import type { Row } from './database.ts'
import { add, coordinatorKey, dayAgo, familyKeys, type Making, record } from './rows.ts'
import type { Key } from './story.ts'

/**
 * What the authorities of a family have said to the clock: how often a child's help is followed up, that it was, the rhythm of job talks; which
 * obligations the meetings are meant to serve; a period without meetings. After plan, sector plans and meetings.
 */
export function clockRows(w: Making): void {
  if (w.story.closed || w.story.decided?.decision !== 'accepted' || coordinator(w) === undefined) return
  planFollowUp(w)
  for (const plan of w.rows.sector_plan.filter((p) => p['case_id'] === w.caseId && p['kind'] === 'childs-plan' && p['valid_from'])) childFollowUp(w, plan)
  youthPlans(w)
  jobTalks(w)
  servesOfMeetings(w)
  blocked(w)
}
const workerIn = (w: Making, sector: string, role: string): Key | undefined =>
  (w.story.team ?? []).find((one) => one.sector === sector && one.role === role && one.until === undefined)?.staff
const coordinator = (w: Making): Key | undefined => workerIn(w, 'coordination', 'coordinator')
const agoOf = (w: Making, day: string): number => Math.round((Date.parse(w.today) - Date.parse(day)) / 86_400_000)
const keyOfPerson = (w: Making, id: number): Key => Object.keys(w.people).find((key) => w.people[key] === id) ?? ''

type Said = { sector: string; about: readonly Key[]; ago: number; by: Key; code: string; person: number | null }
const base = (w: Making, table: 'obligation_fact' | 'obligation_served', s: Said): Row => ({
  ...record(w, { sector: s.sector, category: 'plan', about: s.about, ago: s.ago, step: 70, by: s.by }),
  household_shared: s.person === null,
  id: w.ids.next(table),
  code: s.code,
  person_id: s.person,
})
const served = (w: Making, s: Said, conditions: string[]): void =>
  add(w, 'obligation_served', { ...base(w, 'obligation_served', s), served_on: dayAgo(w, s.ago), conditions })
const rhythm = (w: Making, s: Said, every: { every_months: number } | { every_weeks: number }, reason: string): void =>
  add(w, 'obligation_fact', { ...base(w, 'obligation_fact', s), what: 'rhythm', on_day: dayAgo(w, s.ago), reason, ...every })

/** The plan is looked at a little before three months have gone; the time before that it took too long. */
function planFollowUp(w: Making): void {
  const first = Math.max(0, ...w.rows.plan_version.filter((v) => v['case_id'] === w.caseId).map((v) => agoOf(w, String(v['agreed_on']))))
  const by = coordinator(w)
  if (first < 100 || by === undefined || !w.place.pack.obligations.some((one) => one.code === 'plan-follow-up')) return
  served(w, { sector: 'coordination', about: familyKeys(w.story), ago: first - 96, by, code: 'plan-follow-up', person: null }, ['family-there', 'goals', 'next'])
}

function childFollowUp(w: Making, plan: Row): void {
  const by = workerIn(w, 'family-department', 'family-caseworker')
  const began = agoOf(w, String(plan['valid_from']))
  if (by === undefined || began < 92) return
  for (const person of plan['subjects'] as number[]) {
    const said = { sector: 'family-department', about: [keyOfPerson(w, person)], by, person }
    served(w, { ...said, ago: began - 84, code: 'support-first-follow-up' }, ['present', 'child-heard', 'help-judged', 'noted'])
    rhythm(w, { ...said, ago: began - 84, code: 'support-later-follow-up' }, { every_months: 4 }, 'Barnet vil gerne have ro. Vi ser på hjælpen hver fjerde måned og før, hvis noget ændrer sig')
  }
}

/** Whether a young person is to have a plan was decided soon after the sixteenth birthday. */
function youthPlans(w: Making): void {
  const by = workerIn(w, 'family-department', 'family-caseworker')
  for (const key of familyKeys(w.story)) {
    const born = w.born[key]
    const age = w.story.people[key]?.age
    if (by === undefined || !born || (age !== 16 && age !== 17)) continue
    const ago = Math.max(1, agoOf(w, birthday(born, 16)) - 14)
    served(w, { sector: 'family-department', about: [key], ago, by, person: w.people[key] ?? 0, code: 'youth-plan-decided' }, ['young-heard', 'noted'])
  }
}

function jobTalks(w: Making): void {
  const by = workerIn(w, 'employment', 'employment-caseworker')
  const open = w.rows.spell.find((s) => s['case_id'] === w.caseId && s['kind'] === 'benefit' && !s['ended_on'])
  if (by === undefined || open === undefined) return
  const person = Number(open['person_id'])
  const said = { sector: 'employment', about: [keyOfPerson(w, person)], by, person, code: 'job-talk' }
  rhythm(w, { ...said, ago: 140 }, { every_weeks: 13 }, 'Efter behov. Aftalt med borgeren, så samtalerne ikke ligger i praktikken')
  served(w, { ...said, ago: 61 }, ['about-work', 'noted'])
}

/** Held and coming meetings say what they are meant to serve; whether they did waits for the tick. */
function servesOfMeetings(w: Making): void {
  const later = w.rows.obligation_fact.filter((f) => f['case_id'] === w.caseId && f['code'] === 'support-later-follow-up')
  const project = w.place.pack.obligations.find((one) => one.lawArea === null && one.joint)?.code ?? ''
  for (const meeting of w.rows.meeting.filter((m) => m['case_id'] === w.caseId)) {
    const day = String(meeting['starts_at']).slice(0, 10)
    meeting['serves'] = [
      { code: project, personId: null, due: addDays(day, 12) },
      ...later
        .filter((f) => String(f['on_day']) < day && (meeting['subjects'] as number[]).includes(Number(f['person_id'])))
        .map((f) => ({ code: 'support-later-follow-up', personId: Number(f['person_id']), due: addDays(day, 20) })),
    ]
  }
}

function blocked(w: Making): void {
  if ((w.story.versions ?? []).length === 0) return
  const from = dayAgo(w, -82)
  add(w, 'blocked_period', {
    ...record(w, { category: 'meetings', about: familyKeys(w.story), ago: 12, step: 71, by: coordinatorKey(w.story) }),
    household_shared: true,
    id: w.ids.next('blocked_period'),
    from_day: from,
    until_day: addDays(from, 6),
    why: 'school-holiday',
    words: 'Vinterferie',
  })
}
