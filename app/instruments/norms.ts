import type { InformantKind, NormSet } from '#app/catalogue/pack-instruments.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { type BandedScale, bandedScales, sdqBand, type SdqVersion, sdqVersions } from '#app/platform/calc/sdq.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import type { Tool } from './instruments.ts'
import type { Scores } from './scoring.ts'

/*
 * Bands: where a score lies in a named norm set that the municipality has chosen. The sets disagree (prosocial 6 is ordinary in one, low in the other), so the name of the set always
 * stands beside the band, and the set with its version stays with the score (measurement.md 1.3, 1.4).
 */

export type Bands = Record<string, string | null>

/** The chosen set that fits the form and the age on the day, the first of them; null: none does, and there are no bands. */
export function normSetFor(tool: Pick<Tool, 'code' | 'chosenNorms'>, sets: readonly NormSet[], who: { form: string; born: string | null; on: string }): NormSet | null {
  const age = who.born === null ? null : ageOn(who.born, who.on)
  const usable = inForce(sets, who.on).filter((s) => s.instrument === tool.code && coversForm(s, who.form) && (age === null || (age >= s.ageFrom && (s.ageUntil === null || age <= s.ageUntil))))
  return tool.chosenNorms.map((code) => usable.find((s) => s.code === code)).find((s) => s !== undefined) ?? null
}
function coversForm(set: NormSet, form: string): boolean {
  if (set.rule === 'score') return true
  const version = sdqVersions.find((v) => v === form)
  if (set.rule === 'sdq-3' || set.rule === 'sdq-4') return version !== undefined && sdqBand(version, set.rule === 'sdq-3' ? 3 : 4, 'totalDifficulties', 0) !== null
  return set.cuts.some((c) => c.form === form)
}

type Asked = { form: string; informant: InformantKind; /** Boys or girls, where the set asks; '' otherwise. */ group: string }
/** The band of every scale that the set speaks of. Null where the score is. */
export function bandsOf(set: NormSet, asked: Asked, scores: Scores, named: Record<string, string | null>): Bands {
  const known = Object.entries(scores).flatMap(([scale, score]) => {
    const band = set.rule === 'score' ? named[scale] : set.rule ? published(set.rule, asked.form, scale, score) : fromCuts(set, asked, scale, score)
    return band === undefined ? [] : [[scale, band] as const]
  })
  return Object.fromEntries(known)
}

function published(rule: 'sdq-3' | 'sdq-4', form: string, scale: string, score: number | null): string | null | undefined {
  const version: SdqVersion | undefined = sdqVersions.find((v) => v === form)
  const banded: BandedScale | undefined = bandedScales.find((s) => s === scale)
  return version && banded ? sdqBand(version, rule === 'sdq-3' ? 3 : 4, banded, score) : undefined
}

function fromCuts(set: NormSet, { form, group }: Asked, scale: string, score: number | null): string | null | undefined {
  const found = set.cuts.find((c) => c.form === form && c.scale === scale && (c.group === null || c.group === group))
  if (!found) return undefined
  if (score === null) return null
  const passed = found.from.filter((limit) => (found.downwards ? score <= limit : score >= limit)).length
  return set.bands[passed]?.code ?? null
}

/** Is any of the bands a reason to talk? */
export const isReasonToTalk = (set: Pick<NormSet, 'bands'> | null, bands: Bands): boolean => Object.values(bands).some((b) => set?.bands.find((one) => one.code === b)?.talk === true)
