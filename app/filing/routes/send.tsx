import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { FilingLine } from '../components/filing-line.tsx'
import { RecordWords } from '../components/record-words.tsx'
import { isKind, toCaseAddress } from '../filing.ts'
import { da, en } from '../messages.ts'
import { readToCase } from '../read-filing.server.ts'
import { sendToCase } from '../send-to-case.server.ts'
import type { Route } from './+types/send.ts'

function recordOf(request: Request) {
  const query = new URL(request.url).searchParams
  const kind = query.get('kind') ?? ''
  if (!isKind(kind)) throw new NotFound('kind')
  return { kind, id: idParam(query.get('id') ?? undefined) }
}
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => readToCase(ctx, { caseId: idParam(params.caseId), ...recordOf(request) }))
export const action = formAction(async ({ ctx, params, request, values }) => {
  const caseId = idParam(params.caseId)
  const { id } = await sendToCase(ctx, { ...values, caseId, ...recordOf(request) })
  return redirect(`/familier/${caseId}/til-sagen/${id}?sendt=1`)
})

/** One record to one caseworker's case. */
export default function SendToCase({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values, conflict } = refusal(locale, actionData)
  const { source } = d
  return (
    <>
      <title>{`${m.send.title} – Helhed`}</title>
      <BackLink href={source.href}>{m.send.back}</BackLink>
      <ErrorSummary errors={errors} />
      {conflict && <Alert tone="error" title={m.send.sentBefore} />}
      <div className="reading-width">
        <PageHead title={m.send.title} lead={m.send.lead} />
        <Card title={[m.kinds[source.kind], source.what].filter(Boolean).join(': ')} aside={formatDate(locale, source.on)}>
          <RecordWords source={source} parties={d.parties} />
        </Card>
        {d.sent.length > 0 && (
          <Card title={m.send.alreadyTitle}>
            <ul className="nobullet-list">
              {d.sent.map((f) => (
                <li key={f.id}>
                  <FilingLine filing={f} today={d.today} />
                  {f.changed && ` ${m.send.changed}`}
                </li>
              ))}
            </ul>
          </Card>
        )}
        {d.recipients.length === 0 ? (
          <EmptyState title={m.send.nobodyTitle}>{m.send.nobody}</EmptyState>
        ) : (
          <Card>
            <Form action={toCaseAddress(source.caseId, source.kind, source.id)} errors={errors} summaryElsewhere>
              <RadioGroup
                name="to"
                legend={m.send.to}
                hint={m.send.toHint}
                value={typed(values, 'to', d.recipients.length === 1 ? d.recipients[0]?.value : '')}
                choices={d.recipients.map((r) => ({ value: r.value, label: r.me ? m.send.me(r.name) : r.name, hint: r.sector }))}
              />
              <Select name="theme" label={m.send.theme} value={typed(values, 'theme')} placeholder options={d.rules.themes.map((t) => ({ value: t.code, label: t.label }))} />
              <SubmitButton>{m.send.save}</SubmitButton>
            </Form>
          </Card>
        )}
        <Note icon="info">{m.notTheJournal}</Note>
      </div>
    </>
  )
}
