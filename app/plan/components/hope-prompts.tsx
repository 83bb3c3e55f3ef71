import { useLocale } from '#app/ui/context.tsx'
import { Details } from '#app/ui/text.tsx'
import type { Goal, Hope } from '../plan.ts'
import { planTexts } from '../plan-words.ts'

type Prompt = { code: string; question: string; to: 'goal' | 'activity' }
type Props = { hope: Hope; goals: readonly Goal[]; prompts: readonly Prompt[]; base: string }

/**
 * The realistic conversation (PLAN-10, PLAN-23): questions beside a dream, from the pack. What is answered is written where it will stand,
 * as a goal or a first step under this hope; a step belongs to a goal, so the first question comes first while there is none.
 */
export const HopePrompts = ({ hope, goals, prompts, base }: Props) => {
  const m = planTexts(useLocale())
  const own = goals.filter((g) => g.hopeId === hope.id)
  const asked = prompts.filter((p) => p.to === 'goal' || own.length > 0)
  if (asked.length === 0) return null
  const address = (p: Prompt) =>
    p.to === 'goal' ? `${base}/maal/nyt?haab=${hope.id}&spoerg=${p.code}` : `${base}/aktivitet/ny?maal=${own[0]!.id}&spoerg=${p.code}`
  return (
    <div className="d-print-none">
      <Details summary={m.fromHope}>
        <ul>
          {asked.map((p) => (
            <li key={p.code}>
              <a href={address(p)}>{p.question}</a>{' '}
              <span className="note">{p.to === 'goal' ? m.becomesGoal : m.becomesStep}</span>
            </li>
          ))}
        </ul>
      </Details>
    </div>
  )
}
