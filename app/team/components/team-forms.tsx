import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { da, en } from '../coordinator-messages.ts'
import type { TeamPage } from '../read-team.server.ts'
import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'

/** Putting a professional on the family; the role brings its area. */
export const AddForm = ({ page, refused }: { page: TeamPage; refused: Refused | undefined }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string) => typed(refused, name, '', 'add')
  return (
    <Form prefix="n" errors={errorsOf(refused, locale, m.missing, 'add')}>
      <Select
        name="staffId"
        label={m.who}
        placeholder
        value={was('staffId')}
        options={page.workers.map((one) => ({ value: one.id, label: `${one.name}, ${one.department}` }))}
      />
      <Select
        name="role"
        label={m.role}
        hint={m.sectorHint}
        placeholder
        value={was('role')}
        options={page.roles.map((one) => ({ value: one.code, label: `${one.label} (${one.sectorLabel})` }))}
      />
      <TextArea name="doesWhat" label={m.doesWhat} hint={m.doesWhatHint} rows={2} value={was('doesWhat')} />
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', page.today, 'add')} />
      <DateFields name="until" legend={m.until} hint={m.untilHint} optional value={typedDateParts(refused, 'until', null, 'add')} />
      <SubmitButton name="do" value="add">
        {m.addButton}
      </SubmitButton>
    </Form>
  )
}

/** The last day of one person, asked once more. */
export const EndForm = ({ one, today, refused: any }: { one: TeamPage['team'][number]; today: string; refused: Refused | undefined }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.assignmentId === String(one.id) ? any : undefined
  return (
    <Form prefix={`e${one.id}`} errors={errorsOf(refused, locale, m.missing, 'end')}>
      <input type="hidden" name="assignmentId" value={one.id} />
      <ConfirmButton
        variant="quiet"
        label={
          <>
            {m.end}
            <span className="sr-only"> {one.name}</span>
          </>
        }
        question={m.endQuestion(one.name)}
        confirm={m.endConfirm}
        name="do"
        value="end"
      >
        <DateFields name="until" legend={m.endOn} value={typedDateParts(refused, 'until', today, 'end')} />
      </ConfirmButton>
    </Form>
  )
}
