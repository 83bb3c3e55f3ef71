import { pick } from '#app/platform/i18n/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Details } from '#app/ui/text.tsx'
import { shownFirst } from '../development.ts'
import type { MemberDevelopment } from '../development.server.ts'
import { da, en } from '../messages.ts'
import { missingText } from '../missing-text.ts'
import { ChangeList } from './change-list.tsx'
import { TwoLines } from './two-lines.tsx'

const [PAIRS, LINES] = [2, 4]

/** One of the family: what they say and what is judged beside each other, then what else is measured, the better first. */
export const MemberCard = ({ member: p, today, href }: { member: MemberDevelopment; today: string; href: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const pairs = p.pairs.slice(0, PAIRS)
  const drawn = pairs.flatMap((pair) => [pair.own, pair.judged])
  const { shown, folded } = shownFirst(p.lines.filter((l) => !drawn.includes(l)), LINES)
  return (
    <Card title={p.name} aside={p.age} id={`person-${p.id}`} footer={p.lines.length > 0 && <a href={href}>{m.open(p.name)}</a>}>
      {p.lines.length === 0 ? (
        <p>{m.nobody}</p>
      ) : (
        <>
          {pairs.length === 0 && <p>{m.noOwn}</p>}
          {pairs.map((pair) => (
            <TwoLines key={pair.own.key} name={p.name} pair={pair} today={today} />
          ))}
          <ChangeList lines={shown} today={today} />
          {folded.length > 0 && (
            <Details summary={m.more(folded.length)}>
              <ChangeList lines={folded} today={today} />
            </Details>
          )}
          {p.notMeasured.length > 0 && <p className="note">{missingText(locale, p.notMeasured)}</p>}
        </>
      )}
    </Card>
  )
}
