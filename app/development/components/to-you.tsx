import { pick } from '#app/platform/i18n/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Curve } from '#app/ui/curve.tsx'
import { Details } from '#app/ui/text.tsx'
import { toYou } from '../change-words.ts'
import { type Line, shadowOf, shownFirst } from '../development.ts'
import { da, en } from '../messages.ts'

const SHOWN = 3

/** One of the family as the family reads it: what they say themselves first, with its curve, then in words what others have seen; no colour that judges. */
export const ToYou = ({ lines, self, name, today }: { lines: readonly Line[]; self: boolean; name: string; today: string }) => {
  const m = pick(useLocale(), { da, en })
  const own = lines.filter((l) => l.by === 'self')
  const { shown, folded } = shownFirst(lines.filter((l) => l.by !== 'self'), SHOWN)
  return (
    <>
      {own.length > 0 && <h3>{m.mine.said(self, name)}</h3>}
      {self ? own.map((line) => <Drawn key={line.key} line={line} today={today} />) : <InWords lines={own} today={today} />}
      {shown.length > 0 && <h3>{m.mine.seen}</h3>}
      <InWords lines={shown} today={today} />
      {folded.length > 0 && (
        <Details summary={m.more(folded.length)}>
          <InWords lines={folded} today={today} />
        </Details>
      )}
    </>
  )
}

const InWords = ({ lines, today }: { lines: readonly Line[]; today: string }) => {
  const locale = useLocale()
  return (
    <ul className="nobullet-list">
      {lines.map((line) => {
        const { said, numbers } = toYou(locale, line, today)
        return (
          <li key={line.key}>
            <strong>{line.measure.label[locale]}</strong>
            <br />
            {said} {numbers}
          </li>
        )
      })}
    </ul>
  )
}

function Drawn({ line, today }: { line: Line; today: string }) {
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
