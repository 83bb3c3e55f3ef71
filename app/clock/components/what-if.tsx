import { formatShortDate } from '#app/platform/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import type { YearPage } from '../read-year.server.ts'
import { clockTexts, dateList, nameOf } from '../words.ts'

/** What would happen if one meeting moved: nothing is saved. */
export const WhatIfCard = ({ d }: { d: YearPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const meetings = d.year.proposal?.meetings ?? []
  if (meetings.length === 0) return null
  return (
    <Card title={m.move} id="flyt">
      <form action={`/familier/${d.caseId}/moeder/aaret#flyt`}>
        <input type="hidden" name="luft" value={d.rules.slackDays} />
        <Select
          name="flyt"
          label={m.moveWhich}
          value={d.whatIf?.from ?? meetings[0]?.date ?? ''}
          options={meetings.map((one) => ({ value: one.date, label: formatShortDate(locale, one.date, d.today) }))}
        />
        <DateFields name="til" legend={m.moveTo} value={d.whatIf?.to ?? null} />
        <Button type="submit">{m.moveButton}</Button>
      </form>
      {d.whatIf && <Outcome d={d} />}
      <p className="note">{m.movedNothing}</p>
    </Card>
  )
}
const Outcome = ({ d }: { d: YearPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const w = d.whatIf
  if (!w) return null
  const day = (on: string) => formatShortDate(locale, on, d.today)
  const name = (id: string) => {
    const line = d.entries.find((one) => one.id === id)
    return line ? nameOf(line) : ''
  }
  return (
    <Alert tone={w.late.length > 0 || w.closed ? 'warning' : 'success'} title={m.moved(day(w.from), day(w.to))} level={3}>
      {w.closed && <p>{m.movedClosed}</p>}
      {w.late.length === 0 && <p>{m.movedFine}</p>}
      <ul>
        {w.late.map((one) => (
          <li key={one.id + one.due}>
            {one.servedOn === null ? m.movedNever(name(one.id), day(one.due)) : m.movedLate(name(one.id), one.days ?? 0, day(one.due))}
          </li>
        ))}
      </ul>
      {w.instead && <p>{m.movedInstead(dateList(locale, w.instead, d.today))}</p>}
    </Alert>
  )
}
/** How many days before the last day: another number is worked out at once, and nothing is saved. */
export const SlackForm = ({ d }: { d: YearPage }) => {
  const m = clockTexts(useLocale()).year
  return (
    <form action={`/familier/${d.caseId}/moeder/aaret`} className="form-row">
      <TextField name="luft" label={m.slackLabel} value={String(d.rules.slackDays)} inputMode="numeric" width="s" />
      <Button type="submit">{m.slackButton}</Button>
    </form>
  )
}
