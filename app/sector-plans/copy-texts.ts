import type { CopyTarget } from '#app/catalogue/pack-work.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { flatten, goalTree } from '#app/plan/goal-order.ts'
import { numbersText } from '#app/plan/goal-words.ts'
import type { Activity, Goal, PlanContent } from '#app/plan/plan.ts'
import { whenText } from '#app/plan/plan-words.ts'
import { da, en } from './messages.ts'
import { planIds, type SectorPlan } from './sector-plan.ts'

type Named = { id: number; name: string }
/** One field of the other system: its text, and first names of people it is about whom the plan is not about. */
export type CopyField = { code: string; label: string; text: string; alsoAbout: string[] }
type Part = {
  plan: SectorPlan
  /** What the reader may see of the family's plan. */
  content: Pick<PlanContent, 'hopes' | 'goals' | 'activities'>
  goalOrder: readonly number[]
  people: readonly Named[]
  department: string
  caseworker: string
  locale: Locale
  today: string
}
/** A line of text and whom it is about. */
type Line = { text: string; about: readonly number[] }

/** The goals that belong to the plan: picked out of it or pointed at by one of its parts; in the family's order, steps below their goal. */
export function goalsOfPlan(plan: SectorPlan, goals: readonly Goal[], order: readonly number[]): Goal[] {
  const pointed = new Set(Object.values(plan.contents).flatMap((part) => part.goals))
  const own = new Set(goals.filter((g) => (g.sectorPlanId !== null && planIds(plan).includes(g.sectorPlanId)) || pointed.has(g.id)).map((g) => g.id))
  const under = (g: Goal): boolean => own.has(g.id) || goals.some((p) => p.id === g.parentId && under(p))
  return flatten(goalTree(goals.filter(under), order))
}
/** The activities that belong to it: pointed at, or done about one of its goals. */
export function activitiesOfPlan(plan: SectorPlan, activities: readonly Activity[], goals: readonly Goal[]): Activity[] {
  const pointed = new Set(Object.values(plan.contents).flatMap((part) => part.activities))
  return activities.filter((a) => !a.dropped && (pointed.has(a.id) || goals.some((g) => g.id === a.goalId)))
}

/** The text of every field of a target system, from the family's plan and what the plan says itself. Nothing is sent anywhere. Pure. */
export function copyTexts(target: CopyTarget, part: Part): CopyField[] {
  return target.fields.map((field) => {
    const lines = field.from.flatMap((from) => linesOf(from, part))
    const texts = [...new Set(lines.map((line) => line.text).filter(Boolean))]
    const others = new Set(lines.flatMap((line) => line.about).filter((id) => !part.plan.subjects.includes(id)))
    return {
      code: field.code,
      label: field.label[part.locale],
      text: texts.join('\n'),
      alsoAbout: part.people.filter((p) => others.has(p.id)).map((p) => p.name),
    }
  })
}

function linesOf(from: string, part: Part): Line[] {
  const { plan, locale } = part
  const m = pick(locale, { da, en })
  const goals = goalsOfPlan(plan, part.content.goals, part.goalOrder)
  const own = (text: string): Line[] => (text ? [{ text, about: plan.subjects }] : [])
  const day = (d: string | null) => (d ? formatDate(locale, d) : '')
  switch (from) {
    case 'title':
      return own(plan.title)
    case 'authority':
      return own([part.department, part.caseworker].filter(Boolean).join(', '))
    case 'dates':
      return own(plan.validFrom ? m.copyDates(day(plan.validFrom), day(plan.validUntil)) : '')
    case 'follow-up':
      return own(plan.nextFollowUpOn ? m.copyFollowUp(day(plan.nextFollowUpOn)) : '')
    case 'hopes':
      return part.content.hopes
        .filter((h) => !h.dropped && h.subjects.some((s) => plan.subjects.includes(s)))
        .map((h) => ({ text: h.personId === null ? `»${h.words}«` : `${nameOf(part.people, h.personId)}: »${h.words}«`, about: h.subjects }))
    case 'goals':
      return goals.map((g) => goalLine(g, locale))
    case 'measures':
      return goals
        .map((g) => ({ text: [g.measure, numbersText(locale, g)].filter(Boolean).join(', '), about: g.subjects }))
        .filter((line) => line.text !== '')
    case 'activities':
      return activitiesOfPlan(plan, part.content.activities, goals).map((a) => activityLine(a, part))
    default:
      return contentLines(from.replace(/^content:/, ''), part)
  }
}

/** A part of the checklist: its own text, or the goals and activities that it points at and the reader sees. */
function contentLines(code: string, part: Part): Line[] {
  const found = part.plan.contents[code]
  if (!found || found.how === 'elsewhere') return []
  if (found.how === 'text') return found.text ? [{ text: found.text, about: part.plan.subjects }] : []
  return [
    ...part.content.goals.filter((g) => !g.dropped && found.goals.includes(g.id)).map((g) => goalLine(g, part.locale)),
    ...part.content.activities.filter((a) => !a.dropped && found.activities.includes(a.id)).map((a) => activityLine(a, part)),
  ]
}

const goalLine = (g: Goal, locale: Locale): Line => ({
  text: g.title ? `${'– '.repeat(g.level - 1)}${g.title}${g.end ? ` (${pick(locale, { da, en }).copyUntil(formatDate(locale, g.end))})` : ''}` : '',
  about: g.subjects,
})
const activityLine = (a: Activity, { locale, today }: Part): Line => ({
  text: [a.what, a.offer, a.provider, whenText(locale, today, a)].filter(Boolean).join('. '),
  about: a.subjects,
})
const nameOf = (people: readonly Named[], id: number): string => people.find((p) => p.id === id)?.name ?? '–'
