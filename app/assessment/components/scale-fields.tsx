import { typed } from '#app/platform/forms/form-values.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ReadableBy, TextArea } from '#app/ui/fields.tsx'
import { situationTexts } from '../situation-words.ts'

/** The number from 0 to 10 and the two questions to it, for staff and for the family. `readers`: by whom the words can be read. */
export function ScaleFields({ values, readers }: { values: Parameters<typeof typed>[0]; readers: string[] }) {
  const m = situationTexts(useLocale())
  const below = readers.length > 0 && <ReadableBy names={readers} />
  return (
    <>
      <div className="choice-scale">
        <RadioGroup
          name="value"
          legend={m.scale}
          inline
          value={typed(values, 'value')}
          choices={Array.from({ length: 11 }, (_, n) => ({ value: n, label: String(n) }))}
        />
      </div>
      <TextArea name="notLower" label={m.notLower} hint={m.notLowerHint} value={typed(values, 'notLower')} rows={2} optional />
      <TextArea name="oneUp" label={m.oneUp} value={typed(values, 'oneUp')} rows={2} optional below={below} />
    </>
  )
}
