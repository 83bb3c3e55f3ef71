import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { da, en } from '../messages.ts'
import type { SpellsPage } from '../read-spells.server.ts'
import { hoursText } from '../spell-words.ts'
import { hasSorts, hasStatus, type Spell, SPELL_KINDS, type SpellKind } from '../spells.ts'

/** The likely kind by age: a child goes to school, an adult lives on something. */
const likely = (age: number | null): SpellKind => (age === null || age >= 18 ? 'benefit' : age < 6 ? 'day-care' : 'school')

/** Everything a spell says. Which kind of support appears below the choice it belongs to. */
export function SpellFields({
  page,
  spell,
  values,
  age,
  error,
}: {
  page: SpellsPage
  spell: Spell | null
  values: Values | null
  age: number | null
  /** Of the field `status`, which stands in the form under the name of its kind. */ error?: string
}) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const kind = typed(values, 'kind', spell?.kind ?? likely(age))
  const groupOf = (k: string) => (k === 'work' || k === 'offer' ? k : 'other')
  const options = (k: SpellKind) =>
    page.statuses
      .filter((s) => groupOf(s.group) === groupOf(k) && (s.current || s.code === spell?.status))
      .map((s) => ({ value: s.code, label: s.label[locale] }))
  return (
    <>
      <RadioGroup
        name="kind"
        legend={m.kind}
        value={kind}
        choices={SPELL_KINDS.map((k) => ({
          value: k,
          label: m.kinds[k],
          reveals: hasSorts(k) && (hasStatus(k) || options(k).length > 0) ? (
            <Select
              name={`status-${k}`}
              id={k === kind ? 'status' : `status-${k}`}
              error={k === kind ? error : undefined}
              label={m.status}
              value={typed(values, `status-${k}`, spell?.kind === k ? spell.status : '')}
              placeholder
              optional={!hasStatus(k)}
              options={options(k)}
            />
          ) : undefined,
        }))}
      />
      <TextField name="what" label={m.what} hint={m.whatHint} value={typed(values, 'what', spell?.what)} />
      <TextField name="place" label={m.place} value={typed(values, 'place', spell?.place)} optional />
      <TextField
        name="hoursPerWeek"
        label={m.hours}
        value={typed(values, 'hoursPerWeek', spell?.minutesPerWeek ? hoursText(locale, spell.minutesPerWeek) : '')}
        width="s"
        inputMode="decimal"
        suffix={m.hoursUnit}
        optional
      />
      <DateFields name="from" legend={m.from} value={typedDate(values, 'from', spell?.from ?? null)} />
      <DateFields name="until" legend={m.until} value={typedDate(values, 'until', spell?.until ?? null)} optional />
    </>
  )
}

/** The status of the chosen kind, out of the two lists of the form. */
export const withStatus = (values: Values): Values => ({
  ...values,
  status: values[`status-${String(values['kind'])}`] ?? '',
})
