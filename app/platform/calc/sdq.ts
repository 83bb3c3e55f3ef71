/**
 * The Strengths and Difficulties Questionnaire by item codes: scoring, impact, bands. Never a word of an item: the form is not ours to show (measurement.md 1.6).
 * Codes and rules as in the official syntaxes (sdqinfo.org c1-c3); bands: measurement.md 1.3, each norm set by its name.
 */

/** Which items make a subscale; `(R)` items are turned round. */
export const sdqItems = {
  emotional: ['somatic', 'worries', 'unhappy', 'clingy', 'afraid'],
  conduct: ['tantrum', 'obeys', 'fights', 'lies', 'steals'],
  hyperactivity: ['restles', 'fidgety', 'distrac', 'reflect', 'attends'],
  peer: ['loner', 'friend', 'popular', 'bullied', 'oldbest'],
  prosocial: ['consid', 'shares', 'caring', 'kind', 'helpout'],
} as const
const reversed = new Set<string>(['obeys', 'friend', 'popular', 'reflect', 'attends'])
export type SdqScale = keyof typeof sdqItems
export const sdqCodes: readonly string[] = Object.values(sdqItems).flat()
export type SdqAnswers = Readonly<Record<string, number | null | undefined>>
type Scores = Record<SdqScale | 'totalDifficulties' | 'externalising' | 'internalising', number | null>

/**
 * Five subscales 0-10 and their sums. A subscale is the mean of its answered items times five, rounded half up, when at least three are answered, else null; a sum
 * is null when one of its subscales is.
 * @param answers 0, 1 or 2 by item code; null or left out is not answered
 */
export function scoreSdq(answers: SdqAnswers): Scores & { reason?: 'incomplete' } {
  const scale = (name: SdqScale): number | null => {
    const given = sdqItems[name].flatMap((code) => {
      const answer = answers[code]
      return answer === null || answer === undefined ? [] : [reversed.has(code) ? 2 - answer : answer]
    })
    return given.length < 3 ? null : Math.floor(0.5 + (5 * sum(given)) / given.length)
  }
  const subscales = { emotional: scale('emotional'), conduct: scale('conduct'), hyperactivity: scale('hyperactivity'), peer: scale('peer'), prosocial: scale('prosocial') }
  const { emotional, conduct, hyperactivity, peer } = subscales
  const scores = {
    ...subscales,
    totalDifficulties: together([emotional, conduct, hyperactivity, peer]),
    externalising: together([conduct, hyperactivity]),
    internalising: together([emotional, peer]),
  }
  return Object.values(scores).includes(null) ? { ...scores, reason: 'incomplete' } : scores
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0)
const together = (parts: readonly (number | null)[]): number | null => parts.reduce((total, part) => (total === null || part === null ? null : total + part), 0)

export type Informant = 'parent' | 'teacher' | 'self'
export type ImpactAnswers = { anyDifficulty: number | null; distress?: number | null; home?: number | null; friends?: number | null; learning?: number | null; leisure?: number | null }

/**
 * Impact: answers 0 and 1 count 0, 2 counts 1, 3 counts 2; five questions of parent and self (0-10), three of the teacher (0-6). No difficulties is impact 0 whatever
 * the rest says; a needed answer missing is null.
 */
export function sdqImpact(informant: Informant, answers: ImpactAnswers): { impact: number | null; max: number; reason?: 'incomplete' } {
  const asked = informant === 'teacher' ? (['distress', 'friends', 'learning'] as const) : (['distress', 'home', 'friends', 'learning', 'leisure'] as const)
  const max = asked.length * 2
  if (answers.anyDifficulty === 0) return { impact: 0, max }
  const points = asked.map((name) => answers[name] ?? null)
  const impact = answers.anyDifficulty === null ? null : together(points.map((p) => (p === null ? null : Math.max(0, p - 1))))
  return impact === null ? { impact, max, reason: 'incomplete' } : { impact, max }
}

export const sdqVersions = ['P2-4', 'P4-17', 'T4-17', 'S11-17'] as const
export type SdqVersion = (typeof sdqVersions)[number]
export const bandedScales = ['totalDifficulties', 'emotional', 'conduct', 'hyperactivity', 'peer', 'prosocial', 'impact'] as const
export type BandedScale = (typeof bandedScales)[number]
export const bandNames = { 3: ['normal', 'borderline', 'abnormal'], 4: ['close', 'slight', 'high', 'very_high'] } as const
type Cuts = Record<Exclude<BandedScale, 'impact'>, readonly number[]> & { impact?: readonly number[] }

/** The lowest score of every band after the first; of the prosocial scale, where few points are the worry, the highest. British norms as published. */
const cuts: Record<3 | 4, Partial<Record<SdqVersion, Cuts>>> = {
  3: {
    'P4-17': { totalDifficulties: [14, 17], emotional: [4, 5], conduct: [3, 4], hyperactivity: [6, 7], peer: [3, 4], prosocial: [5, 4], impact: [1, 2] },
    'P2-4': { totalDifficulties: [13, 16], emotional: [3, 4], conduct: [4, 5], hyperactivity: [6, 7], peer: [3, 4], prosocial: [6, 5], impact: [1, 2] },
    'T4-17': { totalDifficulties: [12, 16], emotional: [5, 6], conduct: [3, 4], hyperactivity: [6, 7], peer: [4, 5], prosocial: [5, 4], impact: [1, 2] },
    'S11-17': { totalDifficulties: [16, 20], emotional: [6, 7], conduct: [4, 5], hyperactivity: [6, 7], peer: [4, 6], prosocial: [5, 4], impact: [1, 2] },
  },
  4: {
    'T4-17': { totalDifficulties: [12, 16, 19], emotional: [4, 5, 6], conduct: [3, 4, 5], hyperactivity: [6, 8, 9], peer: [3, 5, 6], prosocial: [5, 4, 3] },
    'P4-17': { totalDifficulties: [14, 17, 20], emotional: [4, 5, 7], conduct: [3, 4, 6], hyperactivity: [6, 8, 9], peer: [3, 4, 5], prosocial: [7, 6, 5], impact: [1, 2, 3] },
    'S11-17': { totalDifficulties: [15, 18, 20], emotional: [5, 6, 7], conduct: [4, 5, 6], hyperactivity: [6, 7, 8], peer: [3, 4, 5], prosocial: [6, 5, 4], impact: [1, 2, 3] },
  },
}

/** The highest score a scale can have with this form. */
export const sdqMax = (version: SdqVersion, scale: BandedScale): number => (scale === 'totalDifficulties' ? 40 : scale === 'impact' && version === 'T4-17' ? 6 : 10)

/**
 * In which band of the named norm set a score lies. Null where the set has none for that scale (four bands of P2-4, four bands of the teacher's impact), or the score is null.
 * Three and four bands disagree (prosocial 6 is normal in one, low in the other): say which set was used.
 */
export function sdqBand(version: SdqVersion, bands: 3 | 4, scale: BandedScale, score: number | null): string | null {
  const limits = cuts[bands][version]?.[scale]
  if (!limits || score === null) return null
  const passed = limits.filter((limit) => (scale === 'prosocial' ? score <= limit : score >= limit)).length
  return bandNames[bands][passed] ?? null
}

export type AddedValue = { expectedT2: number | null; addedValue: number | null; effectSize: number | null; reason?: 'informant' | 'months' }

/**
 * Added value: what the second total would be expected to be without help, less what it is (sdqinfo.com e10). Only the parent's form, four to eight months apart, families at
 * high risk; ±10 points for one child, so never shown for a single child.
 */
export function sdqAddedValue(i: { informant: Informant; months: number; t1Total: number; t1Impact: number; t1Emotional: number; t2Total: number }): AddedValue {
  const none = { expectedT2: null, addedValue: null, effectSize: null }
  if (i.informant !== 'parent') return { ...none, reason: 'informant' }
  if (i.months < 4 || i.months > 8) return { ...none, reason: 'months' }
  const expectedT2 = 2.3 + 0.8 * i.t1Total + 0.2 * i.t1Impact - 0.3 * i.t1Emotional
  return { expectedT2, addedValue: expectedT2 - i.t2Total, effectSize: (expectedT2 - i.t2Total) / 5 }
}
