import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { nameOf, situationTexts } from '../situation-words.ts'
import type { Scale } from '../situation.ts'

/** A number on a line from 0 to 10. No colours that judge: only where it stands, and who says so. */
export const ScaleLine = ({ value, label }: { value: number; label: string }) => {
  const x = 16 + value * 22.8
  return (
    <svg className="scale-picture" viewBox="0 0 260 34" role="img" aria-label={label}>
      <line className="scale-line" x1="16" x2="244" y1="17" y2="17" />
      {Array.from({ length: 11 }, (_, n) => (
        <line key={n} className="scale-line" x1={16 + n * 22.8} x2={16 + n * 22.8} y1="13" y2="21" />
      ))}
      <circle className="scale-dot" cx={x} cy="17" r="13" />
      <text className="scale-value" x={x} y="22" textAnchor="middle">
        {value}
      </text>
    </svg>
  )
}

/** Everybody's newest answer about one member: the member's own first. */
export const Scales = ({ scales, about, people, today }: { scales: readonly Scale[]; about: number; people: readonly { id: number; name: string }[]; today: string }) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  return scales.map((s) => {
    const who = s.saidByPerson === null ? s.saidBy : nameOf(people, s.saidByPerson, m)
    const says = s.saidByPerson === about ? `${who} ${m.saysOwn}` : m.says(who)
    return (
      <div key={s.id} className="scale-row keep-together">
        <ScaleLine value={s.value} label={m.scaleValue(s.value)} />
        <div>
          <p className="note-line">
            {m.scaleValue(s.value)} · {says} · {formatShortDate(locale, s.saidOn, today)}
          </p>
          {s.notLower && (
            <p className="note-line">
              {m.notLower} {s.notLower}
            </p>
          )}
          {s.oneUp && (
            <p className="note-line">
              {m.oneUp} {s.oneUp}
            </p>
          )}
        </div>
      </div>
    )
  })
}
