import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import type { IntakePage } from '../read-intake.server.ts'
import { yesChannels } from '../referral.ts'
import * as referral from '../referral-messages.ts'
import { errorsOf, typed, typedDateParts } from './refused.tsx'

/** A yes by telephone, on paper or at a meeting, written down on behalf of an adult. */
export const YesForm = ({ page, refused }: { page: IntakePage; refused: Refused | undefined }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const channels = pick(locale, { da: referral.da, en: referral.en }).yesChannels
  const errors = errorsOf(refused, locale, m.missingField, 'yes')
  return (
    <Details summary={m.onBehalf} open={Object.keys(errors).length > 0}>
      <p>{m.onBehalfHint}</p>
      <Form errors={errors} prefix="j">
        <RadioGroup
          name="personId"
          legend={m.whoSaidYes}
          value={typed(refused, 'personId', '', 'yes')}
          choices={page.people.filter((one) => one.adult).map((one) => ({ value: one.id, label: one.name }))}
        />
        <RadioGroup
          name="saidTo"
          legend={m.saidYesTo}
          value={typed(refused, 'saidTo', 'place', 'yes')}
          choices={(['place', 'referral'] as const).map((value) => ({ value, label: m.saidTo[value] }))}
        />
        <DateFields name="on" legend={m.when} value={typedDateParts(refused, 'on', page.today, 'yes')} />
        <RadioGroup
          name="channel"
          legend={m.channel}
          value={typed(refused, 'channel', '', 'yes')}
          choices={yesChannels.map((value) => ({ value, label: channels[value] }))}
        />
        <SubmitButton variant="secondary" name="do" value="yes">
          {m.saveYes}
        </SubmitButton>
      </Form>
    </Details>
  )
}
