import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import { entriesOf, networkTexts } from '../map-words.ts'
import { channels, endKey, STRENGTHS } from '../network.ts'
import type { NetworkPage } from '../network.ts'
import { TieSample } from './map-figure.tsx'

/** A tie by picking from lists: who says it, from whom to whom, how strong. `to` is chosen on the map already. */
export function TieForm({
  page,
  to,
  errors,
  values,
  cancelHref,
}: {
  page: NetworkPage
  to: string | null
  errors: Record<string, string> | null
  values: Values | null
  cancelHref: string
}) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const entries = entriesOf(locale, page)
  const staff = page.me === null
  const name = (e: (typeof entries)[number]) => (e.short ? `${e.name} (${e.short.toLocaleLowerCase(locale)})` : e.name)
  const family = entries.filter((e) => e.ring === 0 && e.person?.kind !== 'network')
  const sayers = family.filter((e) => e.person && page.may.drawFor.includes(e.person.id))
  const first = sayers.find((e) => e.key !== to)
  const saidBy = typed(values, 'saidBy', first?.person ? String(first.person.id) : '')
  const chosenTo = typed(values, 'to', to ?? '')
  const before = page.ties.find((t) => String(t.saidBy) === saidBy && t.to === chosenTo)
  return (
    <Form errors={errors} summaryElsewhere guard>
      {staff ? (
        <Select name="saidBy" label={m.saidBy} value={saidBy} options={sayers.map((e) => ({ value: e.person?.id ?? 0, label: name(e) }))} />
      ) : (
        <input type="hidden" name="saidBy" value={page.me ?? ''} />
      )}
      <Select
        name="from"
        label={m.from}
        value={typed(values, 'from', saidBy)}
        options={family.map((e) => ({ value: e.person?.id ?? 0, label: page.me === e.person?.id ? `${e.name} (${m.you})` : name(e) }))}
      />
      <Select
        name="to"
        label={m.to}
        value={chosenTo}
        placeholder
        options={entries.filter((e) => page.me === null || e.key !== endKey('person', page.me)).map((e) => ({ value: e.key, label: name(e) }))}
      />
      <RadioGroup
        name="strength"
        legend={m.howStrong}
        value={typed(values, 'strength', before?.strength ?? 'ordinary')}
        choices={[
          ...STRENGTHS.map((s) => ({
            value: s,
            label: (
              <>
                {m.strength[s]} <TieSample strength={s} />
              </>
            ),
            hint: m.strengthHint[s],
          })),
          { value: 'none', label: m.none },
        ]}
      />
      <Checkbox name="strained" label={m.strainedLabel} hint={m.strainedHint} checked={values ? values['strained'] === 'on' : (before?.strained ?? false)} />
      <TextField name="words" label={m.words} hint={m.wordsHint} value={typed(values, 'words', before?.words)} optional width="full" />
      {staff && (
        <>
          <RadioGroup
            name="onBehalfChannel"
            legend={m.onBehalf}
            value={typed(values, 'onBehalfChannel', 'meeting')}
            choices={channels.map((c) => ({ value: c, label: m.channel[c] }))}
            inline
          />
          <DateFields name="onBehalfOn" legend={m.onBehalfOn} value={typedDate(values, 'onBehalfOn', page.today)} />
        </>
      )}
      <Note icon="lock">{staff ? m.whoSees : m.whoSeesMine}</Note>
      <ButtonGroup>
        <SubmitButton>{m.save}</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          {m.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}
