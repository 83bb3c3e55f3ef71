import { data, redirect, useSearchParams } from 'react-router'
import { pageLocale, visitor } from '#app/platform/pages.server.ts'
import { formValues } from '#app/platform/pages.server.ts'
import { withDates } from '#app/platform/forms/form-values.ts'
import { formatDate, formatTime } from '#app/platform/time/format.ts'
import { ButtonGroup, SubmitButton } from '#app/ui/button.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, type FieldErrors, Form } from '#app/ui/form.tsx'
import { PlainShell } from '#app/ui/shell.tsx'
import { Note, Quote } from '#app/ui/text.tsx'
import { AnswerFields } from '../components/answer-fields.tsx'
import { answersIn } from '../inquiry.ts'
import { type ReplyPage } from '../reply.ts'
import { answerReply, confirmReply, isLimited, keepReplyDraft, openReply, secretIn } from '../reply.server.ts'
import { inquiryTexts } from '../words.ts'
import type { Route } from './+types/reply.ts'

/** Without a session. A link that does not work, whyever, looks the same, and says nothing about anybody. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const locale = context.get(pageLocale)
  if (await isLimited(context.get(visitor))) return data({ locale, token: '', page: { state: 'gone' } as ReplyPage, limited: true }, { status: 429 })
  const page = await openReply(params.token, secretIn(request, params.token))
  const known = page.state !== 'gone'
  return data({ locale, token: known ? params.token : '', page, limited: false }, { status: known ? 200 : 404 })
}

/** Characters of one answer. */
const LONGEST = 4000
type Again = { errors: FieldErrors; values: Record<string, string> }
export async function action({ context, params, request }: Route.ActionArgs) {
  const locale = context.get(pageLocale)
  const m = inquiryTexts(locale).reply
  const from = context.get(visitor)
  const here = `/svar/${params.token}`
  if (await isLimited(from)) return data<Again>({ errors: { '': m.limited }, values: {} }, { status: 429 })
  const values = textsOf(formValues(await request.formData()))
  if (values['intent'] === 'confirm') {
    const code = values['code'] ?? withDates(values, ['code'])['code']
    const confirmed = await confirmReply(params.token, typeof code === 'string' ? code : '', from, from.requestId)
    if (confirmed.said === 'ok') return redirect(here, { headers: { 'Set-Cookie': confirmed.cookie } })
    return confirmed.said === 'gone' ? redirect(here) : data<Again>({ errors: { code: m.wrongCode }, values: {} }, { status: 422 })
  }
  const secret = secretIn(request, params.token)
  if (values['intent'] === 'draft') {
    await keepReplyDraft(params.token, secret, values)
    return redirect(`${here}?gemt=1`)
  }
  const said = answersIn(values)
  const tooLong = Object.keys(values).filter((field) => field.startsWith('a.') && (values[field] ?? '').length > LONGEST)
  const name = (values['name'] ?? '').trim()
  const errors: FieldErrors = { ...Object.fromEntries(tooLong.map((field) => [field, m.tooLong(LONGEST)])), ...(name === '' ? { name: m.nameMissing } : {}), ...(said.length === 0 ? { '': m.nobody } : {}) }
  if (Object.keys(errors).length > 0) return data<Again>({ errors, values }, { status: 422 })
  await answerReply(params.token, secret, name, said, from.requestId)
  return redirect(here)
}
const textsOf = (values: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, v]) => (typeof v === 'string' ? [[name, v.slice(0, 20_000)]] : [])))

/** One request, answered by whoever it was sent to: on a phone, without a login. */
export default function Reply({ loaderData: { locale, token, page, limited }, actionData }: Route.ComponentProps) {
  const m = inquiryTexts(locale).reply
  const municipality = page.state === 'gone' ? 'Helhed' : `${page.municipality} Kommune`
  const again = actionData && 'errors' in actionData ? actionData : null
  return (
    <PlainShell municipality={{ name: municipality }} locale={locale} here={token === '' ? '/' : `/svar/${token}`}>
      <title>{`${m.title} – Helhed`}</title>
      {page.state === 'gone' && (
        <>
          <h1>{m.goneTitle}</h1>
          <p className="font-lead">{limited ? m.limited : m.gone}</p>
        </>
      )}
      {page.state === 'thanks' && (
        <>
          <h1>{m.thanksTitle}</h1>
          <p className="font-lead">{m.thanks(page.municipality)}</p>
          <p>{m.thanksMore}</p>
        </>
      )}
      {page.state === 'confirm' && <Confirm page={page} token={token} locale={locale} again={again} />}
      {page.state === 'answer' && <Answer page={page} token={token} locale={locale} again={again} />}
    </PlainShell>
  )
}

type Part<S extends ReplyPage['state']> = { page: Extract<ReplyPage, { state: S }>; token: string; locale: 'da' | 'en'; again: Again | null }

const Confirm = ({ page, token, locale, again }: Part<'confirm'>) => {
  const m = inquiryTexts(locale).reply
  return (
    <>
      <ErrorSummary errors={again?.errors} />
      <h1>{m.confirmTitle}</h1>
      <p className="font-lead">{m.confirmLead(page.municipality)}</p>
      <Form action={`/svar/${token}`} errors={again?.errors} summaryElsewhere>
        <input type="hidden" name="intent" value="confirm" />
        {page.codeBy === 'birthday' ? (
          <DateFields name="code" legend={m.code.birthday} hint={m.codeHint.birthday} />
        ) : (
          <TextField
            name="code"
            label={m.code[page.codeBy]}
            hint={m.codeHint[page.codeBy]}
            autoComplete={page.codeBy === 'agreed' ? 'off' : 'one-time-code'}
            width="s"
            {...(page.codeBy === 'agreed' ? {} : { inputMode: 'numeric' as const })}
          />
        )}
        <SubmitButton>{m.open}</SubmitButton>
      </Form>
    </>
  )
}

const Answer = ({ page, token, locale, again }: Part<'answer'>) => {
  const m = inquiryTexts(locale).reply
  const [search] = useSearchParams()
  const value = (name: string) => (again?.values ?? page.draft)?.[name] ?? ''
  const people = page.people.map((p) => ({ id: p.id, name: p.born ? inquiryTexts(locale).bornOn(p.name, formatDate(locale, p.born)) : p.name }))
  return (
    <>
      <ErrorSummary errors={again?.errors} />
      {search.has('gemt') && page.savedAt && <Toast>{m.saved(formatTime(locale, page.savedAt))}</Toast>}
      <h1>{m.title}</h1>
      <p className="font-lead">{m.lead(formatDate(locale, page.replyBy))}</p>
      {page.from.name && <p>{m.from(page.from.name, page.from.phone)}</p>}
      {page.message && <Quote by={page.from.name}>{page.message}</Quote>}
      <Alert tone="info" title={m.family} live={false}>
        {m.onlyThem}
      </Alert>
      <Form action={`/svar/${token}`} errors={again?.errors} summaryElsewhere draftUrl={`/svar/${token}/kladde`}>
        <AnswerFields people={people} questions={page.questions} value={value} />
        <h2>{m.youTitle}</h2>
        <TextField name="name" label={m.you} hint={m.youHint} value={value('name')} autoComplete="name" maxLength={100} />
        <ButtonGroup>
          <SubmitButton name="intent" value="answer">
            {m.send}
          </SubmitButton>
          <SubmitButton variant="secondary" name="intent" value="draft">
            {m.saveDraft}
          </SubmitButton>
        </ButtonGroup>
        {page.savedAt && <Note>{m.saved(formatTime(locale, page.savedAt))}</Note>}
      </Form>
    </>
  )
}
