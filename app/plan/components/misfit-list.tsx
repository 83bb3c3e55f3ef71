import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { fitTexts, misfitText } from '../fit-words.ts'
import type { Misfit } from '../fit.ts'
import type { PlanContent } from '../plan.ts'

type Props = {
  misfits: readonly Misfit[]
  plan: Pick<PlanContent, 'goals' | 'activities'>
  people: readonly { id: number; name: string }[]
  today: string
  weeks: readonly string[]
  /** Of the heading: 2 where it stands alone on a page. */
  level?: 2 | 3
  /** Where it is put right; null: not by this reader. */
  href?: (on: { kind: 'activity' | 'goal'; id: number }) => string | null
}

/** More than one can talk about at once is folded away. */
const SHOWN = 8

/** What does not fit together in time, each with what one could do; never a worry about a person (PLAN-07). */
export const MisfitList = ({ misfits, plan, people, today, weeks, level = 3, href }: Props) => {
  const locale = useLocale()
  const m = fitTexts(locale)
  if (misfits.length === 0) return <Note icon="check">{m.fits}</Note>
  const list = (some: readonly Misfit[]) => (
    <ul>
      {some.map((one) => {
        const said = misfitText(locale, today, plan, people, weeks, one)
        const link = said.on && href?.(said.on)
        return (
          <li key={said.what}>
            {said.what}
            <p className="note">
              {said.do}{' '}
              {link && (
                <a className="d-print-none" href={link}>
                  {m.see}
                  <span className="sr-only">: {said.what}</span>
                </a>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
  return (
    <Card title={m.title} level={level} id="passer-ikke">
      <p className="note">{m.lead}</p>
      {list(misfits.slice(0, SHOWN))}
      {misfits.length > SHOWN && <Details summary={m.more(misfits.length - SHOWN)}>{list(misfits.slice(SHOWN))}</Details>}
    </Card>
  )
}
