import { pick } from '#app/platform/i18n/messages.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'

/** Which month one looks at; a plain form, so it works without script. */
export function MonthChoice({ month, months, action }: { month: string; months: readonly string[]; action: string }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const all = months.includes(month) ? months : [month, ...months]
  return (
    <form method="get" action={action} className="month-choice d-print-none">
      <label className="form-label" htmlFor="maaned">
        {m.month}
      </label>
      <select className="form-select" id="maaned" name="maaned" defaultValue={month.slice(0, 7)}>
        {all.map((one) => (
          <option key={one} value={one.slice(0, 7)}>
            {formatMonth(locale, one)}
          </option>
        ))}
      </select>
      <Button type="submit" variant="secondary">
        {m.show}
      </Button>
    </form>
  )
}
