import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatShortDate, formatTime } from '#app/platform/time/format.ts'
import { awayWords } from '#app/team/absence-words.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { Details, Note, ToCaseLink } from '#app/ui/text.tsx'
import type { ThreadsPage } from '../read-threads.server.ts'
import type { Message } from '../thread.ts'
import { threadTexts } from '../words.ts'

type Chosen = NonNullable<ThreadsPage['chosen']>
type Props = { page: ThreadsPage; chosen: Chosen; action: string; data: unknown; draft: { name: string; values: Values | null } }
const first = (name: string) => name.split(' ')[0] ?? name
const tel = (number: string) => `tel:${number.replaceAll(' ', '')}`

/** The messages of one thread, and below them who reads an answer, when it comes, and the box. */
export const ThreadView = (p: Props) => {
  const m = threadTexts(useLocale())
  const other = p.page.me.kind === 'member' ? (p.page.entry.primary ? first(p.page.entry.primary.name) : m.yourCoordinator) : (p.chosen.names[0] ?? '')
  return (
    <>
      {p.chosen.messages.length === 0 ? (
        <EmptyState title={m.noMessages}>{m.noMessagesText(other)}</EmptyState>
      ) : (
        <ol className="messages">
          {p.chosen.messages.map((one) => (
            <MessageItem key={one.id} one={one} p={p} />
          ))}
        </ol>
      )}
      {p.chosen.writable ? <Write {...p} other={other} /> : !p.page.mayWrite && p.page.me.kind === 'member' && <p>{m.closed}</p>}
    </>
  )
}

const MessageItem = ({ one, p }: { one: Message; p: Props }) => {
  const locale = useLocale()
  const m = threadTexts(locale)
  const member = p.page.me.kind === 'member'
  const mine = (member ? one.authorPersonId : one.authorStaffId) === p.page.me.id
  const at = `${formatShortDate(locale, copenhagenDay(one.writtenAt), p.page.today)} ${locale === 'da' ? 'kl.' : 'at'} ${formatTime(locale, one.writtenAt)}`
  const seen = one.seenBy.filter((s) => (member ? s.personId : s.staffId) !== p.page.me.id)
  return (
    <li className={mine ? 'message message-mine' : 'message'} id={`besked-${one.id}`}>
      <p className="message-head">
        <strong>{mine ? m.you : one.author}</strong> <time dateTime={one.writtenAt}>{at}</time>
      </p>
      <p className="message-words">{one.words}</p>
      {(mine || (!member && one.authorStaffId !== null)) && (
        <p className="message-seen">
          {seen.length === 0 ? m.notSeen : m.seen(joinList(locale, seen.map((s) => `${s.name} ${formatShortDate(locale, copenhagenDay(s.at), p.page.today)}`)))}
        </p>
      )}
      {one.step?.kind === 'passed' && <p className="message-seen">{one.step.name ? m.passed(one.step.name) : m.passedNobody}</p>}
      {one.step?.kind === 'no-answer' && <p className="message-seen">{m.noAnswerDone}</p>}
      {one.step?.kind === 'handed-over' && <p className="message-seen">{m.handedOver(one.step.name)}</p>}
      {!member && (
        <p className="message-seen">
          <ToCaseLink caseId={one.caseId} kind="message" id={one.id} describe={at} />
        </p>
      )}
      {!member && p.chosen.writable && one.id === p.chosen.messages.at(-1)?.id && p.chosen.waiting && (
        <>
          <ActionButton action={p.action} fields={{ intent: 'no-answer', messageId: one.id }} label={m.noAnswer} variant="quiet" />
          <Details summary={m.handOver} open={refusal(locale, p.data, 'hand-over').errors !== null}>
            <Form action={p.action} errors={refusal(locale, p.data, 'hand-over').errors} prefix="h">
              <input type="hidden" name="intent" value="hand-over" />
              <input type="hidden" name="messageId" value={one.id} />
              <TextField name="name" label={m.handOverTo} maxLength={100} />
              <SubmitButton variant="secondary">{m.handOverDo}</SubmitButton>
            </Form>
          </Details>
        </>
      )}
    </li>
  )
}

const Write = ({ page, chosen, action, data, draft, other }: Props & { other: string }) => {
  const locale = useLocale()
  const m = threadTexts(locale)
  const { errors, values, conflict } = refusal(locale, data, 'send')
  const known = values ?? draft.values
  return (
    <div className="message-write d-print-none">
      <WhoAndWhen page={page} readers={chosen.readers} />
      <Form action={action} errors={errors} draftUrl={`/kladde/${draft.name}`}>
        <input type="hidden" name="intent" value="send" />
        <AboutOthersQuestion conflict={conflict} />
        {conflict?.code === 'cancels-talk' && (
          <Alert tone="warning" title={m.seemsTitle}>
            <p>{m.seems}</p>
            <JobCentre page={page} />
            <Checkbox name="anyway" label={m.anyway} />
          </Alert>
        )}
        <TextArea name="words" label={page.me.kind === 'member' ? m.write : m.writeTo(other)} rows={4} limit={4000} value={typed(known, 'words')} />
        <SubmitButton>{m.send}</SubmitButton>
        <DraftStatus />
      </Form>
    </div>
  )
}

/** Above the box: who can read it, when an answer comes, and what to do when it cannot wait. */
const WhoAndWhen = ({ page, readers }: { page: ThreadsPage; readers: string[] }) => {
  const locale = useLocale()
  const m = threadTexts(locale)
  const { entry } = page
  const member = page.me.kind === 'member'
  return (
    <div className="who-and-when">
      <p>
        <strong>{m.readBy}:</strong> {readers.length === 0 ? m.nobodyElse : `${joinList(locale, readers)}.`}
      </p>
      {member ? (
        <>
          <p>
            {entry.away ? `${awayWords(locale, entry.away, page.today, 'family')} ` : ''}
            {entry.primary ? m.answers(first(entry.away?.by ?? entry.primary.name), page.answerDays) : m.noCoordinator}{' '}
            {entry.urgent && (
              <>
                {m.urgent} <a href={tel(entry.urgent.number)}>{entry.urgent.number}</a> ({entry.urgent.label}).{' '}
              </>
            )}
            {m.danger}
          </p>
          <Note icon="info">
            <span>
              {m.notCancel} <JobCentre page={page} inline />
            </span>
          </Note>
        </>
      ) : (
        <p className="note">{m.answersStaff(page.answerDays)}</p>
      )}
    </div>
  )
}

const JobCentre = ({ page, inline }: { page: ThreadsPage; inline?: boolean }) => {
  const m = threadTexts(useLocale())
  if (!page.jobCentre) return null
  const link = <a href={tel(page.jobCentre.phone)}>{m.notCancelCall(page.jobCentre.name, page.jobCentre.phone)}</a>
  return inline ? link : <p>{link}</p>
}
