import { ConfirmButton } from '#app/ui/button.tsx'
import { CsrfInput } from '#app/ui/context.tsx'

type Props = { fields: Record<string, string | number>; label: string; question: string; confirm: string; action?: string }

/** One thing, asked once before it is done; without a script as well. */
export const OneStepForm = ({ fields, label, question, confirm, action = '/min/plan' }: Props) => (
  <form method="post" action={action}>
    <CsrfInput />
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <ConfirmButton variant="quiet" label={label} question={question} confirm={confirm} />
  </form>
)
