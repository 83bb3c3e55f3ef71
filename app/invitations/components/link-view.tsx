import { typed, typedDate, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { formatInstant, formatTime } from '#app/platform/time/format.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, type FieldErrors, Form } from '#app/ui/form.tsx'
import { KeyValue, Note } from '#app/ui/text.tsx'
import { whenIn } from '../compose.ts'
import type { OpenLink } from '../link.ts'
import { invitationTexts, linkTexts } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { ThreeQuestions } from './preparation-form.tsx'
import { ToldAbout } from './told.tsx'

type Again = { errors: FieldErrors; values: Values } | null
type Props = { page: OpenLink; token: string; today: string; again: Again; done: 'answered' | 'prepared' | null }
const refusedIn = (again: Again, intent: string): Again => (again && again.values['intent'] === intent ? again : null)

/** The meeting for whoever holds its link: when and where, the answer; after a birthday whom it is about, what it serves and the preparation. */
export const LinkView = ({ page: p, token, today, again, done }: Props) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const l = linkTexts(locale)
  const here = `/moede/${token}`
  const answer = refusedIn(again, 'answer')
  return (
    <>
      <ErrorSummary errors={again?.errors} />
      {done && <Alert tone="success" title={done === 'answered' ? l.thanks : l.prepared} />}
      <h1>{l.title}</h1>
      <p className="font-lead">{m.when(whenIn(locale, p.startsAt, today))}</p>
      {p.on && (
        <Alert tone="info" title={l.on} live={false}>
          <LinkButton href={`${here}/tavle`}>{l.onLink}</LinkButton>
        </Alert>
      )}
      {p.slot && <p>{m.phoneSlot(formatTime(locale, p.slot.from), p.slot.minutes)}</p>}
      <KeyValue items={[{ key: m.place, value: p.slot ? '' : p.place }, { key: m.video, value: p.videoLink ? <a href={p.videoLink}>{p.videoLink}</a> : '' }]} />
      {p.sure && <About page={p} />}
      {p.over ? (
        <p>{m.closed}</p>
      ) : (
        <Card title={m.title}>
          <AnswerForm
            action={here}
            hidden={{}}
            before={{ answer: p.answer, answeredAt: p.answeredAt, reason: p.reason, substitute: p.substitute }}
            errors={answer?.errors ?? null}
            values={answer?.values ?? null}
          >
            <TextField name="name" label={l.name} hint={l.nameHint} value={typed(answer?.values ?? null, 'name')} autoComplete="name" maxLength={100} />
          </AnswerForm>
        </Card>
      )}
      {!p.sure && !p.over && <More page={p} here={here} again={refusedIn(again, 'confirm')} />}
      {p.sure && !p.over && p.people.length > 0 && <Prepare page={p} here={here} again={refusedIn(again, 'prepare')} />}
      {!p.on && <p><a href={`${here}/kalender`}>{m.calendar}</a></p>}
      {p.contact && <Note icon="info">{l.contact(p.contact.name, p.contact.phone)}</Note>}
    </>
  )
}

const About = ({ page: p }: { page: OpenLink }) => {
  const locale = useLocale()
  const l = linkTexts(locale)
  return (
    <Card>
      <p>
        {p.told.kind && l.kind(p.told.kind[locale])} {p.people.length > 0 ? l.about(joinList(locale, p.people.map((one) => one.name))) : l.noMore}
      </p>
      <ToldAbout told={p.told} />
    </Card>
  )
}

const More = ({ page: p, here, again }: { page: OpenLink; here: string; again: Again }) => {
  const l = linkTexts(useLocale())
  if (!p.canConfirm) return <Note icon="info">{l.noMore}</Note>
  return (
    <Card title={l.moreTitle}>
      <p>{l.moreLead}</p>
      <Form action={here} errors={again?.errors ?? null} summaryElsewhere>
        <input type="hidden" name="intent" value="confirm" />
        <DateFields name="birthday" legend={l.birthday} value={typedDate(again?.values ?? null, 'birthday')} />
        <SubmitButton variant="secondary">{l.open}</SubmitButton>
      </Form>
    </Card>
  )
}

const Prepare = ({ page: p, here, again }: { page: OpenLink; here: string; again: Again }) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const l = linkTexts(locale)
  const v = again?.values ?? null
  const before = p.preparation
  return (
    <Card title={l.prepareTitle}>
      <p>{l.prepareLead}</p>
      {before && <Note>{l.writtenBy(before.by, formatInstant(locale, before.at))}</Note>}
      <Form action={here} errors={again?.errors ?? null} summaryElsewhere>
        <input type="hidden" name="intent" value="prepare" />
        <ThreeQuestions value={(name) => typed(v, name, before?.[name])} />
        {p.people.length > 1 ? (
          <CheckboxGroup
            name="personIds"
            legend={m.about}
            hint={m.aboutHint}
            values={typedList(v, 'personIds', before?.subjects ?? p.people.map((one) => one.id)).map(String)}
            choices={p.people.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        ) : (
          p.people.map((one) => <input key={one.id} type="hidden" name="personIds" value={one.id} />)
        )}
        <TextField name="by" label={l.name} hint={l.nameHint} value={typed(v, 'by', before?.by)} autoComplete="name" maxLength={100} />
        <SubmitButton>{l.savePreparation}</SubmitButton>
      </Form>
    </Card>
  )
}
