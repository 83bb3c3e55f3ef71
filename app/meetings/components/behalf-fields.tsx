import type { Values } from '#app/platform/forms/form-values.ts'
import { typed, typedDate } from '#app/platform/forms/form-values.ts'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Details } from '#app/ui/text.tsx'
import { meetingTexts } from '../words.ts'

type Props = { people: readonly { id: number; name: string }[]; today: string; values?: Values | null; must?: boolean }

/** "På vegne af": whose word it is, how it was said and when. For staff; shown to the family, who can undo it. */
export const BehalfFields = ({ people, today, values = null, must }: Props) => {
  const m = meetingTexts(useLocale())
  const fields = (
    <>
      <Select
        name="onBehalfOf"
        label={must ? m.yes.who : m.behalf.who}
        value={typed(values, 'onBehalfOf')}
        optional={!must}
        placeholder={must ? undefined : m.behalf.nobody}
        options={people.map((p) => ({ value: p.id, label: p.name }))}
      />
      <Select
        name="onBehalfChannel"
        label={m.behalf.channel}
        value={typed(values, 'onBehalfChannel', must ? 'in-person' : '')}
        optional={!must}
        placeholder={must ? undefined : ''}
        options={Object.entries(m.behalf.channels).map(([value, label]) => ({ value, label }))}
      />
      <DateFields name="onBehalfOn" legend={m.behalf.on} value={typedDate(values, 'onBehalfOn', must ? today : null)} optional={!must} />
    </>
  )
  return must ? fields : <Details summary={m.behalf.title}>{fields}</Details>
}
