import type { ReactNode } from 'react'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { type FieldErrors, Form } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import { ANSWERS, type AnswerState } from '../invitation.ts'
import { invitationTexts } from '../words.ts'

type Props = {
  action: string
  hidden: Record<string, string | number>
  before: Pick<AnswerState, 'answer' | 'answeredAt'> & { reason: string; substitute: string }
  errors?: FieldErrors | null
  values?: Values | null
  /** Instead of "your answer": whose it is. */
  legend?: string
  /** Above the button: who answers, on the page of a link. */
  children?: ReactNode
}

/** Coming, by telephone, somebody else, or not: the same four everywhere, complete without a script. */
export const AnswerForm = ({ action, hidden, before, errors, values, legend, children }: Props) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const v = values ?? null
  return (
    <Form action={action} errors={errors ?? null} summaryElsewhere>
      {Object.entries({ ...hidden, intent: 'answer' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RadioGroup
        name="answer"
        legend={legend ?? m.answerLegend}
        value={typed(v, 'answer', before.answer)}
        choices={ANSWERS.map((a) => ({
          value: a,
          label: m.answers[a],
          ...(a === 'substitute' ? { reveals: <TextField name="substitute" label={m.substitute} value={typed(v, 'substitute', before.substitute)} maxLength={200} /> } : {}),
        }))}
      />
      <TextArea name="reason" label={m.reason} hint={m.reasonHint} optional rows={2} limit={1000} value={typed(v, 'reason', before.reason)} />
      {children}
      <SubmitButton>{m.send}</SubmitButton>
      {before.answeredAt && <Note>{m.answered(formatInstant(locale, before.answeredAt))}</Note>}
    </Form>
  )
}
