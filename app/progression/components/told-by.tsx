import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { da, en } from '../messages.ts'
import type { RegistrationPage } from '../read-registration.server.ts'
import { CHANNELS, toldName } from '../stated.ts'

/** Who of the other sector said what stands in the table above, when and how. */
export function ToldBy({ told, values }: { told: RegistrationPage['told'][number]; values: Values | null }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const [name, on, channel] = [toldName(told.sector, 'name'), toldName(told.sector, 'on'), toldName(told.sector, 'channel')]
  return (
    <fieldset className="told-by">
      <legend>{m.told(told.label[locale])}</legend>
      <p className="form-hint">{m.toldHint}</p>
      <div className="told-by-fields">
        <TextField name={name} label={m.toldWho} value={typed(values, name, told.name)} optional />
        <DateFields name={on} legend={m.toldOn} value={typedDate(values, on, told.on)} optional />
        <Select name={channel} label={m.toldHow} value={typed(values, channel, told.channel)} options={CHANNELS.map((c) => ({ value: c, label: m.channels[c] }))} optional />
      </div>
    </fieldset>
  )
}
