import { DateFields } from '#app/ui/date-fields.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Details } from '#app/ui/text.tsx'
import { channels, type StatedBy } from '../plan.ts'
import { planTexts } from '../plan-words.ts'
import type { Typed } from './typed.ts'

/** What another sector said and the coordinator writes down: who, from where, when, how (case 24). */
export const StatedFields = ({ v, stated, open }: { v: Typed; stated: StatedBy | null; open?: boolean }) => {
  const m = planTexts(useLocale())
  const sectors = Object.entries(m.sectors).filter(([code]) => code !== 'coordination')
  return (
    <Details summary={m.stated} open={open || stated !== null || v.text('statedName') !== ''}>
      <p className="form-hint">{m.statedHint}</p>
      <TextField name="statedName" label={m.statedName} value={v.text('statedName', stated?.name)} optional />
      <Select
        name="statedSector"
        label={m.statedSector}
        value={v.text('statedSector', stated?.sector)}
        placeholder
        options={sectors.map(([value, label]) => ({ value, label }))}
        optional
      />
      <DateFields name="statedOn" legend={m.statedOn} value={v.date('statedOn', stated?.on ?? null)} optional />
      <Select
        name="statedChannel"
        label={m.statedChannel}
        value={v.text('statedChannel', stated?.channel)}
        placeholder
        options={channels.map((c) => ({ value: c, label: m.channel[c] }))}
        optional
      />
    </Details>
  )
}
