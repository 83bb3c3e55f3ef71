import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { familyState, FamilyStage } from '../family-state.ts'
import { da, en } from '../messages.ts'

/** How far the family has come (VIS-21): each step said in words, with its day. */
export const StateSteps = ({
  state,
  later = [],
}: {
  state: ReturnType<typeof familyState>
  /** What came after the place: the plan begun, agreed, followed up. */
  later?: readonly { stage: FamilyStage; on: string }[]
}) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const shown = state.steps.filter((one) => one.step !== 'plan-begun' && one.step !== 'agreed')
  return (
    <ol className="nobullet-list">
      {shown.map((one) => (
        <li key={one.step}>
          <Icon name={one.done ? 'check' : 'chevron-right'} label={one.done ? m.done : m.notYet} /> {m.steps[one.step]}
          {one.done && one.on && <> · {formatDate(locale, one.on)}</>}
        </li>
      ))}
      {later.map((one) => (
        <li key={one.stage}>
          <Icon name="check" label={m.done} /> {m.later[one.stage as keyof typeof m.later]} · {formatDate(locale, one.on)}
        </li>
      ))}
    </ol>
  )
}
