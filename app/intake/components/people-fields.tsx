import { pick } from '#app/platform/i18n/messages.ts'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Fieldset } from '#app/ui/form.tsx'
import { personParts } from '../referral.ts'
import { da, en } from '../referral-messages.ts'

/** One row of the family: a person with a birthday or a CPR number. `was` gives what was typed. */
export const PersonFields = ({ n, was }: { n: number; was: (name: string) => string }) => {
  const m = pick(useLocale(), { da, en })
  const name = (field: string) => `persons.${n}.${field}`
  const date = (field: string) => ({ day: was(name(`${field}.day`)), month: was(name(`${field}.month`)), year: was(name(`${field}.year`)) })
  return (
    <Fieldset legend={m.person(n + 1)}>
      <RadioGroup
        name={name('part')}
        legend={m.part}
        value={was(name('part')) || (n === 0 ? 'adult' : 'child')}
        choices={personParts.map((value) => ({
          value,
          label: m.parts[value],
          ...(value === 'unborn' && { reveals: <DateFields name={name('due')} legend={m.due} value={date('due')} optional /> }),
        }))}
      />
      <TextField name={name('firstName')} label={m.firstName} value={was(name('firstName'))} autoComplete="off" />
      <TextField name={name('lastName')} label={m.lastName} value={was(name('lastName'))} autoComplete="off" />
      <DateFields name={name('born')} legend={m.born} hint={m.bornHint} value={date('born')} optional />
      <TextField
        name={name('cpr')}
        label={m.cpr}
        hint={m.cprHint}
        value={was(name('cpr'))}
        width="s"
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      <Checkbox name={name('custody')} label={m.custody} checked={was(name('custody')) === 'on'} />
      <Checkbox name={name('saidYes')} label={m.saidYes} checked={was(name('saidYes')) === 'on'} />
    </Fieldset>
  )
}
