import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import type { Change } from '../compare.ts'
import { fieldText, planTexts } from '../plan-words.ts'

type Props = {
  changes: readonly Change[]
  today: string
  people: readonly { id: number; name: string; family?: boolean }[]
  names: { goal: Record<number, string>; hope: Record<number, string> }
}

/** New, changed, taken out; for what changed, what stood before and what stands now. */
export const ChangeList = ({ changes, today, people, names }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  if (changes.length === 0) return <p>{m.noChange}</p>
  return (
    <>
      {changes.map((c) => (
        <section key={`${c.what}.${c.id}`} className="keep-together">
          <h2>
            {m.thing[c.what]}: {c.title || m.noTitle} <Badge>{m.kind[c.kind]}</Badge>
          </h2>
          {c.fields.length > 0 && (
            <Table
              caption={c.title || m.noTitle}
              hideCaption
              rows={c.fields}
              rowKey={(f) => f.field}
              columns={[
                {
                  key: 'field',
                  label: <span className="sr-only">{m.field['what']}</span>,
                  rowHeader: true,
                  cell: (f) => m.field[f.field] ?? f.field,
                },
                { key: 'before', label: m.before, cell: (f) => fieldText(locale, today, people, names, f.field, f.before) },
                { key: 'after', label: m.after, cell: (f) => fieldText(locale, today, people, names, f.field, f.after) },
              ]}
            />
          )}
        </section>
      ))}
    </>
  )
}
