import type { Refusal } from '#app/platform/forms/refusal.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Note } from '#app/ui/text.tsx'
import { whenIn } from '../compose.ts'
import { ANSWERS, SAID_HOW } from '../invitation.ts'
import type { InvitationPage, Place } from '../read-invitation.server.ts'
import { invitationTexts } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { ToldAbout } from './told.tsx'

/** `here`: the page's own address; `meeting`: the meeting's page; `file` and `prepare`: those beside it. `of`: a form's refusal. */
type Props = { d: InvitationPage; here: string; meeting: string; file: string; prepare: string; of: (intent: string) => Refusal }

/** "Kommer du?": own answer first, then who has answered; the same for staff and family. */
export const AnswerPage = ({ d, here, meeting, file, prepare, of }: Props) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const own = d.places.filter((p) => p.mine)
  const errors = of('answer').errors ?? of('behalf').errors
  return (
    <>
      <BackLink href={meeting}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.title} lead={[m.when(whenIn(locale, d.meeting.startsAt, d.today)), d.meeting.place].filter(Boolean).join(' ')} />
      {!d.open && <p>{m.closed}</p>}
      {d.open && own.length > 0 && !d.meeting.invited && <Note icon="info">{m.notInvited}</Note>}
      {d.open &&
        own.map((p) => (
          <Card key={p.participantId} title={own.length > 1 ? m.answerOf(p.name) : undefined}>
            {p.slot && <p>{m.phoneSlot(p.slot.from, p.slot.minutes)}</p>}
            {p.answer && <ToldAbout told={p.answer.told} />}
            <AnswerForm
              action={here}
              hidden={{ caseId: d.caseId, participantId: p.participantId }}
              before={{ answer: p.answer?.answer ?? null, answeredAt: p.answer?.answeredAt ?? null, reason: p.answer?.detail?.reason ?? '', substitute: p.answer?.detail?.substitute ?? '' }}
              errors={of('answer').errors}
              values={of('answer').values}
            />
            <div className="button-row">
              {d.may.prepare && <LinkButton href={prepare}>{m.prepareLink}</LinkButton>}
              <LinkButton href={file}>{m.calendar}</LinkButton>
            </div>
            <p>
              <a href={d.may.staff ? '/i-dag/kalender' : '/min/kalender'}>{m.feedTitle}</a>
            </p>
          </Card>
        ))}
      <Everybody d={d} />
      {d.may.onBehalf && <OnBehalf d={d} here={here} refused={of('behalf')} />}
    </>
  )
}

const Everybody = ({ d }: { d: InvitationPage }) => {
  const m = invitationTexts(useLocale())
  return (
    <Card title={m.everybody}>
      <ul className="nobullet-list">
        {d.places.map((p) => (
          <li key={p.participantId} className="keep-together">
            <strong>{p.name}</strong> <Badge tone={p.answer?.answer && p.answer.answer !== 'declines' ? 'done' : 'plain'}>{m.states[p.answer?.answer ?? 'none']}</Badge>
            {d.may.staff && <span className="form-hint"> {m.sent[p.answer?.sentBy ?? 'none']}</span>}
            <Words p={p} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
const Words = ({ p }: { p: Place }) => {
  const m = invitationTexts(useLocale())
  const detail = p.answer?.detail
  if (!detail) return null
  const said = detail.channel ? m.statedBy(detail.statedBy ?? p.name, m.saidHows[detail.channel] ?? detail.channel) : ''
  return (
    <>
      {detail.substitute && <div>{detail.substitute}</div>}
      {detail.reason && <div>“{detail.reason}”</div>}
      {said && <div className="form-hint">{said}</div>}
    </>
  )
}

const OnBehalf = ({ d, here, refused: { errors, values } }: { d: InvitationPage; here: string; refused: Refusal }) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const others = d.places.filter((p) => !p.mine)
  const told = d.told?.absent ?? []
  if (others.length === 0) return null
  return (
    <Card title={m.onBehalf}>
      {told.length > 0 && (
        <Alert tone="info" title={m.mandatory} live={false}>
          {told.map((a) => a.cancelAt[locale]).join(' ')}
        </Alert>
      )}
      <Form action={here} errors={errors} summaryElsewhere>
        <input type="hidden" name="intent" value="behalf" />
        <input type="hidden" name="caseId" value={d.caseId} />
        <Select name="participantId" label={m.who} value={typed(values, 'participantId')} options={others.map((p) => ({ value: String(p.participantId), label: p.name }))} />
        <RadioGroup
          name="answer"
          legend={m.everybody}
          hideLegend
          value={typed(values, 'answer', 'coming')}
          choices={ANSWERS.map((a) => ({ value: a, label: m.states[a], ...(a === 'substitute' ? { reveals: <TextField name="substitute" label={m.substitute} value={typed(values, 'substitute')} maxLength={200} /> } : {}) }))}
        />
        <TextArea name="reason" label={m.reason} hint={m.reasonHint} optional rows={2} limit={1000} value={typed(values, 'reason')} />
        <RadioGroup name="saidHow" legend={m.saidHow} inline value={typed(values, 'saidHow', 'phone')} choices={SAID_HOW.map((h) => ({ value: h, label: m.saidHows[h] }))} />
        <SubmitButton variant="secondary">{m.send}</SubmitButton>
      </Form>
    </Card>
  )
}
