import { useLocale } from '#app/ui/context.tsx'
import { changeText } from '../change-words.ts'
import type { Line } from '../development.ts'
import { Spark } from './two-lines.tsx'

/** Measures of one person: a small line, its name, and in words how far it has come. */
export const ChangeList = ({ lines, today }: { lines: readonly Line[]; today: string }) => {
  const locale = useLocale()
  return (
    <ul className="nobullet-list no-max-width change-list">
      {lines.map((line) => (
        <li key={line.key}>
          <Spark line={line} />
          <p>
            <strong>{line.measure.label[locale]}</strong>
            <br />
            {changeText(locale, line, today, true)}
          </p>
        </li>
      ))}
    </ul>
  )
}
