import { data, redirect } from 'react-router'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { formValues, pageLocale, visitor } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { ErrorSummary, type FieldErrors, Form } from '#app/ui/form.tsx'
import { PlainShell } from '#app/ui/shell.tsx'
import { answerPartnerSurvey, isLimited, openPartnerSurvey } from '../answer.server.ts'
import { partnerTexts } from '../messages.ts'
import { LONGEST, type SurveyPage } from '../partner-survey.ts'
import type { Route } from './+types/partner.ts'

/** Without a session. A link that does not work, whyever, looks the same. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const locale = context.get(pageLocale)
  if (await isLimited(context.get(visitor).address)) return data({ locale, link: '', page: { state: 'gone' } as SurveyPage, limited: true }, { status: 429 })
  const page = await openPartnerSurvey(params.link)
  return data({ locale, link: page.state === 'gone' ? '' : params.link, page, limited: false }, { status: page.state === 'gone' ? 404 : 200 })
}

type Again = { errors: FieldErrors; values: Values }
export async function action({ context, params, request }: Route.ActionArgs) {
  const m = partnerTexts(context.get(pageLocale))
  if (await isLimited(context.get(visitor).address)) return data<Again>({ errors: { '': m.limited }, values: {} }, { status: 429 })
  const values = formValues(await request.formData())
  const page = await openPartnerSurvey(params.link)
  if (page.state !== 'answer') return redirect(`/partner/${params.link}`)
  const missing = page.questions.filter((q) => !/^[1-5]$/.test(typed(values, `q.${q.code}`)))
  if (missing.length > 0) return data<Again>({ errors: Object.fromEntries(missing.map((q) => [`q.${q.code}`, m.missing])), values }, { status: 422 })
  await answerPartnerSurvey(params.link, Object.fromEntries(page.questions.map((q) => [q.code, Number(typed(values, `q.${q.code}`))])), typed(values, 'words'))
  return redirect(`/partner/${params.link}`)
}

/** A few questions, answered by an association, a volunteer or a company: on a phone, without a login, without a name. */
export default function PartnerPage({ loaderData: { locale, link, page, limited }, actionData }: Route.ComponentProps) {
  const m = partnerTexts(locale)
  const again = actionData && 'errors' in actionData ? actionData : null
  return (
    <PlainShell municipality={{ name: page.state === 'gone' ? 'Helhed' : `${page.municipality} Kommune` }} locale={locale} here={link === '' ? '/' : `/partner/${link}`}>
      <title>{`${m.partnerTitle} – Helhed`}</title>
      {page.state === 'gone' && <PageHead title={m.gone} lead={limited ? m.limited : m.goneBody} />}
      {page.state === 'thanks' && <PageHead title={m.thanks} lead={m.thanksBody} />}
      {page.state === 'answer' && (
        <>
          <ErrorSummary errors={again?.errors} />
          <PageHead title={m.partnerTitle} lead={m.partnerLead(formatDate(locale, page.closesOn))} />
          <Alert tone="info" title={m.anonymous(page.least)} live={false} />
          <Form action={`/partner/${link}`} errors={again?.errors} summaryElsewhere>
            {page.questions.map((q) => (
              <div key={q.code} className="rating rating-five keep-together">
                <RadioGroup
                  name={`q.${q.code}`}
                  legend={q.text[locale]}
                  hint={m.scale(q.low[locale], q.high[locale])}
                  tiles
                  value={typed(again?.values ?? null, `q.${q.code}`)}
                  choices={[1, 2, 3, 4, 5].map((n) => ({ value: n, label: String(n) }))}
                />
              </div>
            ))}
            <TextArea name="words" label={m.free} hint={m.freeHint} value={typed(again?.values ?? null, 'words')} rows={4} limit={LONGEST} optional />
            <SubmitButton>{m.sendAnswer}</SubmitButton>
          </Form>
        </>
      )}
    </PlainShell>
  )
}
