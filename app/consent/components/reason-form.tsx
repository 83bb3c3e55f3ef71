import { refusal } from '#app/platform/forms/refusal.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'

/** The project manager says why before the logbook or the messages of a family open (`openWithReason`). Sends `intent=open` and `reason`. */
export const ReasonForm = ({ title, text, label, button, action, data }: { title: string; text: string; label: string; button: string; action: string; data: unknown }) => {
  const { errors, values } = refusal(useLocale(), data, 'open')
  return (
    <Card title={title}>
      <p>{text}</p>
      <Form action={action} errors={errors}>
        <input type="hidden" name="intent" value="open" />
        <TextArea name="reason" label={label} rows={2} limit={1000} value={typed(values, 'reason')} />
        <SubmitButton>{button}</SubmitButton>
      </Form>
    </Card>
  )
}
