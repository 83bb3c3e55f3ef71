import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details, DueDate } from '#app/ui/text.tsx'
import type { Point } from '../meeting.ts'
import type { MeetingPage } from '../read-meeting.server.ts'
import { meetingTexts } from '../words.ts'
import { BehalfFields } from './behalf-fields.tsx'

type Props = { d: MeetingPage; action: string; hidden?: Record<string, string | number>; errors: Record<string, string> | null; values: Values | null; conflict: { code: string; theirs?: unknown } | null }

/** What is talked about, in its order; with what was agreed and what was to be thought over. */
export const AgendaCard = ({ d, action, hidden = {}, errors, values, conflict }: Props) => {
  const m = meetingTexts(useLocale())
  const { may } = d
  return (
    <Card title={m.agenda.title} id="dagsorden">
      <p>{m.agenda.lead}</p>
      {d.agenda.length === 0 && <p>{m.agenda.empty}</p>}
      <ol className="agenda-list">
        {d.agenda.map((p, i) => (
          <li key={p.id}>
            <div className="agenda-row">
              <div>
                <OnePoint p={p} d={d} />
              </div>
              {may.decide && (
                <div className="button-row">
                  {i > 0 && <ActionButton action={action} fields={{ ...hidden, intent: 'move-point', pointId: p.id, direction: 'up' }} variant="quiet" label={m.agenda.up} describe={p.title} />}
                  {i < d.agenda.length - 1 && <ActionButton action={action} fields={{ ...hidden, intent: 'move-point', pointId: p.id, direction: 'down' }} variant="quiet" label={m.agenda.down} describe={p.title} />}
                  {!['child', 'consents', 'agreements'].includes(p.kind) && <ActionButton action={action} fields={{ ...hidden, intent: 'drop-point', pointId: p.id }} variant="quiet" label={m.agenda.drop} describe={p.title} />}
                  {p.onBehalf?.personId === d.me.id && d.me.kind === 'member' && (
                    <ActionButton action={action} fields={{ ...hidden, intent: 'undo', what: 'point', id: p.id }} variant="quiet" label={m.behalf.undo} describe={p.title} />
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {d.reflections.length > 0 && (
        <>
          <h3>{m.agenda.reflections}</h3>
          <ul>
            {d.reflections.map((r) => (
              <li key={r.id}>{r.words}</li>
            ))}
          </ul>
        </>
      )}
      {d.kind && d.kind.rounds.length > 0 && (
        <>
          <h3>{m.agenda.rounds}</h3>
          <ul>
            {d.kind.rounds.map((r) => (
              <li key={r.label}>
                {r.label} ({m.agenda.roundMinutes(r.minutes)})
              </li>
            ))}
          </ul>
        </>
      )}
      {may.decide && (
        <Details summary={m.agenda.add} open={values !== null}>
          <Form action={action} errors={errors ?? {}} summaryElsewhere prefix="punkt">
            {Object.entries(hidden).map(([k, v]) => (
              <input key={k} type="hidden" name={k} value={v} />
            ))}
            <AboutOthersQuestion conflict={conflict} />
            <input type="hidden" name="intent" value="point" />
            <TextField name="title" label={m.agenda.title2} value={typed(values, 'title')} width="full" />
            <TextArea name="words" label={m.agenda.words} value={typed(values, 'words')} rows={2} optional />
            {d.me.kind === 'staff' && (
              <>
                <Select name="kind" label={m.agenda.kind} value={typed(values, 'kind', 'own')} options={Object.entries(m.agenda.kindOf).map(([value, label]) => ({ value, label }))} />
                <BehalfFields people={d.people.filter((p) => d.meeting.subjects.includes(p.id))} today={d.today} values={values} />
              </>
            )}
            <SubmitButton variant="secondary">{m.agenda.submit}</SubmitButton>
          </Form>
        </Details>
      )}
    </Card>
  )
}

const OnePoint = ({ p, d }: { p: Point; d: MeetingPage }) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const nameOf = (id: number | null) => d.people.find((x) => x.id === id)?.name ?? ''
  const staff = p.raisedByStaff === null ? '' : (d.participants.find((x) => x.staffId === p.raisedByStaff)?.name ?? '')
  const from = nameOf(p.raisedByPerson) || staff
  return (
    <>
      <strong>{p.title}</strong> {p.minutes !== null && <Badge>{m.agenda.minutes(p.minutes)}</Badge>}
      {p.words && <div>{p.words}</div>}
      {from && <div className="muted">{m.agenda.raised(from)}</div>}
      {p.onBehalf && (
        <div className="muted">{m.behalf.shown(nameOf(p.onBehalf.personId), (m.behalf.channels[p.onBehalf.channel] ?? '').toLocaleLowerCase(locale), formatShortDate(locale, p.onBehalf.on, d.today))}</div>
      )}
      {p.carriedFrom !== null && <div className="muted">{m.agenda.carried}</div>}
      {m.agenda.kinds[p.kind] && <div className="muted">{m.agenda.kinds[p.kind]}</div>}
      {p.kind === 'agreements' && d.agreements.length > 0 && (
        <ul>
          {d.agreements.map((a) => (
            <li key={a.id}>
              {a.what} {a.owner.name && `(${a.owner.name})`} <DueDate date={a.dueOn} today={d.today} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
