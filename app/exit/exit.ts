import { z } from 'zod'
import { addDays } from '#app/platform/time/plain-date.ts'

/*
 * Leaving (da: afslutning): when a family leaves, each thing that is open ends, or somebody by name goes on with it. Rules only; what is open
 * stands in the database (`access.exit_open`), which also refuses to close over something that nobody decided about.
 */

export const openKinds = [
  'assignment', 'handover', 'consent', 'legal-basis', 'task', 'sector-plan', 'inquiry', 'declaration', 'activity', 'agreement', 'agreed', 'letter',
] as const
export type OpenKind = (typeof openKinds)[number]
export type Outcome = 'ends' | 'handed-over' | 'task'

/** One open thing. `owner`: the member of staff who has it now. `due`: its own date. `keepable`: a sector may go on with it by itself. */
export type OpenEnd = {
  kind: OpenKind
  ref: number
  owner: number | null
  sector: string
  code: string
  due: string | null
  shelfId: number | null
  persons: number[]
}
export type Decision = { kind: OpenKind; ref: number; outcome: Outcome; staffId: number | null; name: string; due: string | null }

/** What may become of a thing of this kind. */
export function outcomesFor(open: Pick<OpenEnd, 'kind' | 'sector' | 'code'>): Outcome[] {
  switch (open.kind) {
    case 'sector-plan':
      return ['task']
    case 'handover':
    case 'agreement':
      return ['ends']
    case 'consent':
      return isKeepable(open) ? ['ends', 'handed-over'] : ['ends']
    case 'letter':
      return ['handed-over', 'ends']
    default:
      return ['ends', 'handed-over']
  }
}

/** A consent that the coordination has no part in, or one for photos or evaluation, can live on with somebody. */
export const isKeepable = (consent: Pick<OpenEnd, 'sector' | 'code'>): boolean =>
  consent.code !== 'intake' && (consent.code !== 'coordination' || consent.sector !== 'coordination')

/**
 * What is proposed before anybody has chosen. Null: this one wants a thought. `me`: who closes. `alone`: the last day by which a sector plan
 * stands by itself; a follow-up date that lies before it comes first.
 */
export function proposed(open: OpenEnd, at: { leftOn: string; me: number; alone: string }): Decision | null {
  const of = (outcome: Outcome, staffId: number | null, due: string | null = null): Decision => ({ kind: open.kind, ref: open.ref, outcome, staffId, name: '', due })
  switch (open.kind) {
    case 'assignment':
    case 'handover':
    case 'consent':
    case 'agreement':
      return of('ends', null)
    // An open agreement goes on with whose it is, by name.
    case 'agreed':
      return { ...of('handed-over', open.owner), name: open.owner === null ? open.code : '' }
    case 'legal-basis':
      return open.owner === null ? of('ends', null) : of('handed-over', open.owner)
    case 'letter':
      return of('handed-over', at.me)
    case 'sector-plan': {
      const due = dueAlone(open, at)
      return open.owner === null ? null : of('task', open.owner, due)
    }
    default:
      return null
  }
}

/** By when a sector plan must stand by itself. */
export const dueAlone = (open: Pick<OpenEnd, 'due'>, at: { leftOn: string; alone: string }): string =>
  open.due !== null && open.due > at.leftOn && open.due < at.alone ? open.due : at.alone

/** Nothing is left without an owner: why this decision does not do; null when it does. */
export function problemOf(open: OpenEnd, decision: Decision | undefined): 'undecided' | 'not-possible' | 'no-name' | null {
  if (!decision) return 'undecided'
  if (!outcomesFor(open).includes(decision.outcome)) return 'not-possible'
  if (decision.outcome === 'task') return decision.staffId === null ? 'no-name' : null
  if (decision.outcome === 'ends') return null
  const named = open.kind === 'activity' || open.kind === 'declaration' || open.kind === 'inquiry' || open.kind === 'agreed' ? decision.staffId !== null || decision.name !== '' : decision.staffId !== null
  return named ? null : 'no-name'
}

/** Every open thing that still lacks an end or a name, with why. Closing is refused while there is one. */
export const unowned = (open: readonly OpenEnd[], decisions: readonly Decision[]): { open: OpenEnd; problem: 'undecided' | 'not-possible' | 'no-name' }[] =>
  open.flatMap((one) => {
    const problem = problemOf(one, decisions.find((d) => d.kind === one.kind && d.ref === one.ref))
    return problem ? [{ open: one, problem }] : []
  })

/** How long whom it is about still reads: coordinators write minutes for a while, a caseworker with a task reads until its day. */
export function lastReading(open: OpenEnd, decisions: readonly Decision[], at: { leftOn: string; lateDays: number }): string {
  if (open.code === 'coordinator' || open.code === 'secondary-coordinator') return addDays(at.leftOn, at.lateDays)
  const tasks = decisions.flatMap((d) => (d.outcome === 'task' && d.staffId === open.owner && d.due !== null ? [d.due] : []))
  return [at.leftOn, ...tasks].toSorted().at(-1) ?? at.leftOn
}

// ---- what is typed ----

export const Id = z.coerce.number().int().positive()
export const text = (most: number) => z.string().trim().min(1).max(most)
export const optionalText = (most: number) => z.string().trim().max(most).default('')
export const Day = z.iso.date()
export const OptionalDay = z.preprocess((v) => (v === '' || v === undefined ? null : v), Day.nullable())
const OptionalId = z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable())
export const Ids = z.preprocess((v) => (v === undefined || v === null || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(Id).max(50))
export const Ticked = z.preprocess((v) => v === 'on' || v === 'yes' || v === true, z.boolean())

const decided = z.object({ kind: z.enum(openKinds), ref: Id, outcome: z.enum(['ends', 'handed-over', 'task']), staffId: OptionalId, name: optionalText(120), due: OptionalDay })

/** `saidBy`: in whose words the reason is told; null: the coordinator's own. `to`: the new municipality, when the family has moved. */
export const CloseFamily = z.object({
  caseId: Id,
  reason: text(60),
  leftOn: Day,
  saidBy: OptionalId,
  words: optionalText(2000),
  to: optionalText(100),
  decisions: z.array(decided).max(500),
})
export type CloseFamily = z.output<typeof CloseFamily>
export const ReopenFamily = z.object({ caseId: Id, reason: text(500) })
export const ReferAgain = z.object({ caseId: Id, yesOn: Day, yesForm: z.enum(['signed', 'spoken']), reason: text(4000) })

type Values = Record<string, string | string[]>
const one = (values: Values, name: string): string => {
  const v = values[name]
  return typeof v === 'string' ? v : (v?.[0] ?? '')
}
/** The decisions of the form: `how.<kind>.<ref>`, `who.…`, `name.…`, `due.…`. */
export function decisionsFromForm(values: Values): Record<string, unknown>[] {
  return Object.keys(values).flatMap((field) => {
    const [, kind, ref] = /^how\.([a-z-]+)\.(\d{1,15})$/.exec(field) ?? []
    if (!kind || !ref || one(values, field) === '') return []
    const outcome = one(values, field)
    const of = (part: string) => (outcome === 'ends' ? '' : one(values, `${part}.${kind}.${ref}`))
    return [{ kind, ref, outcome, staffId: of('who'), name: of('name'), due: of('due') }]
  })
}
