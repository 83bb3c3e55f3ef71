import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { meetingTexts } from '../words.ts'

type Was = { day: string | null; time: string; minutes: string; place: string; videoLink: string; note: string }

/** When and where: for a new meeting and for one that is moved. */
export const TimeFields = ({ values, was }: { values: Values | null; was: Was }) => {
  const m = meetingTexts(useLocale()).call
  return (
    <>
      <DateFields name="day" legend={m.day} value={typedDate(values, 'day', was.day)} />
      <TextField name="time" label={m.time} hint={m.timeHint} value={typed(values, 'time', was.time)} width="s" />
      <TextField name="minutes" label={m.minutes} hint={was.minutes === '' ? m.minutesHint : undefined} value={typed(values, 'minutes', was.minutes)} inputMode="numeric" width="s" optional={was.minutes === ''} />
      <TextField name="place" label={m.place} hint={m.placeHint} value={typed(values, 'place', was.place)} optional />
      <TextField name="videoLink" label={m.video} hint={m.videoHint} value={typed(values, 'videoLink', was.videoLink)} optional />
      <TextField name="note" label={m.note} hint={m.noteHint} value={typed(values, 'note', was.note)} optional width="full" />
    </>
  )
}
