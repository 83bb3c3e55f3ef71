import { pick } from '#app/platform/i18n/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { changeText } from '../change-words.ts'
import type { StripLine } from '../development.ts'
import { da, en } from '../messages.ts'
import { Spark } from './two-lines.tsx'

/** "Hvordan går det": one line for each of the family, their own number where they have given one. Its numbers are in words beside it, the rest one click away. */
export const Strip = ({ lines, caseId, today }: { lines: readonly StripLine[]; caseId: number; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (lines.length === 0) return null
  return (
    <Card title={m.strip} footer={<a href={`/familier/${caseId}/udvikling`}>{m.stripAll}</a>}>
      <ul className="nobullet-list no-max-width change-list change-strip">
        {lines.map(({ name, line }) => (
          <li key={line.personId}>
            <Spark line={line} />
            <p>
              <strong>{name}</strong>
              {`: ${line.measure.label[locale]}`}
              <br />
              {changeText(locale, line, today, true)} <span className="note">{m.by[line.by]}</span>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
