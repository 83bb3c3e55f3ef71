import { typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatRange, formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ButtonGroup, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { relativeDay } from '#app/ui/due.ts'
import { Select } from '#app/ui/fields.tsx'
import { type FieldErrors, Form } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../absence-messages.ts'
import { firstName } from '../my-day.ts'
import type { AbsenceCard, AbsencePage } from '../read-absence.server.ts'

type FormProps = { page: AbsencePage; refused: Refused | undefined; errors: FieldErrors }
/** Filled in for oneself, from today, with who is named beforehand: one click is enough. */
export const AbsenceForm = ({ page: d, refused, errors }: FormProps) => {
  const m = pick(useLocale(), { da, en })
  const staff = typed(refused, 'staffId', String(d.me), 'report')
  return (
    <Form action="/i-dag/fravaer" errors={errors} guard>
      <input type="hidden" name="do" value="report" />
      {d.people.length > 1 ? (
        <Select
          name="staffId"
          label={m.who}
          value={staff}
          options={d.people.map((one) => ({ value: String(one.id), label: one.id === d.me ? m.self(one.name) : one.name }))}
        />
      ) : (
        <input type="hidden" name="staffId" value={d.me} />
      )}
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', d.today, 'report')} />
      <DateFields name="until" legend={m.until} hint={m.untilHint} value={typedDateParts(refused, 'until', null, 'report')} optional />
      <Select
        name="substituteId"
        label={m.substitute}
        hint={m.substituteHint}
        value={typed(refused, 'substituteId', d.substitute === null ? '' : String(d.substitute), 'report')}
        placeholder={m.nobody}
        options={d.colleagues.filter((one) => d.people.length > 1 || one.id !== d.me).map((one) => ({ value: String(one.id), label: `${one.name}, ${one.department}` }))}
        optional
      />
      <Select
        name="words"
        label={m.words}
        hint={m.wordsHint}
        value={typed(refused, 'words', '', 'report')}
        placeholder={m.onlyAway}
        options={d.words.map((one) => ({ value: one.code, label: one.label }))}
        optional
      />
      <SubmitButton>{m.submit}</SubmitButton>
    </Form>
  )
}

/** One absence: meetings within two days first, then each family and who helps it. */
export const AwayDetails = ({ away, today, me }: { away: AbsenceCard; today: string; me: number }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const lone = away.families.filter((one) => one.by === null)
  const period = away.until === null ? m.open(formatShortDate(locale, away.from, today)) : formatRange(locale, away.from, away.until, today)
  return (
    <Card title={m.period(away.name, away.what)} aside={period} id={`fravaer-${away.id}`} level={3}>
      {lone.length > 0 && <Note icon="info">{m.missing(new Set(lone.map((one) => one.caseId)).size)}</Note>}
      <h4>{m.meetings}</h4>
      {away.meetings.length === 0 ? (
        <p>{m.noMeetings}</p>
      ) : (
        <ul>
          {away.meetings.map((one) => (
            <li key={one.id}>
              <a href={`/familier/${one.caseId}/moeder/${one.id}`}>
                {one.label}, {m.family(one.family)}
              </a>{' '}
              {relativeDay(one.day, today, locale, 'event')} {locale === 'da' ? 'kl.' : 'at'} {one.time}
              {one.place && `, ${one.place}`}
            </li>
          ))}
        </ul>
      )}
      {away.families.length > 0 && (
        <>
          <h4>{m.families}</h4>
          <ul>
            {away.families.map((one) => (
              <li key={`${one.caseId}.${one.role}`}>
                <a href={`/familier/${one.caseId}`}>{m.family(one.family)}</a>: {one.by ? m.helps(firstName(one.by.name)) : m.noHelper}
                {one.by === null && (
                  <>
                    {' '}
                    · <a href={`/familier/${one.caseId}/hjaelpere`}>{m.findHelper}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {away.mayEnd && (
        <ButtonGroup>
          <ActionButton
            action="/i-dag/fravaer"
            fields={{ do: 'end', absenceId: away.id }}
            label={away.staffId === me ? m.back : m.backOf(firstName(away.name))}
          />
          {away.fresh && <ActionButton action="/i-dag/fravaer" fields={{ do: 'cancel', absenceId: away.id }} label={m.cancel} variant="quiet" describe={away.name} />}
        </ButtonGroup>
      )}
    </Card>
  )
}
