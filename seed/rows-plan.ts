import type { Row } from './database.ts'
import { add, coordinatorKey, dayAgo, everyone, instantAgo, type Making, personId, record, staffId } from './rows.ts'
import { goalDepth } from './rows-sector.ts'
import { decisionRow, depthOf, termsRow } from './rows-follow-up.ts'
import type { ActivityStory, AnswerStory, GoalStory, HopeStory, Story, VersionStory } from './story.ts'

type Kind = 'hope' | 'goal' | 'activity'
type Listed = { table: Kind | 'plan_terms'; id: number; ago: number; droppedAgo: number | null; changedAgo: number[] }

/** The plan: hopes, goals in their levels, activities; its versions with what stood in them, and what each member said. */
export function planRows(w: Making): void {
  const { story } = w
  if (!story.hopes?.length && !story.goals?.length && !story.activities?.length) return
  const ids = new Map<string, number>()
  const listed: Listed[] = []
  for (const [i, hope] of (story.hopes ?? []).entries()) listed.push(hopeRow(w, hope, i, ids))
  const goals = sorted(story)
  for (const [i, { goal, level }] of goals.entries()) listed.push(goalRow(w, goal, level, i, ids))
  for (const [i, activity] of (story.activities ?? []).entries()) listed.push(activityRow(w, activity, i, ids))
  const told = termsRow(w, (key) => pointer(ids, 'goal', key), listed.find((one) => one.table === 'goal')?.id ?? null)
  if (told) listed.push({ table: 'plan_terms', ...told, droppedAgo: null, changedAgo: [] })
  const planId = w.ids.next('family_plan')
  const order = listed.filter((one) => one.table === 'goal').map((one) => one.id)
  const last = story.versions?.at(-1)
  const first = Math.max(...listed.map((one) => one.ago))
  add(w, 'family_plan', {
    id: planId,
    case_id: w.caseId,
    created_at: instantAgo(w, first),
    goal_order: order,
    next_follow_up_on: last ? dayAgo(w, last.followUpAgo) : null,
  })
  for (const [i, version] of (story.versions ?? []).entries()) versionRows(w, version, i + 1, planId, order, listed)
}

function hopeRow(w: Making, hope: HopeStory, i: number, ids: Map<string, number>): Listed {
  const id = w.ids.next('hope')
  if (hope.key) ids.set(`hope ${hope.key}`, id)
  const who = hope.who === null ? null : personId(w, hope.who)
  const behalf = who !== null && hope.member === undefined
  add(w, 'hope', {
    ...record(w, { category: 'plan', about: hope.about, ago: hope.ago, step: i, ...author(hope) }),
    id,
    person_id: who,
    words: hope.words,
    ...(behalf ? { on_behalf_of_person: who, on_behalf_channel: hope.channel ?? 'meeting', on_behalf_on: dayAgo(w, hope.ago) } : {}),
  })
  return listing(w, 'hope', id, hope)
}

function goalRow(w: Making, goal: GoalStory, level: number, i: number, ids: Map<string, number>): Listed {
  const id = w.ids.next('goal')
  if (goal.key) ids.set(`goal ${goal.key}`, id)
  const sector = goal.sector ?? 'coordination'
  add(w, 'goal', {
    ...record(w, { sector, category: goal.category ?? 'plan', about: goal.about, ago: goal.ago, step: i, ...author(goal) }),
    id,
    title: goal.title,
    level,
    measure: goal.measure ?? (level === 1 ? 'Vi taler om det hver måned, og hver siger et tal' : ''),
    kind: sector === 'coordination' && !goal.stated ? 'own' : 'sector',
    parent_id: pointer(ids, 'goal', goal.parent),
    hope_id: pointer(ids, 'hope', goal.hope),
    ...statedColumns(w, goal),
    ...goalDepth(w, goal, level),
  })
  if (goal.followedBy) {
    const { who, measure } = goal.followedBy
    add(w, 'goal_measure', { ...record(w, { category: 'progression', about: [who], ago: goal.ago - 1, step: i }), household_shared: false, goal_id: id, person_id: personId(w, who), measure })
  }
  if (goal.later) change(w, 'goal', id, goal.later.ago, { title: goal.later.title }, goal)
  return listing(w, 'goal', id, goal, goal.later ? [goal.later.ago] : [])
}

/** Which kind of help it is, a code of the pack's list, where the words say so. */
const MEASURE_KINDS: [RegExp, string][] = [[/praktik/i, 'work-placement'], [/gæld|budget|bank/i, 'budget-help'], [/fritidsjob|avisrute/i, 'leisure-job'], [/andre forældre|forældrekursus/i, 'parent-programme'], [/svøm|gymnastik|fodbold|spring og leg|fritidspas|klub/i, 'leisure'], [/vejled|samtale|hjemmebesøg/i, 'counselling'], [/selv/i, 'own-activity']]
const measureKind = (text: string): string => MEASURE_KINDS.find(([words]) => words.test(text))?.[1] ?? ''

function activityRow(w: Making, a: ActivityStory, i: number, ids: Map<string, number>): Listed {
  const id = w.ids.next('activity')
  const clock = a.weekly ?? a.once
  const unknown = Object.fromEntries(Object.entries(a.unknown ?? {}).map(([field, ago]) => [`${field}_unknown_until`, dayAgo(w, ago)]))
  add(w, 'activity', {
    ...record(w, { sector: a.sector ?? 'coordination', category: 'plan', about: a.about, ago: a.ago, step: i, ...author(a) }),
    id,
    what: a.what,
    goal_id: pointer(ids, 'goal', a.goal),
    offer: a.offer,
    provider: a.provider ?? '',
    place: a.place ?? '',
    rhythm: a.once ? 'once' : 'weekly',
    weekdays: a.weekly?.days ?? [],
    time_from: clock?.from ?? null,
    time_to: clock?.to ?? null,
    start_on: a.starts === undefined ? null : dayAgo(w, a.starts),
    end_on: a.ends === undefined ? null : dayAgo(w, a.ends),
    minutes_per_week: clock?.minutes ?? null,
    takes_part: everyone(w, a.takesPart ?? a.about),
    measure_kind: measureKind(`${a.what} ${a.offer}`),
    ...unknown,
    ...depthOf(w, a, (key) => pointer(ids, 'activity', key)),
  })
  if (a.key) ids.set(`activity ${a.key}`, id)
  decisionRow(w, a, id)
  return listing(w, 'activity', id, a)
}

const author = (said: { by?: string; member?: string }): { by?: string; member?: string } => ({
  ...(said.by === undefined ? {} : { by: said.by }),
  ...(said.member === undefined ? {} : { member: said.member }),
})
const statedColumns = (w: Making, { stated, ago }: GoalStory): Row =>
  stated ? { stated_by_name: stated.name, stated_by_sector: stated.sector, stated_on: dayAgo(w, ago), stated_channel: stated.channel } : {}
function pointer(ids: Map<string, number>, table: Kind, key: string | undefined): number | null {
  if (key === undefined) return null
  const found = ids.get(`${table} ${key}`)
  if (found === undefined) throw new Error(`no ${table} '${key}' before it is pointed at`)
  return found
}

function listing(w: Making, table: Kind, id: number, said: Pick<HopeStory, 'ago' | 'dropped' | 'by'>, changedAgo: number[] = []): Listed {
  if (said.dropped)
    change(w, table, id, said.dropped.ago, { dropped_on: dayAgo(w, said.dropped.ago), dropped_reason: said.dropped.reason }, said)
  return {
    table,
    id,
    ago: said.ago,
    droppedAgo: said.dropped?.ago ?? null,
    changedAgo: said.dropped ? [...changedAgo, said.dropped.ago] : changedAgo,
  }
}
function change(w: Making, table: Kind, id: number, ago: number, set: Row, said: { by?: string }): void {
  w.later.push({ table, id, at: instantAgo(w, ago), by: staffId(w, said.by ?? coordinatorKey(w.story)), caseId: w.caseId, set })
}

/** Goals with their level, parents first. */
function sorted(story: Story): { goal: GoalStory; level: number }[] {
  const goals = story.goals ?? []
  const level = (goal: GoalStory): number =>
    goal.parent === undefined ? 1 : 1 + level(goals.find((one) => one.key === goal.parent) ?? { ...goal, parent: undefined })
  return goals.map((goal) => ({ goal, level: level(goal) })).sort((a, b) => a.level - b.level)
}

function versionRows(w: Making, version: VersionStory, number: number, planId: number, order: number[], listed: Listed[]): void {
  const id = w.ids.next('plan_version')
  const { ago } = version
  add(w, 'plan_version', {
    id,
    case_id: w.caseId,
    plan_id: planId,
    number,
    made_at: instantAgo(w, ago, 40),
    made_by: { kind: 'staff', id: staffId(w, coordinatorKey(w.story)) },
    agreed_on: dayAgo(w, ago),
    at_meeting: w.place.municipalityId !== 787 && (version.atMeeting ?? true),
    ...(version.present ? { present: version.present } : {}),
    ...(w.place.municipalityId === 787
      ? { recommended_by: 'family-and-coordinator', approved_by: 'family-and-coordinator' }
      : { recommended_by: 'network-meeting', approved_by: 'network-meeting' }),
    next_follow_up_on: dayAgo(w, version.followUpAgo),
    goal_order: order,
  })
  for (const one of listed) {
    if (one.ago < ago || (one.droppedAgo !== null && one.droppedAgo >= ago)) continue
    add(w, 'plan_version_record', {
      case_id: w.caseId,
      version_id: id,
      table_name: one.table,
      record_id: one.id,
      revision: 1 + one.changedAgo.filter((then) => then >= ago).length,
    })
  }
  for (const [i, answer] of version.answers.entries()) add(w, 'plan_agreement', agreement(w, answer, id, ago, i))
}

function agreement(w: Making, a: AnswerStory, versionId: number, ago: number, i: number): Row {
  const person = personId(w, a.who)
  const behalf = a.member !== true && a.answer !== null
  return {
    ...record(w, { category: 'plan', about: [a.who], ago, step: 50 + i, ...(a.member ? { member: a.who } : {}) }),
    version_id: versionId,
    person_id: person,
    answer: a.answer,
    words: a.words ?? '',
    heard_by: a.heardBy ?? '',
    heard_on: a.heardBy === undefined ? null : dayAgo(w, ago),
    not_heard_reason: a.notHeard ?? '',
    ...(behalf ? { on_behalf_of_person: person, on_behalf_channel: a.channel ?? 'meeting', on_behalf_on: dayAgo(w, ago) } : {}),
  }
}
