import type { Words } from '#app/catalogue/pack-item.ts'
import type { By, Point, Series } from '#app/progression/series.ts'
import { errorOf, rangeOf, type Scale, type Tool } from './instruments.ts'
import type { Score } from './scores.ts'

/*
 * Scores as series (progression/series.ts): only what is its like stands in one series: the same scale, version, form and person who answered. A scale that may not be used alone is no series.
 */

type Kept = Pick<Score, 'id' | 'shelfId' | 'personId' | 'instrument' | 'version' | 'form' | 'informant' | 'informantPerson' | 'informantName' | 'answeredOn' | 'scores'>

const byOf = (informant: Kept['informant']): By => (informant === 'teacher' || informant === 'professional' ? 'professional' : 'self')

/** `who-5.percent`; with its form where the instrument has several (`sdq.totalDifficulties.P4-17`), and its version where that is not today's. */
export function measureCode(tool: Pick<Tool, 'code' | 'forms' | 'version'>, scale: Pick<Scale, 'code'>, kept: Pick<Kept, 'form' | 'version'>): string {
  return [tool.code, scale.code, ...(tool.forms.length > 1 ? [kept.form] : []), ...(kept.version === tool.version ? [] : [`v${kept.version}`])].join('.')
}

/** Who answered, so that two answers are of the same person: a parent by id, a professional by name. */
export const respondent = (s: Pick<Kept, 'informant' | 'informantPerson' | 'informantName'>): string => `${s.informant} ${s.informantPerson ?? s.informantName.toLowerCase()}`

export function seriesOfScores(scores: readonly Kept[], tools: readonly Tool[]): Series[] {
  return tools.flatMap((tool) => {
    const mine = scores.filter((s) => s.instrument === tool.code)
    const alike = [...Map.groupBy(mine, (s) => [s.personId, s.version, s.form, respondent(s)].join('|')).values()]
    return alike.flatMap((group) => tool.scales.filter((scale) => scale.followed).flatMap((scale) => one(tool, scale, group, alike)))
  })
}

function one(tool: Tool, scale: Scale, group: readonly Kept[], all: readonly (readonly Kept[])[]): Series[] {
  const [first] = group
  const points: Point[] = group.flatMap((s) => {
    const value = s.scores[scale.code]
    return typeof value === 'number' ? [{ on: s.answeredOn, value, by: byOf(s.informant), who: s.informantName || null, recordId: s.id, shelfId: s.shelfId }] : []
  })
  if (!first || points.length === 0) return []
  const error = errorOf(scale, first.informant)
  const others = all.some((g) => g !== group && g[0]?.personId === first.personId && g[0]?.form === first.form)
  return [
    {
      personId: first.personId,
      by: byOf(first.informant),
      points: points.toSorted((a, b) => a.on.localeCompare(b.on) || a.recordId - b.recordId),
      measure: {
        kind: 'instrument',
        code: measureCode(tool, scale, first),
        label: labelOf(tool, scale, first, others),
        higherIsBetter: scale.higherIsBetter,
        range: rangeOf(tool, scale, first.informant),
        error: error ? { sd: error.sd, reliability: error.reliability, source: error.source } : null,
        // Where no spread is published but a change that one person must have is, that change is the step.
        relevantChange: scale.relevantChange?.points ?? (error ? null : (scale.reliableChange?.points ?? null)),
      },
    },
  ]
}

function labelOf(tool: Tool, scale: Scale, kept: Kept, withWho: boolean): Words {
  const form = tool.forms.find((f) => f.code === kept.form)
  const aside = (locale: 'da' | 'en') => [...(tool.forms.length > 1 && form ? [form.label[locale]] : []), ...(withWho && kept.informantName ? [kept.informantName] : [])]
  const of = (locale: 'da' | 'en') => {
    const name = tool.framework ? scale.label[locale] : `${tool.label[locale]}: ${scale.label[locale]}`
    return aside(locale).length > 0 ? `${name} (${aside(locale).join(', ')})` : name
  }
  return { da: of('da'), en: of('en') }
}
