import { redirect } from 'react-router'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import { useWords } from '../components/words.ts'
import { chooseNorm, endLicence, type LicencePage, readLicences, setLicence } from '../licences.server.ts'
import type { Route } from './+types/licences.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => ({ page: await readLicences(ctx), saved: new URL(request.url).searchParams.has('gemt') }))

export const action = formAction(async ({ ctx, values }) => {
  const [what, instrument] = String(values['intent']).split('.')
  const input = { ...withDates(values, ['from', 'until']), instrument }
  if (what === 'end') await endLicence(ctx, input)
  else if (what === 'norm') await chooseNorm(ctx, input)
  else await setLicence(ctx, input)
  return redirect('/administration/maaleredskaber?gemt=1')
})

type Tool = LicencePage['instruments'][number]

/** Which instruments may we use, and whose norms? */
export default function Licences({ loaderData: { page: d, saved }, actionData }: Route.ComponentProps) {
  const { locale, m } = useWords()
  const whole = refusal(locale, actionData)
  const prefix = String(whole.values?.['intent'] ?? 'f').replace(/[^a-z0-9]/gi, '')
  return (
    <>
      <title>{`${m.licencesTitle} – Helhed`}</title>
      <ErrorSummary errors={whole.errors} prefix={prefix} />
      {whole.conflict && <Alert tone="warning">{m.stalePack}</Alert>}
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href="/administration" />
      <PageHead title={m.licencesTitle} lead={m.licencesLead} />
      {d.instruments.map((tool) => (
        <Card key={tool.code} title={tool.label[locale]} aside={<Badge tone={tool.licence === 'free' ? 'plain' : 'accent'}>{m.licence[tool.licence]}</Badge>}>
          <p>
            {`${tool.measures[locale]}. ${m.holder}: ${tool.holder[locale]}. ${m.source}: ${tool.source}`}
            {!tool.verified && ` (${m.unverified})`}
          </p>
          {tool.licence === 'licensed-by-tenant' && <TenantLicence tool={tool} page={d} actionData={actionData} />}
          <NormChoice tool={tool} page={d} actionData={actionData} />
          <p>
            <a href={`/administration/pakker/instruments/${tool.code}`}>{m.editRaw}<span className="sr-only"> {tool.label[locale]}</span></a>
          </p>
        </Card>
      ))}
    </>
  )
}

type Part = { tool: Tool; page: LicencePage; actionData: unknown }

/** The municipality's licence: written down with its agreement, or ended. */
function TenantLicence({ tool, page: d, actionData }: Part) {
  const { locale, m } = useWords()
  const held = tool.tenantLicence
  const intent = `${held ? 'end' : 'licence'}.${tool.code}`
  const r = refusal(locale, actionData, intent)
  return (
    <>
      <p>{held ? m.tenantHas(held.reference, formatDate(locale, held.from), held.until && formatDate(locale, held.until)) : m.tenantNone}</p>
      <Details summary={held ? m.tenantEnd : m.tenantSave} open={r.errors !== null}>
        <Form errors={r.errors ?? undefined} summaryElsewhere prefix={intent.replace(/[^a-z0-9]/gi, '')}>
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="stateId" value={d.stateId} />
          {!held && (
            <>
              <TextField name="reference" label={m.tenantReference} value={typed(r.values, 'reference')} width="full" />
              <DateFields name="from" legend={m.tenantFrom} value={typedDate(r.values, 'from', null)} />
              <DateFields name="until" legend={m.tenantUntil} value={typedDate(r.values, 'until', null)} optional />
            </>
          )}
          <TextField name="note" label={m.why} hint={m.whyHint} value={typed(r.values, 'note')} width="full" />
          <SubmitButton variant="secondary">{held ? m.tenantEnd : m.tenantSave}</SubmitButton>
        </Form>
      </Details>
    </>
  )
}

function NormChoice({ tool, page: d, actionData }: Part) {
  const { locale, m } = useWords()
  const sets = d.norms.filter((n) => n.instrument === tool.code)
  if (sets.length === 0) return null
  const intent = `norm.${tool.code}`
  const r = refusal(locale, actionData, intent)
  const chosen = tool.chosenNorms.map((code) => sets.find((s) => s.code === code)?.label[locale] ?? code)
  return (
    <>
      <p>{m.normUsed(chosen.length > 0 ? chosen.join('; ') : m.normNone)}</p>
      <Details summary={m.normSave} open={r.errors !== null}>
        <Form errors={r.errors ?? undefined} summaryElsewhere prefix={intent.replace(/[^a-z0-9]/gi, '')}>
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="stateId" value={d.stateId} />
          <Select name="norm" label={m.norm} hint={m.normHint} value={typed(r.values, 'norm', tool.chosenNorms[0])} placeholder={m.normNone} options={sets.map((s) => ({ value: s.code, label: `${s.label[locale]}${s.verified ? '' : ` (${m.unverified})`}` }))} />
          <TextField name="note" label={m.why} hint={m.whyHint} value={typed(r.values, 'note')} width="full" />
          <SubmitButton variant="secondary">{m.normSave}</SubmitButton>
        </Form>
      </Details>
      {sets.filter((s) => s.note).map((s) => <p key={s.code} className="form-hint">{`${s.label[locale]}: ${s.note?.[locale] ?? ''}`}</p>)}
    </>
  )
}
