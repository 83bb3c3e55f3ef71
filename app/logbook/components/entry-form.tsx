import { type FormEvent, useState } from 'react'
import { useFetcher } from 'react-router'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { MINUTES } from '../entry.ts'
import type { EntryReaders, readForEntry } from '../read-logbook.server.ts'
import { logbookTexts } from '../words.ts'

export type EntryFormData = Awaited<ReturnType<typeof readForEntry>>
type Props = { d: EntryFormData; action: string; data: unknown; draft?: { name: string; values: Values | null } }

/** Kind, people, minutes, one sentence; the rest is folded away with today and the family as readers. */
export const EntryForm = ({ d, action, data, draft }: Props) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const { errors, values, conflict } = refusal(locale, data)
  const known = values ?? draft?.values ?? null
  const minutes = d.entry?.minutes ?? null
  const chosen = minutes === null ? '' : MINUTES.some((n) => n === minutes) ? String(minutes) : 'own'
  const { readers, follow } = useReaders(d)
  const folded = ['onDate', 'meetingId', 'hiddenBecause'].some((f) => errors?.[f]) || d.entry !== null
  return (
    <Form action={action} errors={errors} summaryElsewhere {...(draft ? { draftUrl: `/kladde/${draft.name}` } : {})}>
      <AboutOthersQuestion conflict={conflict} />
      <div onChange={follow}>
        <RadioGroup name="kind" legend={m.what} value={typed(known, 'kind', d.entry?.kind)} choices={d.kinds.map((k) => ({ value: k.code, label: k.label }))} tiles />
        <CheckboxGroup
          name="personIds"
          legend={m.who}
          values={typedList(known, 'personIds', d.ticked)}
          choices={d.people.map((p) => ({ value: p.id, label: p.age === null ? p.name : `${p.name}, ${p.age}` }))}
          tiles
        />
        <RadioGroup
          name="minutes"
          legend={m.howLong}
          value={typed(known, 'minutes', chosen)}
          choices={[
            ...MINUTES.map((n) => ({ value: n, label: m.minutes(n) })),
            { value: 'own', label: m.own, reveals: <TextField name="ownMinutes" label={m.ownMinutes} inputMode="numeric" width="xs" optional value={typed(known, 'ownMinutes', chosen === 'own' ? String(minutes) : '')} /> },
            { value: '', label: m.noTime },
          ]}
          tiles
        />
        <TextArea
          name="words"
          label={m.words}
          hint={m.wordsHint}
          rows={2}
          limit={1000}
          value={typed(known, 'words', d.entry?.words)}
          below={
            <div aria-live="polite">
              {readers.names.length > 0 ? <ReadableBy names={readers.names} /> : <ReadableBy names={[m.nobodyReads]} />}
              {readers.noneOfFamily && <Note icon="info">{m.noneOfFamily}</Note>}
            </div>
          }
        />
        <Details summary={m.more} open={folded}>
          <DateFields name="onDate" legend={m.date} value={typedDate(known, 'onDate', d.entry?.onDate ?? d.today)} />
          {d.meetings.length > 0 && (
            <Select
              name="meetingId"
              label={m.meeting}
              optional
              placeholder={m.noMeeting}
              value={typed(known, 'meetingId', d.entry?.meetingId === null || d.entry === null ? '' : String(d.entry.meetingId))}
              options={d.meetings.map((x) => ({ value: x.id, label: `${x.kind}, ${formatInstant(locale, x.startsAt)}` }))}
            />
          )}
          <Select
            name="hiddenBecause"
            label={m.shown}
            optional
            placeholder={m.shownYes}
            hint={m.hidden}
            value={typed(known, 'hiddenBecause', d.entry?.hiddenBecause ?? '')}
            options={d.reasons}
          />
        </Details>
      </div>
      <SubmitButton>{d.entry ? m.saveCorrection : m.save}</SubmitButton>
      {draft && <DraftStatus />}
    </Form>
  )
}

/** Who could read it, asked again as somebody ticks; without a script it stands as for those ticked beforehand. */
function useReaders(d: EntryFormData): { readers: EntryReaders; follow: (e: FormEvent<HTMLDivElement>) => void } {
  const fetcher = useFetcher<EntryReaders>()
  const [asked, setAsked] = useState('')
  const follow = (e: FormEvent<HTMLDivElement>) => {
    const form = e.currentTarget.closest('form')
    if (!form) return
    const all = new FormData(form)
    const query = new URLSearchParams([...all.getAll('personIds').map((id) => ['om', String(id)]), ['sektor', d.sector]])
    if (all.get('hiddenBecause')) query.set('skjult', '1')
    if (query.toString() === asked) return
    setAsked(query.toString())
    void fetcher.load(`/familie-logbog/${d.caseId}/laesere?${query.toString()}`)
  }
  return { readers: fetcher.data ?? d.readers, follow }
}
