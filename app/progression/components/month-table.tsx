import type { Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'
import type { RegistrationPage } from '../read-registration.server.ts'
import { ToldBy } from './told-by.tsx'
import { ValueCell } from './value-cell.tsx'

type Props = { page: RegistrationPage; values: Values | null; write: boolean }
type Row = RegistrationPage['rows'][number]

/** All figures of a month, a table for each group of indicators with those it is about; on a phone each indicator is a small card with one line per member. */
export function MonthTable(props: Props) {
  const groups = [...Map.groupBy(props.page.rows, (r) => r.indicator.group.da).values()]
  return (
    <div data-grid="" className="registration-groups">
      {groups.map((rows, at) => (
        <Group
          key={rows[0]!.indicator.group.da}
          rows={rows}
          // Who spoke for a sector is asked once.
          asks={groups.findIndex((g) => g[0]?.indicator.judgedBy === rows[0]?.indicator.judgedBy) === at}
          {...props}
        />
      ))}
    </div>
  )
}

function Group({ rows, asks, page: d, values, write }: Props & { rows: Row[]; asks: boolean }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const told = d.told.find((t) => t.sector === rows[0]?.indicator.judgedBy)
  const asked = d.members.map((p, k) => ({ ...p, k })).filter(({ k }) => rows.some((r) => r.cells[k]))
  return (
    <div className="table-frame">
      <table className="table registration">
        <caption>{rows[0]?.indicator.group[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">{m.what}</th>
            {asked.map((p) => (
              <th key={p.id} scope="col">
                {p.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicator.code}>
              <th scope="row">{row.indicator.label[locale]}</th>
              {asked.map(({ id, name, k }) => {
                const cell = row.cells[k]
                const scale = d.scales.find((s) => s.code === row.indicator.scale)
                return (
                  <td key={id} data-label={name} className={cell ? undefined : 'registration-none'}>
                    {cell && <ValueCell cell={cell} scale={scale} sector={told?.label[locale]} today={d.today} values={values} write={write} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {write && told && asks && <ToldBy told={told} values={values} />}
    </div>
  )
}
