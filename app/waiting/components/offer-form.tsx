import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { ButtonGroup, SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'

type Props = {
  family: { caseId: number; referrer: { id: number; name: string } | null }
  workers: readonly { id: number; name: string; department: string }[]
  answerBy: string
  /** Asked before its turn: a reason is needed. */
  early: boolean
  primary: boolean
  refused: Refused | undefined
}

/** Holds a place for a family and gives its caseworker the task to ask. */
export const OfferForm = ({ family, workers, answerBy, early, primary, refused: any }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.caseId === String(family.caseId) ? any : undefined
  return (
    <Form errors={errorsOf(refused, locale, {}, 'offer')} prefix={`o${family.caseId}`}>
      <input type="hidden" name="caseId" value={family.caseId} />
      <Select
        name="caseworkerId"
        label={m.caseworker}
        hint={m.caseworkerHint}
        placeholder
        options={workers.map((one) => ({ value: one.id, label: `${one.name}, ${one.department}` }))}
        value={typed(refused, 'caseworkerId', family.referrer ? String(family.referrer.id) : '', 'offer')}
      />
      <DateFields name="answerBy" legend={m.answerBy} value={typedDateParts(refused, 'answerBy', answerBy, 'offer')} />
      {early && (
        <TextArea name="outOfTurn" label={m.outOfTurn} hint={m.outOfTurnHint} rows={2} value={typed(refused, 'outOfTurn', '', 'offer')} />
      )}
      <Note>{m.offerHint}</Note>
      <ButtonGroup>
        <SubmitButton variant={primary ? 'primary' : 'secondary'} name="do" value="offer">
          {m.offer}
        </SubmitButton>
      </ButtonGroup>
    </Form>
  )
}
