import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { da, en } from '../comparison-messages.ts'
import type { ComparisonPage } from '../read-comparison.server.ts'

/** Means of the comparison group with their source. */
export function ComparisonForm({ p, actionData }: { p: ComparisonPage; actionData: unknown }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const said = (name: string) => (typeof values?.[name] === 'string' ? values[name] : '')
  return (
    <Card title={m.write}>
      <p className="note">{m.writeHint}</p>
      <Form action={`/projekt/sammenligning?projekt=${p.project.id}`} errors={errors}>
        <Select name="measure" label={m.measure} value={said('measure')} placeholder options={p.measures.map((one) => ({ value: one.code, label: one.label[locale] }))} />
        <TextField name="afterMonths" label={m.afterField} value={said('afterMonths') || '12'} inputMode="numeric" />
        <TextField name="people" label={m.peopleField} value={said('people')} inputMode="numeric" />
        <TextField name="before" label={m.before} value={said('before')} inputMode="decimal" />
        <TextField name="after" label={m.afterMean} value={said('after')} inputMode="decimal" />
        <TextField name="sdChange" label={m.sd} hint={m.sdHint} optional value={said('sdChange')} inputMode="decimal" />
        <TextField name="source" label={m.sourceField} hint={m.sourceHint} value={said('source')} />
        <SubmitButton>{m.save}</SubmitButton>
      </Form>
    </Card>
  )
}
