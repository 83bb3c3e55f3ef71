import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Curve } from '#app/ui/curve.tsx'
import { changeText, neededText, pointsText, valueText } from '../change-words.ts'
import { type Line, shadowOf } from '../development.ts'
import { da, en } from '../messages.ts'

/** One measure whole: the curve with its shadow, who said each number and when, and the rule by which the change is judged. */
export const MeasureCard = ({ line, name, today }: { line: Line; name: string; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { measure } = line
  const [low, high] = measure.range
  const who = (p: Line['points'][number]) => (p.by === 'self' ? m.byWho.self(name) : p.by === 'professional' ? m.byWho.professional(p.who) : m.byWho[p.by])
  const note = (p: Line['points'][number]) => [line.values?.[String(p.value)], who(p)].filter(Boolean).join(' · ')
  return (
    <Card title={measure.label[locale]} id={`maaling-${line.key}`} aside={m.by[line.by]}>
      <p className="font-lead">{changeText(locale, line, today, true)}</p>
      <Curve
        points={line.points.map((p) => ({ date: p.on, value: p.value, ...shadowOf(measure, p.value), note: note(p) }))}
        // Best at the top, also where the scale is turned.
        range={measure.higherIsBetter ? [low, high] : [high, low]}
        alt={m.curveAlt(measure.label[locale], valueText(locale, line, line.standing.baseline.point.value), changeText(locale, line, today))}
        valueLabel={m.value}
      />
      <p className="note">{rulesOf(locale, line).join(' ')}</p>
    </Card>
  )
}

/** What one must know to trust the number, or not to. */
export function rulesOf(locale: Locale, line: Line): string[] {
  const m = pick(locale, { da, en })
  const { measure, standing: s } = line
  const [low, high] = measure.range
  const n = (value: number) => pointsText(locale, value)
  return [
    ...(line.values ? [] : [m.scale(n(low), n(high), measure.higherIsBetter)]),
    measure.error ? m.shadow : s.why === 'counted' || line.by === 'counted' || line.by === 'register' ? m.countedShadow : m.noShadow,
    ...(measure.error && s.needed !== null ? [m.rules.reliable(neededText(locale, s.needed), measure.error.source)] : []),
    ...(s.forGroups === null ? [] : [m.rules.groups(n(s.forGroups))]),
    ...(measure.error === null && s.needed !== null && s.why !== 'counted' ? [m.rules.step(n(s.needed))] : []),
    ...(s.why === 'no-error' ? [m.rules.none] : []),
    ...(s.baseline.late ? [m.rules.late(formatDate(locale, s.baseline.point.on))] : []),
    ...(s.room === 'none' ? [m.rules.noRoom] : s.room === 'little' && s.why !== 'counted' ? [m.rules.littleRoom] : []),
    ...(line.outOfReach === null ? [] : [m.rules.percent(n(s.baseline.point.value), n(high), n(line.outOfReach))]),
  ]
}
