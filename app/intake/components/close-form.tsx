import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { ButtonGroup, ConfirmButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import type { IntakePage } from '../read-intake.server.ts'
import { errorsOf, typed } from './refused.tsx'

/** VIS-20: the family leaves the project with a reason, or comes back. */
export const CloseForm = ({ page, refused }: { page: IntakePage; refused: Refused | undefined }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const does = page.closedOn ? 'reopen' : 'close'
  const errors = errorsOf(refused, locale, m.missingField, does)
  return (
    <Details summary={page.closedOn ? m.reopen : m.close} open={Object.keys(errors).length > 0}>
      <Form prefix="l" errors={errors}>
        {page.closedOn ? (
          <TextArea name="reason" label={m.reopenReason} rows={2} value={typed(refused, 'reason', '', does)} />
        ) : (
          <RadioGroup
            name="reason"
            legend={m.closeReason}
            value={typed(refused, 'reason', '', does)}
            choices={page.exitReasons.map((one) => ({ value: one.code, label: one.label }))}
          />
        )}
        <ButtonGroup>
          <ConfirmButton
            label={page.closedOn ? m.reopen : m.close}
            question={page.closedOn ? m.reopenQuestion : m.closeQuestion}
            confirm={page.closedOn ? m.reopen : m.closeConfirm}
            name="do"
            value={does}
          />
        </ButtonGroup>
      </Form>
    </Details>
  )
}
