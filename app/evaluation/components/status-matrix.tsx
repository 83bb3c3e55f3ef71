import { pick } from '#app/platform/i18n/messages.ts'
import { formatMonth, formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { ScrollFrame } from '#app/ui/table.tsx'
import type { StatusFamily } from '../read-status.server.ts'
import type { MonthStatus } from '../status.ts'
import { da, en } from '../status-messages.ts'

type Props = { families: readonly StatusFamily[]; months: readonly string[]; today: string }

/** Families against months, the newest month first. Each cell opens the registration; words and numbers, no colours. */
export function StatusMatrix({ families, months, today }: Props) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <ScrollFrame label={m.caption}>
      <table className="matrix">
        <caption className="sr-only">{m.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.family}</th>
            <th scope="col">{m.first}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {formatMonth(locale, month).slice(0, 3)}
                <span className="sr-only">{formatMonth(locale, month).slice(3, -5)}</span>
                <span className="matrix-sub">{month.slice(0, 4)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {families.map((f) => (
            <tr key={f.caseId}>
              <th scope="row">
                <a href={`/familier/${f.caseId}/registrering`}>{f.name}</a>
                <span className="matrix-sub">{f.leftOn === null ? f.coordinator : m.left}</span>
              </th>
              <td>
                {m.state[f.baseline.state]}
                {f.baseline.state !== 'done' && (
                  <span className="matrix-until">
                    {m.parts(f.baseline.filled, f.baseline.of)} · {m.due(formatShortDate(locale, f.baseline.due, today))}
                  </span>
                )}
              </td>
              {f.months.map((cell, i) => (
                <td key={months[i]}>{cell === null ? <NotThere /> : <Cell cell={cell} caseId={f.caseId} family={f.name} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function NotThere() {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{m.notThere}</span>
    </>
  )
}

function Cell({ cell, caseId, family }: { cell: MonthStatus; caseId: number; family: string }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const notes = [
    cell.state === 'open' && !cell.finished && m.open,
    cell.carried > 0 && m.carried(cell.carried),
    cell.late > 0 && m.late(cell.late),
    cell.unconfirmed > 0 && m.unconfirmed(cell.unconfirmed),
    cell.confirmed > 0 && m.confirmed(cell.confirmed),
  ].filter((note) => typeof note === 'string')
  return (
    <>
      <a href={`/familier/${caseId}/registrering?maaned=${cell.month.slice(0, 7)}`}>
        <span aria-hidden="true">{m.parts(cell.filled, cell.of)}</span>
        <span className="sr-only">{`${family}, ${formatMonth(locale, cell.month)}: ${m.partsLong(cell.filled, cell.of)}`}</span>
      </a>
      {notes.length > 0 && <span className="matrix-until">{notes.join(', ')}</span>}
    </>
  )
}
