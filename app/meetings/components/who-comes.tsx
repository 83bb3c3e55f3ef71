import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ConfirmButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Face } from '#app/ui/face.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Badge } from '#app/ui/text.tsx'
import type { MeetingPage, ParticipantView } from '../read-meeting.server.ts'
import { meetingTexts } from '../words.ts'
import { ParticipantDetails } from './participant-details.tsx'

type Props = { d: MeetingPage; action: string; hidden?: Record<string, string | number> }

/** Who comes and why: the family first, then each with face, unit, what they will hear and see. */
export const WhoComes = ({ d, action, hidden = {} }: Props) => {
  const m = meetingTexts(useLocale())
  const here = d.participants.filter((p) => p.withdrawnAt === null)
  const family = here.filter((p) => p.personId !== null && !p.network)
  const others = here.filter((p) => !family.includes(p))
  const off = d.participants.filter((p) => p.withdrawnAt !== null)
  return (
    <Card title={m.who.title} id="hvem">
      <p>{m.who.lead}</p>
      {d.missing.length > 0 && d.may.arrange && (
        <Alert tone="info" live={false} title={m.who.missing}>
          <ul>
            {d.missing.map((x) => (
              <li key={x.code}>
                {m.who.missingOne(x.label, x.missing)}. {x.why}.
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <h3>{m.who.family}</h3>
      <ul className="nobullet-list">
        {family.map((p) => (
          <One key={p.id} p={p} d={d} action={action} hidden={hidden} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{m.who.others}</h3>
          <ul className="nobullet-list">
            {others.map((p) => (
              <One key={p.id} p={p} d={d} action={action} hidden={hidden} />
            ))}
          </ul>
        </>
      )}
      {off.length > 0 && (
        <>
          <h3>{m.who.off}</h3>
          <ul className="nobullet-list">
            {off.map((p) => (
              <li key={p.id}>
                {p.name || m.who.nobody}
                {p.withdrawnReason && ` (${p.withdrawnReason})`}{' '}
                {d.may.decide && (
                  <ActionButton action={action} fields={{ ...hidden, intent: 'restore', participantId: p.id }} variant="quiet" label={m.who.restore} describe={p.name} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

const One = ({ p, d, action, hidden }: Props & { p: ParticipantView; hidden: Record<string, string | number> }) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const face = p.staffId === null ? null : d.faces[p.staffId]
  const name = p.name || m.who.nobody
  const nameOf = (id: number | null) => [...d.people, ...d.network].find((x) => x.id === id)?.name ?? ''
  const unit = [face?.title, face?.unit, p.outside?.role, p.outside && p.sector ? (d.sectors[p.sector] ?? p.sector) : ''].filter(Boolean).join(', ')
  const notes = [
    p.companionOf !== null && (p.staffId !== null ? m.who.along(nameOf(p.companionOf)) : m.who.companion(nameOf(p.companionOf))),
    p.interpreterFor !== null && `${m.who.interpreter(nameOf(p.interpreterFor))}. ${p.bookedOn ? m.who.booked(formatShortDate(locale, p.bookedOn, d.today), p.bookedWith) : m.who.notBooked}`,
    p.worksWith !== null && `${m.who.worksWith(nameOf(p.worksWith))}. ${m.who.worksWithNote}`,
    p.child && m.who.seatOfChild,
    p.how !== 'seat' && m.who.how[p.how],
    p.slot && m.who.slot(p.slot.from, p.slot.minutes),
    p.outside?.sector === 'general-practice' && m.who.doctorNote,
    p.wishedBy !== null && p.personId !== p.wishedBy && m.who.wishedBy(nameOf(p.wishedBy)),
    p.onBehalf && m.behalf.shown(nameOf(p.onBehalf.personId), (m.behalf.channels[p.onBehalf.channel] ?? '').toLocaleLowerCase(locale), formatShortDate(locale, p.onBehalf.on, d.today)),
  ].filter((x): x is string => typeof x === 'string' && x !== '')
  return (
    <li className="keep-together face-row">
      <Face name={name} photo={face?.photo ?? null} />
      <div className="face-text">
        <strong>{name}</strong>
        {unit && `, ${unit}`} <Answer p={p} d={d} />
        {p.rule && (
          <div>
            <Badge tone="accent">{m.who.must.replace(':', '')}</Badge> {p.rule.why}.{p.rule.paragraph && ` (${p.rule.paragraph})`}
          </div>
        )}
        {notes.map((n) => (
          <div key={n}>{n}</div>
        ))}
        {p.contribution && (
          <div>
            {m.who.contribution}: “{p.contribution}”
          </div>
        )}
        <SightLine p={p} d={d} />
        <div className="button-row">
          {d.may.decide && <Remove p={p} d={d} action={action} hidden={hidden} name={name} />}
          {p.onBehalf?.personId === d.me.id && d.me.kind === 'member' && d.may.decide && (
            <form method="post" action={action}>
              <CsrfInput />
              {Object.entries({ ...hidden, intent: 'undo', what: 'participant', id: p.id }).map(([k, v]) => (
                <input key={k} type="hidden" name={k} value={v} />
              ))}
              <ConfirmButton variant="quiet" label={m.behalf.undo} question={m.behalf.undoQuestion} confirm={m.behalf.undo} />
            </form>
          )}
        </div>
        {d.may.arrange && (p.staffId !== null || p.outside !== null || p.network) && <ParticipantDetails p={p} d={d} action={action} name={name} />}
      </div>
    </li>
  )
}

const Remove = ({ p, action, hidden = {}, name, d }: Props & { p: ParticipantView; name: string }) => {
  const m = meetingTexts(useLocale())
  if (p.requiredBy === null || !d.may.arrange)
    return p.requiredBy === null ? (
      <ActionButton action={action} fields={{ ...hidden, intent: 'withdraw', participantId: p.id }} variant="quiet" label={m.who.remove} describe={name} />
    ) : null
  return (
    <form method="post" action={action}>
      <CsrfInput />
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="participantId" value={p.id} />
      <ConfirmButton variant="quiet" label={m.who.remove} question={p.rule ? `${p.rule.why}.` : ''} confirm={m.who.remove}>
        <TextField name="reason" id={`reason-${p.id}`} label={m.who.instead} />
      </ConfirmButton>
    </form>
  )
}

const Answer = ({ p, d }: { p: ParticipantView; d: MeetingPage }) => {
  const m = meetingTexts(useLocale())
  const a = d.answers.find((x) => x.participantId === p.id)
  if (d.meeting.invitedAt === null || !a) return null
  return (
    <Badge tone={a.answer === 'coming' || a.answer === 'telephone' ? 'done' : 'plain'}>
      {a.answer ? `${m.who.answers[a.answer]}${a.substitute ? `: ${a.substitute}` : ''}` : m.who.noAnswer}
    </Badge>
  )
}

/** What the participant will hear and see, by consent, and what is missing. */
const SightLine = ({ p, d }: { p: ParticipantView; d: MeetingPage }) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const isFamily = p.personId !== null && !p.network
  const names = (ids: readonly number[]) => joinList(locale, d.people.filter((x) => ids.includes(x.id)).map((x) => x.name))
  const all = (ids: readonly number[]) => ids.length === d.meeting.subjects.length
  const what = (category: string) => m.sight.what[category] ?? ''
  const unread = () => {
    const [first, ...rest] = p.sight.missing
    const same = first !== undefined && rest.every((x) => x.personIds.join() === first.personIds.join())
    const about = (text: string, ids: readonly number[]) => (all(ids) ? text : m.sight.about(text, names(ids)))
    return same ? about(joinList(locale, p.sight.missing.map((x) => what(x.category)), 'or'), first.personIds) : joinList(locale, p.sight.missing.map((x) => about(what(x.category), x.personIds)), 'or')
  }
  const text = isFamily
    ? p.sight.how === 'all'
      ? m.sight.all
      : m.sight.member
    : p.sight.how === 'nothing-written'
      ? m.sight.nothing
      : p.sight.how === 'all'
        ? m.sight.all
        : m.sight.parts(unread())
  return (
    <div className="muted">
      {m.sight.title}: {text}{' '}
      {d.may.arrange && !isFamily && p.sight.how === 'parts' && <a href={`/familier/${d.caseId}/samtykke/ny`}>{m.sight.ask}</a>}
    </div>
  )
}
