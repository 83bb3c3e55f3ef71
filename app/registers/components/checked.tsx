import { pick } from '#app/platform/i18n/messages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import type { RowIssue } from '../read-rows.ts'
import type { ImportReport } from '../registers.ts'
import { Differences } from './differences.tsx'

export type Result = { step: 'checked' | 'done'; report: ImportReport; names: Record<number, string> }

/** What a file does or did: the rows that cannot be read, what somebody wrote otherwise, and the one button. */
export function Checked({ step, report: r, names, projectId }: Result & { projectId: number }) {
  const m = pick(useLocale(), { da, en })
  const bad = new Set(r.issues.map((i) => i.row)).size
  const useful = r.tally.written + r.tally.replaced + r.differences.filter((d) => d.take.length > 0).length > 0
  return (
    <>
      {bad > 0 && <BadRows issues={r.issues} bad={bad} />}
      <Outcome r={r} done={step === 'done'} />
      {step === 'checked' && (
        <Form>
          <input type="hidden" name="intent" value="import" />
          <input type="hidden" name="projectId" value={projectId} />
          {bad > 0 && <input type="hidden" name="acceptGoodRows" value="on" />}
          {r.differences.length > 0 && <Differences rows={r.differences} names={names} />}
          {bad > 0 && useful && <p>{m.fixFirst}</p>}
          {useful ? <SubmitButton>{bad > 0 ? m.confirmGood : m.confirmAll}</SubmitButton> : <p>{m.nothing}</p>}
        </Form>
      )}
      {step === 'checked' && (
        <p>
          <a href={`/projekt/registre?projekt=${projectId}`}>{m.again}</a>
        </p>
      )}
    </>
  )
}

function BadRows({ issues, bad }: { issues: RowIssue[]; bad: number }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Table
      caption={m.bad(bad)}
      rows={issues}
      rowKey={(i, n) => `${i.row}-${n}`}
      columns={[
        { key: 'row', label: m.row, numeric: true, cell: (i) => i.row },
        { key: 'column', label: m.column, cell: (i) => i.field },
        { key: 'why', label: m.why, cell: (i) => i.message[locale] },
      ]}
    />
  )
}

function Outcome({ r, done }: { r: ImportReport; done: boolean }) {
  const m = pick(useLocale(), { da, en })
  const words = done ? m.was : m.would
  const kinds = ['written', 'replaced', 'unchanged', 'kept'] as const
  return (
    <>
      <Alert tone="info" title={`${m.rows(r.rows)}: ${m.people(r.people, r.families)}`}>
        {r.unknown > 0 && <p>{m.unknown(r.unknown)}</p>}
        {r.tally.before > 0 && <p>{m.before(r.tally.before)}</p>}
      </Alert>
      <Table
        caption={m.tallyTitle}
        compact
        rows={kinds}
        rowKey={(k) => k}
        columns={[
          { key: 'what', label: m.what, rowHeader: true, cell: (k) => words[k] },
          { key: 'n', label: m.number, numeric: true, cell: (k) => r.tally[k] },
        ]}
      />
    </>
  )
}
