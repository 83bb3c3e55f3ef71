import type { ReactNode } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { Quote } from '#app/ui/text.tsx'
import type { Hope } from '../plan.ts'
import { nameOf, planTexts, saidText } from '../plan-words.ts'

type Props = {
  hopes: readonly Hope[]
  people: readonly { id: number; name: string }[]
  today: string
  /** Below a hope: links and buttons. */
  actions?: (hope: Hope) => ReactNode
  /** Instead of a hope: the form it is being changed in. */
  instead?: (hope: Hope) => ReactNode
}

/** What the family hopes for, in their own words. First in the plan, always. */
export const Hopes = ({ hopes, people, today, actions, instead }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  return (
    <ul className="nobullet-list">
      {hopes.map((h) => (
        <li key={h.id} id={`haab-${h.id}`} className="keep-together">
          {instead?.(h) ?? (
            <>
              <Quote by={h.personId === null ? m.wholeFamily : nameOf(people, h.personId)} heard={saidText(locale, today, h.onBehalf)}>
                {h.words}
              </Quote>
              {actions?.(h)}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
