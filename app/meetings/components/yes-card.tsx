import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import type { MeetingPage } from '../read-meeting.server.ts'
import { meetingTexts } from '../words.ts'
import { BehalfFields } from './behalf-fields.tsx'

type Props = { d: MeetingPage; action: string; hidden?: Record<string, string | number>; errors: Record<string, string> | null; values: Values | null }

/** The family's yes to participants and agenda, and the invitations that may go after it (MEET-13). */
export const YesCard = ({ d, action, hidden = {}, errors, values }: Props) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const { meeting, may } = d
  const nameOf = (id: number) => d.people.find((p) => p.id === id)?.name ?? ''
  const mine = d.me.kind === 'member' && d.standing.includes(d.me.id)
  const ready = d.standing.length > 0
  return (
    <Card title={m.yes.title} id="ja" accent={may.decide && !ready}>
      <p>{m.yes.lead}</p>
      {d.yeses.length === 0 && <p>{m.yes.none}</p>}
      <ul className="nobullet-list">
        {d.yeses.map((y) => (
          <li key={y.id}>
            {d.standing.includes(y.personId) ? <Badge tone="done">{m.yes.stands(nameOf(y.personId), formatShortDate(locale, y.saidOn, d.today))}</Badge> : m.yes.asksAgain(nameOf(y.personId))}
            {y.onBehalf && ` · ${m.behalf.shown(nameOf(y.personId), (m.behalf.channels[y.onBehalf.channel] ?? '').toLocaleLowerCase(locale), formatShortDate(locale, y.onBehalf.on, d.today))}`}
            {y.onBehalf && d.me.kind === 'member' && y.personId === d.me.id && may.decide && (
              <ActionButton action={action} fields={{ ...hidden, intent: 'undo', what: 'yes', id: y.id }} variant="quiet" label={m.behalf.undo} />
            )}
          </li>
        ))}
      </ul>
      {may.decide && d.me.kind === 'member' && !mine && <ActionButton action={action} fields={{ ...hidden, intent: 'yes' }} variant="primary" label={m.yes.mine} />}
      {may.arrange && meeting.invitedAt === null && (
        <Details summary={m.yes.register} open={values !== null}>
          <Form action={action} errors={errors ?? {}} summaryElsewhere prefix="ja">
            <input type="hidden" name="intent" value="yes" />
            <BehalfFields must people={d.people.filter((p) => meeting.subjects.includes(p.id))} today={d.today} values={values} />
            <SubmitButton variant="secondary">{m.yes.register}</SubmitButton>
          </Form>
        </Details>
      )}
      {may.arrange && meeting.invitedAt === null && (
        <ActionButton
          action={action}
          fields={{ intent: 'invite' }}
          variant={ready ? 'primary' : 'secondary'}
          label={m.yes.invite}
          disabledReason={!ready ? m.yes.inviteWhy : meeting.place === '' && meeting.videoLink === '' ? m.yes.placeWhy : undefined}
        />
      )}
      {meeting.invitedAt !== null && <p>{m.yes.invited(formatDate(locale, copenhagenDay(meeting.invitedAt)))}</p>}
    </Card>
  )
}
