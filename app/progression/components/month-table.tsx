import { Fragment } from 'react'
import type { Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'
import type { RegistrationPage } from '../read-registration.server.ts'
import { ValueCell } from './value-cell.tsx'

/** All figures of a month: indicators down, the family across; on a phone each indicator is a small card with one line per member. */
export function MonthTable({ page: d, values, write }: { page: RegistrationPage; values: Values | null; write: boolean }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const groups = [...new Map(d.rows.map((r) => [r.indicator.group.da, r.indicator.group])).values()]
  return (
    <div className="table-frame">
      <table className="table registration" data-grid="">
        <caption className="sr-only">{m.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.what}</th>
            {d.members.map((p) => (
              <th key={p.id} scope="col">
                {p.name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.da}>
            <tr className="registration-group">
              <th scope="rowgroup" colSpan={d.members.length + 1}>
                {group[locale]}
              </th>
            </tr>
            {d.rows.filter((r) => r.indicator.group.da === group.da).map((row) => (
              <tr key={row.indicator.code}>
                <th scope="row">{row.indicator.label[locale]}</th>
                {row.cells.map((cell, k) => (
                  <td key={d.members[k]?.id ?? k} data-label={d.members[k]?.name} className={cell ? undefined : 'registration-none'}>
                    {cell ? <ValueCell cell={cell} scale={d.scales.find((s) => s.code === row.indicator.scale)} values={values} write={write} /> : <Fragment>&nbsp;</Fragment>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
