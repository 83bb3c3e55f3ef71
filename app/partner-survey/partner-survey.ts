import { z } from 'zod'
import { words } from '#app/catalogue/pack-item.ts'
import { proportion, proportionDifference } from '#app/platform/calc/groups.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * Do associations, volunteers and companies find that they take more part in decisions (GOAL-07; 000:73-75)? A short round by link, answered without a name. Shown when it is over and enough have
 * answered; a share always with its interval (Wilson), two rounds with the interval of their difference (Newcombe).
 */

export const KINDS = ['association', 'volunteer', 'company'] as const
export type Kind = (typeof KINDS)[number]
export const kindOf = (text: string): Kind => KINDS.find((k) => k === text) ?? 'association'

/** A question as it stood when it was asked. `goal`: the requirement its share speaks to. */
export const AskedQuestion = z.object({ code: z.string(), label: words, text: words, low: words, high: words, goal: z.string().nullable() })
export type AskedQuestion = z.output<typeof AskedQuestion>
export type Partner = { id: number; name: string; kind: Kind; address: string; answered: boolean }

/** Answers by value 1 to 5 of one question. */
export type Counts = { question: string; values: readonly number[] }
export type Round = {
  id: number
  openedOn: string
  closesOn: string
  over: boolean
  /** So many must answer before the answers are shown. */
  least: number
  invited: number
  answered: number
  questions: AskedQuestion[]
  /** Empty while the round is open or too few have answered. */
  counts: Counts[]
}
/** What a round says of one question: `agree` of `n` answered 4 or 5, as a share with its interval. */
export type Result = { question: AskedQuestion; n: number; agree: number; share: { p: number; low: number; high: number }; mean: number }

/** From this answer on, a partner says yes. */
const YES_FROM = 4
/** The results of a round in the order of its questions; nothing while they are not to be shown. */
export function resultsOf(round: Round): Result[] {
  return round.questions.flatMap((question) => {
    const values = round.counts.find((c) => c.question === question.code)?.values ?? []
    const n = values.reduce((s, x) => s + x, 0)
    if (n < round.least) return []
    const agree = values.slice(YES_FROM - 1).reduce((s, x) => s + x, 0)
    const { p, low, high } = proportion(agree, n)
    if (p === null || low === null || high === null) return []
    return [{ question, n, agree, share: { p, low, high }, mean: values.reduce((s, x, i) => s + x * (i + 1), 0) / n }]
  })
}
/** The round's answer to a requirement such as GOAL-07; null: not asked, not over, or too few. */
export const resultFor = (round: Round, requirement: string): Result | null => resultsOf(round).find((r) => r.question.goal === requirement) ?? null

export type Change = { code: string; difference: number; low: number; high: number; verdict: 'more' | 'less' | 'unsure' }
/** How far the share moved from one round to the next, for the questions asked in both. `unsure`: the interval holds zero. */
export function changesBetween(earlier: Round, later: Round): Change[] {
  const before = resultsOf(earlier)
  return resultsOf(later).flatMap((now) => {
    const was = before.find((b) => b.question.code === now.question.code)
    if (!was) return []
    const { difference, low, high } = proportionDifference({ x1: now.agree, n1: now.n, x2: was.agree, n2: was.n })
    if (difference === null || low === null || high === null) return []
    return [{ code: now.question.code, difference, low, high, verdict: low > 0 ? 'more' : high < 0 ? 'less' : 'unsure' }]
  })
}

type Line = { name: string; kind: Kind; address: string }
/** Partners as they are typed, one on each line: `Tørring IF, formand@toerring-if.example`. `bad`: numbers of the lines without a name or a mail address. */
export function readPartners(kind: Kind, text: string): { partners: Line[]; bad: number[] } {
  const bad: number[] = []
  const partners = text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return []
    const found = /^(.+?)[\s,;]+(\S+@\S+\.\S+)$/.exec(line.trim())
    const name = found?.[1]?.replace(/[\s,;]+$/, '') ?? ''
    if (!found || name === '' || name.length > 100) bad.push(i + 1)
    return found && name !== '' ? [{ name, kind, address: found[2]!.toLowerCase() }] : []
  })
  return { partners, bad }
}
/** The same, as it can be typed again. */
export const asLines = (partners: readonly Pick<Partner, 'name' | 'address' | 'kind'>[], kind: Kind): string => partners.filter((p) => p.kind === kind).map((p) => `${p.name}, ${p.address}`).join('\n')

const Id = z.coerce.number().int().positive()
const text = z.string().max(20_000).default('')
export const OpenRound = z.object({
  projectId: Id,
  closesOn: PlainDate,
  questions: z.preprocess((v) => (typeof v === 'string' ? [v] : (v ?? [])), z.array(z.string()).max(5)),
  association: text,
  volunteer: text,
  company: text,
})
export type OpenRound = z.output<typeof OpenRound>
export const RoundRef = z.object({ surveyId: Id })

/** What the page of a link shows. Every way in which a link does not work looks the same. */
export const OpenedSurvey = z.discriminatedUnion('state', [
  z.object({ state: z.literal('thanks'), municipality: z.string() }),
  z.object({ state: z.literal('answer'), municipality: z.string(), questions: z.array(AskedQuestion), closesOn: z.string(), least: z.number() }),
])
export type SurveyPage = z.output<typeof OpenedSurvey> | { state: 'gone' }
export const isToken = (value: string | undefined): value is string => value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value)
/** Longest text of a partner, in characters. */
export const LONGEST = 2000
