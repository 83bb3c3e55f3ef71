import { redirect, useSearchParams } from 'react-router'
import { typed, typedDate, typedList, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Details } from '#app/ui/text.tsx'
import { AreaNav } from '../components/area-nav.tsx'
import { DeclarationCard } from '../components/declaration-card.tsx'
import { addExpert, decideDeclaration, readHealth, receiveDeclaration, requestDeclaration } from '../declarations.server.ts'
import { inquiryTexts } from '../words.ts'
import type { Route } from './+types/health.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readHealth(ctx, { caseId: idParam(params.caseId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const [what, whom] = String(values['intent']).split(' ')
  const dated = withDates(values, ['decidedOn', 'requestedOn', 'receivedOn', 'concludedOn', 'tookPartOn'])
  if (what === 'decide') await decideDeclaration(ctx, { ...dated, caseId, personId: whom })
  else if (what === 'request') await requestDeclaration(ctx, { ...dated, caseId, declarationId: whom })
  else if (what === 'receive') await receiveDeclaration(ctx, { ...dated, caseId, declarationId: whom })
  else await addExpert(ctx, { ...dated, caseId })
  return redirect(`/familier/${caseId}/situation/helbred?gemt=1`)
})
type Data = Route.ComponentProps['loaderData']

/** Whether a medical declaration is needed for each, what it says, and who took part in the assessment. */
export default function Health({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = inquiryTexts(locale).health
  const [search] = useSearchParams()
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <ErrorSummary errors={refusal(locale, actionData).errors} />
      {search.has('gemt') && <Toast>{m.saved}</Toast>}
      <PageHead title={m.title} lead={m.lead} />
      <AreaNav caseId={d.caseId} current="helbred" />
      <h2>{m.declarations}</h2>
      {d.people.map((p) => (
        <DeclarationCard key={p.id} d={d} person={p} data={actionData} />
      ))}
      <Experts d={d} data={actionData} />
    </>
  )
}

const Experts = ({ d, data }: { d: Data; data: unknown }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).health
  const { errors, values } = refusal(locale, data, 'expert')
  const names = (ids: number[]) => joinList(locale, d.people.filter((p) => ids.includes(p.id)).map((p) => p.name))
  return (
    <Card title={m.experts} id="fagfolk">
      {d.experts.length === 0 ? (
        <p>{m.noExperts}</p>
      ) : (
        <Table
          caption={m.expertsCaption}
          rows={d.experts}
          rowKey={(e) => e.id}
          columns={[
            { key: 'on', label: m.tookPartOn, cell: (e) => formatShortDate(locale, e.on, d.today) },
            { key: 'name', label: m.name, rowHeader: true, cell: (e) => e.name },
            { key: 'role', label: m.role, cell: (e) => d.roles.find((r) => r.code === e.role)?.label ?? e.role },
            { key: 'about', label: m.about, cell: (e) => e.about },
            { key: 'whom', label: m.whom, cell: (e) => names(e.subjects) },
          ]}
        />
      )}
      {d.may && (
        <Details summary={m.addExpert} open={values !== null}>
          <Form action={`/familier/${d.caseId}/situation/helbred`} errors={errors} summaryElsewhere prefix="expert">
            <input type="hidden" name="intent" value="expert" />
            <Select name="role" label={m.role} value={typed(values, 'role')} options={d.roles.map((r) => ({ value: r.code, label: r.label }))} />
            <TextField name="name" label={m.name} value={typed(values, 'name')} />
            <TextField name="about" label={m.about} value={typed(values, 'about')} optional />
            <DateFields name="tookPartOn" legend={m.tookPartOn} value={typedDate(values, 'tookPartOn', d.today)} />
            <CheckboxGroup
              name="personIds"
              legend={m.whom}
              values={typedList(values, 'personIds')}
              choices={d.people.map((p) => ({ value: p.id, label: p.name }))}
            />
            <SubmitButton variant="secondary">{m.save}</SubmitButton>
          </Form>
        </Details>
      )}
    </Card>
  )
}
