import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { type FieldErrors, Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import type { ConcernPage } from './report-card.tsx'

type Part = { d: ConcernPage; errors: FieldErrors | null; values: Values | null }
const address = (d: ConcernPage) => `/underretninger/${d.concern.id}`

/** The assessment: open while there is none, folded away afterwards. */
export const AssessCard = ({ d, errors, values }: Part) => {
  const m = pick(useLocale(), { da, en }).one
  const form = (
    <Form action={address(d)} prefix="assess" errors={values ? errors : null} summaryElsewhere>
      <input type="hidden" name="intent" value="assess" />
      <input type="hidden" name="seen" value={d.assessments.length} />
      <RadioGroup name="result" legend={m.result} value={typed(values, 'result')} choices={d.results.map((r) => ({ value: r.code, label: r.label }))} />
      <TextArea name="text" label={m.reasons} hint={m.reasonsHint} rows={5} value={typed(values, 'text')} />
      <SubmitButton>{m.assessSave}</SubmitButton>
    </Form>
  )
  return d.assessments.length === 0 ? (
    <Card title={m.assess}>{form}</Card>
  ) : (
    <Details summary={m.assessAgain} open={values !== null}>
      {form}
    </Details>
  )
}

export const ReceiptCard = ({ d, errors, values }: Part) => {
  const m = pick(useLocale(), { da, en }).one
  return (
    <Card title={m.receipt}>
      <Form action={address(d)} prefix="receipt" errors={values ? errors : null} summaryElsewhere>
        <input type="hidden" name="intent" value="receipt" />
        <TextArea name="text" label={m.receiptLabel} hint={m.receiptHint} rows={3} value={typed(values, 'text', m.receiptText)} />
        <SubmitButton variant={d.assessments.length === 0 ? 'secondary' : 'primary'}>{m.receiptSave}</SubmitButton>
      </Form>
    </Card>
  )
}

/** What stands is never changed; more may be said. */
export const AddCard = ({ d, errors, values }: Part) => {
  const m = pick(useLocale(), { da, en }).one
  return (
    <Details summary={m.add} open={values !== null}>
      <Form action={address(d)} prefix="add" errors={values ? errors : null} summaryElsewhere>
        <input type="hidden" name="intent" value="add" />
        <TextArea name="text" label={m.addLabel} hint={m.addHint} rows={5} value={typed(values, 'text')} />
        <SubmitButton variant="secondary">{m.addSave}</SubmitButton>
      </Form>
    </Details>
  )
}
