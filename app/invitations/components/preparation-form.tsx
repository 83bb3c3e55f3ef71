import { typed, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { type FieldErrors, Form } from '#app/ui/form.tsx'
import { Badge, KeyValue } from '#app/ui/text.tsx'
import type { InvitationPage } from '../read-invitation.server.ts'
import { invitationTexts } from '../words.ts'

type Words = { well: string; worries: string; offer: string }
/** The three questions; the family is asked what it wishes, not what it can offer. */
export const ThreeQuestions = ({ value, family = false }: { value: (name: keyof Words) => string; family?: boolean }) => {
  const m = invitationTexts(useLocale())
  return (
    <>
      <TextArea name="well" label={m.well} optional rows={4} limit={4000} value={value('well')} />
      <TextArea name="worries" label={m.worries} optional rows={4} limit={4000} value={value('worries')} />
      <TextArea name="offer" label={family ? m.offerFamily : m.offer} optional rows={4} limit={4000} value={value('offer')} />
    </>
  )
}

type Props = { d: InvitationPage; action: string; errors: FieldErrors | null; values: Values | null; draft: Values | null; draftUrl: string; seen?: number | undefined }
/** One's own preparation: who it is about and who may read it stand with it. */
export const PreparationForm = ({ d, action, errors, values, draft, draftUrl, seen }: Props) => {
  const m = invitationTexts(useLocale())
  const before = d.preparations.find((p) => p.mine)
  const v = values ?? draft
  return (
    <Form action={action} errors={errors} summaryElsewhere draftUrl={draftUrl}>
      <input type="hidden" name="caseId" value={d.caseId} />
      <input type="hidden" name="preparationId" value={before?.id ?? ''} />
      <input type="hidden" name="revision" value={seen ?? before?.revision ?? 0} />
      <ThreeQuestions family={!d.may.staff} value={(name) => typed(v, name, before?.[name])} />
      {d.people.length > 1 ? (
        <CheckboxGroup
          name="personIds"
          legend={m.about}
          hint={m.aboutHint}
          values={typedList(v, 'personIds', before?.subjects ?? d.people.map((p) => p.id)).map(String)}
          choices={d.people.map((p) => ({ value: String(p.id), label: p.name }))}
        />
      ) : (
        d.people.map((p) => <input key={p.id} type="hidden" name="personIds" value={p.id} />)
      )}
      <RadioGroup
        name="visibility"
        legend={m.who2}
        value={typed(v, 'visibility', before?.visibility ?? 'family')}
        choices={[
          { value: 'family', label: m.visible },
          { value: 'private', label: m.private },
        ]}
      />
      {d.may.staff ? (
        <input type="hidden" name="householdShared" value="yes" />
      ) : (
        <Checkbox name="householdShared" label={m.shared} value="yes" checked={v ? typed(v, 'householdShared') === 'yes' : (before?.householdShared ?? true)} />
      )}
      <SubmitButton>{m.save}</SubmitButton>
    </Form>
  )
}

/** What others wrote, as far as the reader may read it. */
export const OtherPreparations = ({ d }: { d: InvitationPage }) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const others = d.preparations.filter((p) => !p.mine)
  const nameOf = (one: number) => d.people.find((p) => p.id === one)?.name
  return (
    <Card title={m.others}>
      {others.length === 0 && <p>{m.noOthers}</p>}
      {others.map((p) => (
        <section key={p.id} className="keep-together">
          <h3>
            {p.by} {p.visibility === 'private' && <Badge>{m.mine}</Badge>}
          </h3>
          <p className="form-hint">
            {joinList(locale, p.subjects.flatMap((one) => nameOf(one) ?? []))} {formatInstant(locale, p.writtenAt)}
          </p>
          <KeyValue
            items={(['well', 'worries', 'offer'] as const).filter((k) => p[k] !== '').map((k) => ({ key: m[k], value: p[k] }))}
          />
        </section>
      ))}
    </Card>
  )
}
