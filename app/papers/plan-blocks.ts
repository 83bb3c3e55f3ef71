import { flatten, type GoalNode, goalTree } from '#app/plan/goal-order.ts'
import { weekdaysInWeek } from '#app/plan/load.ts'
import { markedSector } from '#app/plan/plan.ts'
import { nameOf, namesOf, planTexts, saidText, sectorName, statedText, termsTexts, unknownText, whenText } from '#app/plan/plan-words.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { isoWeek, startOfWeek } from '#app/platform/time/plain-date.ts'
import { da, en } from './messages.ts'
import type { Paper } from './paper.ts'

/** Whom a paper is for, as one says it: "Mette og Jonas". */
export const recipientNames = (locale: Locale, paper: Pick<Paper, 'recipients'>): string => joinList(locale, paper.recipients.map((r) => r.name))

/** The whole plan as a letter in the six parts of the page (PLAN-01, PLAN-04, PLAN-09), for the table and for the drawer at home. */
export function planLetter(locale: Locale, paper: Paper): Letter {
  const m = pick(locale, { da, en })
  const names = recipientNames(locale, paper)
  const about = joinList(locale, paper.people.filter((p) => p.child).map((p) => p.name))
  return {
    locale,
    sender: { name: paper.municipality, lines: [] },
    date: paper.today,
    title: paper.familyName ? m.planOf(paper.familyName) : m.planAbout(about || names),
    blocks: [
      { kind: 'note', text: paper.recipients.length === 1 ? m.madeForOne(names) : m.madeFor(names) },
      ...(paper.agreement ? [] : [{ kind: 'text' as const, text: m.draft }]),
      ...hopeBlocks(locale, paper),
      ...goalBlocks(locale, paper),
      ...activityBlocks(locale, paper),
      ...followUpBlocks(locale, paper),
      ...teamBlocks(locale, paper),
      ...agreementBlocks(locale, paper),
      { kind: 'writing', label: m.notes, lines: 4 },
    ],
  }
}

function hopeBlocks(locale: Locale, { plan, people, today }: Paper): LetterBlock[] {
  const [t, m] = [planTexts(locale), pick(locale, { da, en })]
  const whose = (personId: number | null) => (personId === null ? t.wholeFamily : nameOf(people, personId))
  return [
    { kind: 'heading', text: `1 ${t.ourHopes}` },
    ...(plan.hopes.length === 0 ? [{ kind: 'text' as const, text: m.hopesNone }] : []),
    ...plan.hopes.map((h): LetterBlock => ({
      kind: 'quote',
      text: h.words,
      by: [whose(h.personId), saidText(locale, today, h.onBehalf)].filter(Boolean).join(', '),
    })),
  ]
}

function goalBlocks(locale: Locale, paper: Paper): LetterBlock[] {
  const [t, m] = [planTexts(locale), pick(locale, { da, en })]
  const tree = goalTree(paper.plan.goals, paper.goalOrder)
  const own = tree.filter((g) => g.kind === 'own')
  const sectors = [...new Set(tree.filter((g) => g.kind === 'sector').map(markedSector))]
  const list = (goals: readonly GoalNode[]): LetterBlock => ({ kind: 'list', items: goals.flatMap((g) => goalLines(locale, paper, g, 0)) })
  return [
    { kind: 'heading', text: `2 ${t.ourGoals}` },
    ...(tree.length === 0 ? [{ kind: 'text' as const, text: m.goalsNone }] : []),
    ...(own.length > 0 ? [list(own)] : []),
    ...sectors.flatMap((sector): LetterBlock[] => [
      { kind: 'subheading', text: t.sectorsGoal(sectorName(t, sector)) },
      list(tree.filter((g) => g.kind === 'sector' && markedSector(g) === sector)),
    ]),
  ]
}

/** A goal and its steps, each a line; a step says of which goal it is one. */
function goalLines(locale: Locale, paper: Paper, goal: GoalNode, depth: number): string[] {
  const t = planTexts(locale)
  const about = [namesOf(locale, paper.people, goal.subjects), statedText(locale, paper.today, goal)].filter(Boolean).join(' · ')
  const lead = depth === 0 ? '' : `${t.level[depth + 1] ?? ''}: `
  const line = [`${lead}${goal.title || t.noTitle}${about ? ` (${about})` : ''}`, goal.measure ? `${t.measureShort}: ${goal.measure}` : '']
  const note = paper.goalNotes?.[goal.id]
  if (note) line.push(`${t.followedBy}: ${note}`)
  return [line.filter(Boolean).join('\n'), ...goal.children.flatMap((child) => goalLines(locale, paper, child, depth + 1))]
}

function activityBlocks(locale: Locale, paper: Paper): LetterBlock[] {
  const [t, m] = [planTexts(locale), pick(locale, { da, en })]
  const { activities } = paper.plan
  if (activities.length === 0) return [{ kind: 'heading', text: `3 ${t.whatWeDo}` }, { kind: 'text', text: m.doingNone }]
  const where = (a: (typeof activities)[number]) =>
    [...new Set([a.place, a.provider || (a.unknownUntil.provider ? unknownText(locale, paper.today, a, 'provider') : '')])].filter(Boolean).join(', ')
  return [
    { kind: 'heading', text: `3 ${t.whatWeDo}` },
    {
      kind: 'table',
      columns: [m.colWhat, m.colWho, m.colWhen, m.colWhere],
      rows: activities.map((a) => [a.what || t.noTitle, namesOf(locale, paper.people, a.takesPart), whenText(locale, paper.today, a), where(a)]),
    },
    ...weekBlocks(locale, paper),
  ]
}

function weekBlocks(locale: Locale, paper: Paper): LetterBlock[] {
  const [t, m] = [planTexts(locale), pick(locale, { da, en })]
  const rows = daysOfWeek(paper).map(({ weekday, activities }) => [
    capital(t.weekday[weekday] ?? ''),
    activities.map((a) => `${a.timeFrom ? `${clock(locale, a.timeFrom)} ` : ''}${a.what || t.noTitle} (${namesOf(locale, paper.people, a.takesPart)})`).join('\n'),
  ])
  if (rows.length === 0) return []
  return [
    { kind: 'subheading', text: m.weekTitle(isoWeek(paper.today).week) },
    { kind: 'table', columns: [m.colDay, m.colWhat], rows },
  ]
}

/** The days of this week on which something happens, earliest first in the day; of some people only when they are given. */
export function daysOfWeek(paper: Pick<Paper, 'plan' | 'today'>, personIds?: readonly number[]): { weekday: number; activities: Paper['plan']['activities'] }[] {
  const monday = startOfWeek(paper.today)
  return [1, 2, 3, 4, 5, 6, 7]
    .map((weekday) => ({
      weekday,
      activities: paper.plan.activities
        .filter((a) => weekdaysInWeek(a, monday).includes(weekday) && (!personIds || a.takesPart.some((p) => personIds.includes(p))))
        .toSorted((a, b) => (a.timeFrom ?? '').localeCompare(b.timeFrom ?? '')),
    }))
    .filter((day) => day.activities.length > 0)
}

/** 6.30 in Danish, 06:30 in English. */
export const clock = (locale: Locale, time: string): string => (locale === 'da' ? time.replace(/^0/, '').replace(':', '.') : time)
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What was agreed about following up, one part for each home the recipients read about; the standing sentence where nothing is agreed. */
function followUpBlocks(locale: Locale, paper: Paper): LetterBlock[] {
  const t = planTexts(locale)
  const contact = paper.team.find((h) => h.role === 'coordinator')
  const next = paper.nextFollowUpOn ? `${t.nextFollowUp}: ${formatDate(locale, paper.nextFollowUpOn)}.` : t.noFollowUp
  const several = paper.plan.terms.length > 1
  return [
    { kind: 'heading', text: `4 ${t.followUp}` },
    ...(paper.plan.terms.length === 0
      ? [{ kind: 'text' as const, text: [next, contact ? t.followUpOwner(contact.name) : ''].filter(Boolean).join(' ') }, { kind: 'text' as const, text: t.otherwise }]
      : paper.plan.terms.flatMap((one) => termsBlocks(locale, paper, one, several))),
  ]
}

function termsBlocks(locale: Locale, { people, team, plan, today }: Paper, one: Paper['plan']['terms'][number], named: boolean): LetterBlock[] {
  const [t, w] = [planTexts(locale), termsTexts(locale)]
  const often = one.howOften ? w.often[one.howOften] : ''
  const how = often && one.howFollowed ? w.sayHow(one.howFollowed, often) : often || one.howFollowed
  const staff = one.nextStaff.flatMap((id) => team.find((h) => h.staffId === id)?.name ?? [])
  const who = joinList(locale, [...(one.nextPeople.length > 0 ? [namesOf(locale, people, one.nextPeople)] : []), ...staff, ...(one.nextOthers ? [one.nextOthers] : [])])
  const goals = one.nextGoals.flatMap((id) => plan.goals.find((g) => g.id === id)?.title || [])
  const day = one.nextOn ? formatShortDate(locale, one.nextOn, today) : ''
  const channel = one.registeredChannel ? w.channelSaid[one.registeredChannel] : ''
  const progress = [[one.registeredBy, one.registeredWhat].filter(Boolean).join(': '), one.registeredOften, channel].filter(Boolean).join(', ')
  const line = (head: string, text: string): LetterBlock[] => (text === '' ? [] : [{ kind: 'text', text: `${head}: ${text}${/[.!?]$/.test(text) ? '' : '.'}` }])
  return [
    ...(named ? [{ kind: 'subheading' as const, text: namesOf(locale, people, one.subjects) }] : []),
    ...(how === '' ? [] : [{ kind: 'text' as const, text: how }]),
    ...line(w.next, [day || t.noFollowUp, who ? w.withWhom(who) : ''].filter(Boolean).join(' ')),
    ...(goals.length > 0 ? [{ kind: 'text' as const, text: `${w.untilThen}:` }, { kind: 'list' as const, items: goals }] : []),
    ...line(w.otherwise, [one.ifOtherwise, one.whoCalls].filter(Boolean).join(' ')),
    ...line(w.reopened, one.reopenedWhen),
    ...line(w.progress, progress),
  ]
}

function teamBlocks(locale: Locale, { team }: Paper): LetterBlock[] {
  const t = planTexts(locale)
  if (team.length === 0) return []
  return [
    { kind: 'heading', text: `5 ${t.whoIsIn}` },
    { kind: 'list', items: team.map((h) => [`${h.name}, ${h.title || sectorName(t, h.sector)}`, h.does].filter(Boolean).join('\n')) },
  ]
}

function agreementBlocks(locale: Locale, paper: Paper): LetterBlock[] {
  const [t, m] = [planTexts(locale), pick(locale, { da, en })]
  const { agreement, people, today } = paper
  const signers = people.filter((p) => p.asked && paper.recipients.some((r) => r.id === p.id))
  return [
    ...(agreement
      ? [
          { kind: 'heading' as const, text: `6 ${t.agreement}` },
          { kind: 'text' as const, text: `${(agreement.version.atMeeting ? t.versionAtMeeting : t.versionOf)(agreement.version.number, formatShortDate(locale, agreement.version.agreedOn, today))}.` },
          ...agreement.given.flatMap((a) => answerBlocks(locale, paper, a)),
        ]
      : []),
    ...(signers.length > 0 ? [{ kind: 'subheading' as const, text: m.signTitle }, { kind: 'signatures' as const, lines: signers.map((p) => m.sign(p.name)) }] : []),
  ]
}

function answerBlocks(locale: Locale, { people, today }: Paper, a: NonNullable<Paper['agreement']>['given'][number]): LetterBlock[] {
  const t = planTexts(locale)
  const name = nameOf(people, a.personId)
  const said = `${name}: ${a.answer ? t[a.answer] : t.answerNone}`
  const heard = a.heardBy && a.heardOn ? t.heard(a.heardBy, formatShortDate(locale, a.heardOn, today)) : ''
  if (a.words) return [{ kind: 'quote', text: a.words, by: [said, heard].filter(Boolean).join(', ') }]
  return [{ kind: 'text', text: [said, heard, a.notHeardReason && t.notHeard(a.notHeardReason)].filter(Boolean).join(', ') }]
}

/** How many goals a plan has, counted with their steps. */
export const countGoals = (paper: Paper): number => flatten(goalTree(paper.plan.goals, paper.goalOrder)).length
