import { addMonths } from '#app/platform/time/plain-date.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { networkTexts } from '../map-words.ts'

/** Which day the picture shows: a month back or forth, today, or any day. Plain links and a form that asks by address. */
export function MapDay({ day, today, link, hidden = {} }: { day: string; today: string; link: (day: string | null) => string; hidden?: Record<string, string> }) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const next = addMonths(day, 1)
  return (
    <div className="map-day d-print-none">
      {day !== today && <strong>{m.onDay(formatDate(locale, day))}</strong>}
      <a href={link(addMonths(day, -1))}>{m.earlier}</a>
      {day === today ? (
        <a href={link(addMonths(today, -6))}>{m.halfYear}</a>
      ) : (
        <>
          <a href={link(next < today ? next : null)}>{m.later}</a>
          <a href={link(null)}>{m.today}</a>
        </>
      )}
      <form method="get" action={link(null).split('?')[0]}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="dag" label={m.day} type="date" value={day} width="s" />
        <Button type="submit">{m.show}</Button>
      </form>
    </div>
  )
}
