import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { entriesOf, networkTexts } from '../map-words.ts'
import { channels, endKey, endParts } from '../network.ts'
import type { NetworkPage } from '../network.ts'

/** Everybody on the map in turn: comes, does not, or nothing said. One wish at a time is one person's. */
export function MeetingForm({
  page,
  wishedBy,
  errors,
  values,
  cancelHref,
}: {
  page: NetworkPage
  wishedBy: number
  errors: Record<string, string> | null
  values: Values | null
  cancelHref: string
}) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const entries = entriesOf(locale, page).filter((e) => endParts(e.key).kind !== 'spell' && e.key !== endKey('person', wishedBy) && !e.person?.died && e.person?.kind !== 'unborn')
  const before = (key: string) => page.wishes.find((w) => w.wishedBy === wishedBy && w.about === key)?.answer ?? ''
  return (
    <Form errors={errors} summaryElsewhere guard>
      <input type="hidden" name="wishedBy" value={wishedBy} />
      {[0, 1, 2].map((ring) => {
        const list = entries.filter((e) => e.ring === ring)
        if (list.length === 0) return null
        return (
          <section key={ring}>
            <h2>{m.rings[ring as 0 | 1 | 2]}</h2>
            {list.map((e) => (
              <RadioGroup
                key={e.key}
                name={`valg.${e.key}`}
                legend={e.short ? `${e.name}, ${e.short}` : e.name}
                value={typed(values, `valg.${e.key}`, before(e.key))}
                choices={[
                  { value: 'come', label: m.come },
                  { value: 'not', label: m.not },
                  { value: '', label: m.unset },
                ]}
                inline
              />
            ))}
          </section>
        )
      })}
      {page.me === null && (
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
      <ButtonGroup>
        <SubmitButton>{m.save}</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          {m.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}

/** The choices of the form: `valg.person-12` → `person-12`. */
export const choicesOf = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, v]) => (name.startsWith('valg.') ? [[name.slice(5), String(v)]] : [])))
