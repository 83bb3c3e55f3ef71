import { pick } from '#app/platform/i18n/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Curve } from '#app/ui/curve.tsx'
import { toYou } from '../change-words.ts'
import { type Line, shadowOf } from '../development.ts'
import { da, en } from '../messages.ts'

/** One of the family as the family reads it: what they say themselves first, then what others have seen; short sentences, no colour that judges. */
export const ToYou = ({ lines, self, name, today }: { lines: readonly Line[]; self: boolean; name: string; today: string }) => {
  const m = pick(useLocale(), { da, en }).mine
  const own = lines.filter((l) => l.by === 'self')
  const seen = lines.filter((l) => l.by !== 'self')
  const part = (title: string, some: readonly Line[]) =>
    some.length > 0 && (
      <>
        <h3>{title}</h3>
        {some.map((line) => (
          <One key={line.key} line={line} today={today} />
        ))}
      </>
    )
  return (
    <>
      {part(m.said(self, name), own)}
      {part(m.seen, seen)}
    </>
  )
}

function One({ line, today }: { line: Line; today: string }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { said, numbers } = toYou(locale, line, today)
  const [low, high] = line.measure.range
  return (
    <Card title={line.measure.label[locale]} level={4}>
      <p className="font-lead">{said}</p>
      <p>{numbers}</p>
      {line.points.length > 1 && (
        <Curve
          points={line.points.map((p) => ({ date: p.on, value: p.value, ...shadowOf(line.measure, p.value), note: line.values?.[String(p.value)] }))}
          range={line.measure.higherIsBetter ? [low, high] : [high, low]}
          alt={`${line.measure.label[locale]}. ${said} ${numbers}`}
          valueLabel={m.value}
          small
        />
      )}
    </Card>
  )
}
