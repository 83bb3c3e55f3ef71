import { ActionButton, ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details, DueDate } from '#app/ui/text.tsx'
import { CANCEL_REASONS } from '../meeting.ts'
import type { MeetingPage } from '../read-meeting.server.ts'
import { meetingTexts } from '../words.ts'

type Props = { d: MeetingPage; action: string }

/** Who may decide what at a meeting of this kind: the projects differ, so it is the pack's word. */
export const DecidesCard = ({ d }: { d: MeetingPage }) => {
  const m = meetingTexts(useLocale())
  if (!d.kind) return null
  return (
    <Card title={m.decides.title} id="beslutter">
      {d.kind.decides ? (
        <p>{d.kind.decides}</p>
      ) : (
        <p>
          {m.decides.plan[d.kind.plan]} {m.decides.measures[d.kind.measures]}
        </p>
      )}
      {!d.kind.decides && d.kind.startsAtOnce && <p>{m.decides.atOnce}</p>}
      {!d.kind.decides && d.kind.writtenBy === 'family' && <p>{m.decides.family}</p>}
      {d.serves.length > 0 && (
        <>
          <h3>{m.serves.title}</h3>
          <ul>
            {d.serves.map((s) => (
              <li key={`${s.code}.${s.personId}`}>
                {s.label}
                {s.paragraph && ` (${s.paragraph})`}
                {s.personId !== null && `, ${d.people.find((p) => p.id === s.personId)?.name ?? ''}`}
                {s.due && (
                  <>
                    , {m.serves.due} <DueDate date={s.due} today={d.today} />
                  </>
                )}
              </li>
            ))}
          </ul>
          <p>{m.serves.text}</p>
        </>
      )}
    </Card>
  )
}

/** The kind's consents: each its own, each its own yes or no (CON-13). */
export const ConsentsCard = ({ d, action }: Props) => {
  const m = meetingTexts(useLocale())
  if (d.consents.length === 0) return null
  const nameOf = (id: number) => d.people.find((p) => p.id === id)?.name ?? ''
  return (
    <Card title={m.consents.title} id="samtykker">
      <p>{m.consents.lead}</p>
      <ul className="nobullet-list">
        {d.consents.map((c) => (
          <li key={`${c.template}.${c.subjectId}.${c.party}`}>
            <Badge tone={c.standing === 'valid' ? 'done' : 'plain'}>{c.standing ? m.consents.standing[c.standing] : m.consents.notAsked}</Badge>{' '}
            {m.consents.about(c.label, nameOf(c.subjectId), c.party ? (d.sectors[c.party] ?? c.party) : '')}
            {c.consentId !== null && (
              <>
                {' '}
                <a href={`/familier/${d.caseId}/samtykke/${c.consentId}`}>{m.consents.sign}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      {d.consents.some((c) => c.consentId === null) && <ActionButton action={action} fields={{ intent: 'consents' }} label={m.consents.prepare} />}
    </Card>
  )
}

/** A regular series, and cancelling: below everything else, folded. */
export const MoreActions = ({ d, action }: Props) => {
  const m = meetingTexts(useLocale())
  return (
    <>
      {d.series ? (
        <>
          <p>{m.series.is(d.series.everyMonths)}</p>
          {!d.series.ended && (
            <Details summary={m.series.end}>
              <Form action={action} prefix="slut">
                <input type="hidden" name="intent" value="end-series" />
                <input type="hidden" name="seriesId" value={d.series.id} />
                <TextField name="reason" label={m.series.reason} />
                <Checkbox name="cancelRest" label={m.series.cancelRest} />
                <SubmitButton variant="secondary">{m.series.end}</SubmitButton>
              </Form>
            </Details>
          )}
        </>
      ) : (
        <Details summary={m.series.title}>
          <p>{m.series.text}</p>
          <Form action={action} prefix="raekke">
            <input type="hidden" name="intent" value="series" />
            <TextField name="everyMonths" label={m.series.every} inputMode="numeric" width="s" value="3" />
            <TextField name="times" label={m.series.times} inputMode="numeric" width="s" value="3" />
            <SubmitButton variant="secondary">{m.series.submit}</SubmitButton>
          </Form>
        </Details>
      )}
      <form method="post" action={action}>
        <CsrfInput />
        <input type="hidden" name="intent" value="cancel" />
        <ConfirmButton variant="quiet" label={m.cancel.title} question={m.cancel.text} confirm={m.cancel.submit}>
          <Select name="reason" label={m.cancel.reason} options={CANCEL_REASONS.filter((r) => r !== 'closed').map((value) => ({ value, label: m.reasons[value] ?? value }))} value="family-wishes" />
          <TextField name="words" label={m.cancel.words} optional />
        </ConfirmButton>
      </form>
    </>
  )
}
