import { KeyValue } from '#app/ui/text.tsx'
import type { ProjectGoal } from '../goals.ts'
import { type Labels, useWords } from './goal-figure.tsx'

/** The definition in plain words: what another municipality would have to do to get the same figure. */
export function HowCounted({ goal, labels }: { goal: ProjectGoal; labels: Labels }) {
  const { locale, m } = useWords()
  const d = goal.definition
  const rules = !d
    ? [m.notDefined]
    : [
        m.method[d.method],
        'codes' in d && `${d.codes.map((c) => labels[c]?.label[locale] ?? c).join(', ')}.`,
        'ageOn' in d && goal.counts !== 'family' && m.ageOn[d.ageOn],
        'newSinceIntake' in d && d.newSinceIntake && m.newSince,
        d.method === 'kept-spell' && m.keptRule(d.keptMonths, d.gapDays, d.atBoundary === 'kept'),
        d.method === 'change' && m.baselineRule(d.baselineWithinDays, d.lateBaseline === 'used'),
        d.method === 'change' && ('percent' in d.improveBy ? m.betterPercent(d.improveBy.percent) : m.betterPoints(d.improveBy.points)),
        d.method === 'change' && m.zeroRule[d.zeroBaseline],
        d.method !== 'costs' && m.fewestRule(d.fewest),
        goal.note?.[locale],
      ]
  return (
    <KeyValue
      stacked
      items={[
        { key: m.population, value: goal.population[locale] },
        { key: m.countedFrom, value: goal.data[locale] },
        { key: m.howCounted, value: rules.filter((r) => typeof r === 'string' && r !== '').join(' ') },
        ...(goal.openQuestion ? [{ key: m.question, value: goal.openQuestion[locale] }] : []),
        { key: m.source, value: goal.source },
      ]}
    />
  )
}
