import { errorsIn, isRefused, seenRevision, typed } from '#app/plan/components/typed.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { type Agreement, type Marker, needsWord, saidChannels } from '../agreement.ts'
import { agreementTexts } from '../words.ts'

type Props = { a: Agreement; who: Marker; today: string; data: unknown; open: string | null; action?: string }

/** Kept, postponed, dropped: one fold each. Where the family owns it, staff say how and when they were told. */
export const MarkForms = (props: Props) => {
  const m = agreementTexts(useLocale())
  const { a, today, data } = props
  const v = typed(data, null)
  return (
    <>
      <Fold {...props} name="klaret" intent="keep" title={m.keep}>
        <DateFields name="keptOn" legend={m.keptOn} value={v.date('keptOn', today)} />
      </Fold>
      <Fold {...props} name="udsaet" intent="postpone" title={m.postpone}>
        <DateFields name="dueOn" legend={m.newDay} value={v.date('dueOn')} />
        <TextArea name="reason" id={`why-${a.id}`} label={m.why} hint={m.whyHint} value={v.text('reason')} rows={2} />
      </Fold>
      <Fold {...props} name="drop" intent="drop" title={m.drop} hint={m.dropHint}>
        <TextArea name="reason" id={`dropped-${a.id}`} label={m.why} hint={m.whyHint} value={v.text('reason')} rows={2} />
      </Fold>
    </>
  )
}

type FoldProps = Props & { name: string; intent: string; title: string; hint?: string; children: React.ReactNode }
const Fold = ({ a, who, today, data, open, action, name, intent, title, hint, children }: FoldProps) => {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const tried = isRefused(data) && data.values['intent'] === intent
  const v = typed(tried ? data : null, null)
  return (
    <Details summary={title} id={name} open={open === name || tried}>
      {hint && <p className="form-hint">{hint}</p>}
      <Form errors={tried ? errorsIn(data, locale) : {}} summaryElsewhere prefix={name} {...(action ? { action } : {})}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="agreementId" value={a.id} />
        <input type="hidden" name="seenRevision" value={seenRevision(tried ? data : null, null, a.revision)} />
        {children}
        {needsWord(a, who) && (
          <>
            <p>{m.behalf(a.owner.name || m.somebody)}</p>
            <RadioGroup name="channel" legend={m.channel} inline value={v.text('channel', 'phone')} choices={saidChannels.map((c) => ({ value: c, label: m.channels[c] }))} />
            <DateFields name="saidOn" legend={m.saidOn} value={v.date('saidOn', today)} />
          </>
        )}
        <SubmitButton variant="secondary">{title}</SubmitButton>
      </Form>
    </Details>
  )
}
