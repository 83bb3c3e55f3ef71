import { formatShortDate } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import type { DateParts } from '#app/ui/read-date-fields.ts'
import { Badge } from '#app/ui/text.tsx'
import { situationTexts } from '../situation-words.ts'

type Words = { da: string; en: string }
export type InCatalogue = { code: string; kind: string; label: Words; text: Words }
type Chosen = {
  id: number
  revision?: number
  method: string
  reason: string
  chosenOn: string
  chosenBy: string
  endedOn: string | null
  endedReason: string | null
  mine: boolean
}

/** The methods in use with their reasons; those that ended come after, with why. */
export function ChosenMethods<C extends Chosen>({
  chosen,
  catalogue,
  today,
  endFields,
  level = 3,
}: {
  chosen: readonly C[]
  catalogue: readonly InCatalogue[]
  today: string
  endFields: (c: C) => Record<string, number>
  level?: 2 | 3
}) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const date = (day: string) => formatShortDate(locale, day, today)
  return chosen.map((c) => {
    const known = catalogue.find((k) => k.code === c.method)
    return (
      <Card key={c.id} title={known?.label[locale] ?? c.method} level={level} aside={known && <Badge>{m.methodKind[known.kind] ?? known.kind}</Badge>}>
        <p>{c.reason}</p>
        <p className="note-line">{c.chosenBy ? m.chosenBy(c.chosenBy, date(c.chosenOn)) : m.chosenWhen(date(c.chosenOn))}</p>
        {c.endedOn && <p className="note-line">{m.ended(date(c.endedOn), c.endedReason ?? '')}</p>}
        {c.mine && !c.endedOn && (
          <form method="post">
            <CsrfInput />
            <input type="hidden" name="intent" value="end" />
            {Object.entries(endFields(c)).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <ConfirmButton label={m.end} question={m.endQuestion} confirm={m.end} variant="quiet">
              <TextField id={`end-${c.id}`} name="reason" label={m.endedReason} />
            </ConfirmButton>
          </form>
        )}
      </Card>
    )
  })
}

/** Choosing a method: which, and why it suits. */
export const MethodForm = (p: {
  catalogue: readonly InCatalogue[]
  errors: Record<string, string> | null
  method: string
  reason: string
  chosenOn: DateParts | string | null
  hidden?: Record<string, number>
}) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  return (
    <Form errors={p.errors} summaryElsewhere>
      <input type="hidden" name="intent" value="choose" />
      {Object.entries(p.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="method"
        label={m.method}
        value={p.method}
        placeholder
        options={p.catalogue.map((c) => ({ value: c.code, label: `${c.label[locale]} (${(m.methodKind[c.kind] ?? c.kind).toLowerCase()})` }))}
      />
      <TextArea name="reason" label={m.reason} hint={m.reasonHint} value={p.reason} rows={3} />
      <DateFields name="chosenOn" legend={m.chosenOn} value={p.chosenOn} />
      <SubmitButton>{m.saveOne}</SubmitButton>
    </Form>
  )
}
