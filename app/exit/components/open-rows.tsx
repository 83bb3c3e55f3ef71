import { pick } from '#app/platform/i18n/messages.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Note, Unseen } from '#app/ui/text.tsx'
import { openKinds } from '../exit.ts'
import { da, en } from '../messages.ts'
import type { ExitPage } from '../read-exit.server.ts'

type Row = ExitPage['open'][number]
/** Kinds that a club or an employer outside the municipality may go on with. */
const NAMED_OUTSIDE = ['activity', 'inquiry', 'declaration', 'agreed']

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
            {kind === 'consent' && <Ending rows={rows.filter(endsOnly)} />}
            {rows
              .filter((row) => kind !== 'consent' || !endsOnly(row))
              .map((row) => (
                <OpenRow key={row.ref} row={row} page={page} values={values} />
              ))}
          </Card>
        )
      })}
    </>
  )
}

const endsOnly = (row: Row) => row.outcomes.length === 1 && row.outcomes[0] === 'ends'

/** Many of a kind that all end, said once with everybody they are about. */
const Ending = ({ rows }: { rows: Row[] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <ul>
      {[...Map.groupBy(rows, (row) => row.text)].map(([text, these]) => (
        <li key={text}>
          {these.map((row) => (
            <input key={row.ref} type="hidden" name={`how.${row.kind}.${row.ref}`} value="ends" />
          ))}
          <strong>{text}</strong> · {joinList(locale, [...new Set(these.map((row) => row.whom))])} · {m.ends}
        </li>
      ))}
    </ul>
  )
}

const OpenRow = ({ row, page, values }: { row: Row; page: ExitPage; values: Values | null }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const field = (part: string) => `${part}.${row.kind}.${row.ref}`
  const outside = NAMED_OUTSIDE.includes(row.kind)
  const owner = row.owner === null || (outside && row.code !== '') ? '' : String(row.owner)
  const who = typed(values, field('who'), row.proposed?.staffId ? String(row.proposed.staffId) : owner)
  const whom = <Select name={field('who')} label={m.who} options={page.workers} value={who} placeholder={m.choose} optional={outside} />
  if (endsOnly(row)) {
    return (
      <p>
        <input type="hidden" name={field('how')} value="ends" />
        <strong>{row.label}</strong> · {m.ends}
      </p>
    )
  }
  if (row.outcomes[0] === 'task') {
    return (
      <div className="keep-together">
        <p>
          <strong>{[row.text || m.row.sectorPlan, row.whom].filter(Boolean).join(' · ')}</strong>
          <br />
          {m.paragraphUntil(row.code, formatDate(locale, row.alone))}
        </p>
        <input type="hidden" name={field('how')} value="task" />
        <Select
          name={field('who')}
          label={
            <>
              {m.task} <Unseen>{row.label}</Unseen>
            </>
          }
          options={page.workers}
          value={who}
          placeholder={m.choose}
        />
      </div>
    )
  }
  const choices = row.outcomes.map((outcome) => ({
    value: outcome,
    label: outcome === 'ends' ? m.ends : m.goesOn,
    reveals:
      outcome === 'ends' ? undefined : (
        <>
          {whom}
          {outside && <TextField name={field('name')} label={m.orName} value={typed(values, field('name'), row.kind === 'activity' || row.kind === 'agreed' ? row.code : '')} optional />}
        </>
      ),
  }))
  return <RadioGroup name={field('how')} legend={row.label} choices={choices} value={typed(values, field('how'), row.proposed?.outcome ?? '')} />
}
