import { typed, typedDate } from '#app/platform/forms/form-values.ts'
import type { Refusal } from '#app/platform/forms/refusal.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { consentTexts } from '../consent-words.ts'

/** Keeps one look-up from the family's log for a while: paragraph, reason, end. */
export function WithholdForm({
  kind,
  id,
  refused: { errors, values },
}: {
  kind: 'break-glass' | 'legal-basis'
  id: number
  refused: Refusal
}) {
  const m = consentTexts(useLocale()).basis
  return (
    <Details summary={m.hide} open={values !== null}>
      <p>{m.hideWhy}</p>
      <Form errors={errors} prefix={`hide${id}`}>
        <input type="hidden" name="intent" value={`hide.${id}`} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        <TextField name="paragraph" label={m.hideParagraph} value={typed(values, 'paragraph')} />
        <TextArea name="reason" label={m.reason} rows={2} value={typed(values, 'reason')} />
        <DateFields name="until" legend={m.hideUntil} value={typedDate(values, 'until')} />
        <SubmitButton variant="secondary">{m.hideSave}</SubmitButton>
      </Form>
    </Details>
  )
}
