import { pick } from '#app/platform/i18n/messages.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/text.tsx'
import { openKinds } from '../exit.ts'
import { da, en } from '../messages.ts'
import type { ExitPage } from '../read-exit.server.ts'

type Row = ExitPage['open'][number]
/** Kinds that a club or an employer outside the municipality may go on with. */
const NAMED_OUTSIDE = ['activity', 'inquiry', 'declaration']

/** "Før I lukker": everything open, kind by kind, with what happens to each. */
export const OpenRows = ({ page, values }: { page: ExitPage; values: Values | null }) => {
  const m = pick(useLocale(), { da, en })
  if (page.open.length === 0) return <Note>{m.nothingOpen}</Note>
  return (
    <>
      <p>{m.beforeLead}</p>
      <Note icon="info">{m.hidden}</Note>
      {openKinds.map((kind) => {
        const rows = page.open.filter((row) => row.kind === kind)
        if (rows.length === 0) return null
        return (
          <Card key={kind} level={3} title={m.kinds[kind]} aside={m.open(rows.length)}>
            <p>{m.hints[kind]}</p>
            {rows.map((row) => (
              <OpenRow key={row.ref} row={row} page={page} values={values} />
            ))}
          </Card>
        )
      })}
    </>
  )
}

const OpenRow = ({ row, page, values }: { row: Row; page: ExitPage; values: Values | null }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const field = (part: string) => `${part}.${row.kind}.${row.ref}`
  const who = typed(values, field('who'), row.proposed?.staffId ? String(row.proposed.staffId) : row.owner === null ? '' : String(row.owner))
  const whom = <Select name={field('who')} label={m.who} options={page.workers} value={who} placeholder={m.choose} optional={NAMED_OUTSIDE.includes(row.kind)} />
  if (row.outcomes.length === 1 && row.outcomes[0] === 'ends') {
    return (
      <p>
        <input type="hidden" name={field('how')} value="ends" />
        <strong>{row.label}</strong> · {m.ends}
      </p>
    )
  }
  if (row.outcomes[0] === 'task') {
    return (
      <fieldset className="fieldset">
        <legend>{row.label}</legend>
        <input type="hidden" name={field('how')} value="task" />
        <p>{m.paragraphUntil(row.code, formatDate(locale, row.alone))}</p>
        <Select name={field('who')} label={m.task} options={page.workers} value={who} placeholder={m.choose} />
      </fieldset>
    )
  }
  const choices = row.outcomes.map((outcome) => ({
    value: outcome,
    label: outcome === 'ends' ? m.ends : m.goesOn,
    reveals:
      outcome === 'ends' ? undefined : (
        <>
          {whom}
          {NAMED_OUTSIDE.includes(row.kind) && <TextField name={field('name')} label={m.orName} value={typed(values, field('name'), row.kind === 'activity' ? row.code : '')} optional />}
        </>
      ),
  }))
  return <RadioGroup name={field('how')} legend={row.label} choices={choices} value={typed(values, field('how'), row.proposed?.outcome ?? '')} />
}
