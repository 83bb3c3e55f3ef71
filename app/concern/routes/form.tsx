import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { typed, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Fieldset, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { Phones } from '../components/phones.tsx'
import { TYPED_CHILDREN, typedChildren } from '../concern.ts'
import { da, en } from '../messages.ts'
import { readForm } from '../read-procedure.server.ts'
import { reportConcern } from '../report-concern.server.ts'
import type { Route } from './+types/form.ts'

const caseOf = (params: { caseId?: string | undefined }): number | null => (params.caseId === undefined ? null : idParam(params.caseId))
/** Each person's drafts are their own and encrypted; the name says nothing about what is written. */
const draftName = (caseId: number | null): string => `bekymret.${caseId ?? 'barn'}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const read = await readForm(ctx, { caseId: caseOf(params) })
  return { ...read, draft: (await findDraft(ctx, draftName(read.caseId)))?.values ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = caseOf(params)
  const { id } = await reportConcern(ctx, { ...values, caseId, typed: typedChildren(values) })
  await dropDraft(ctx, draftName(caseId))
  return redirect(`/underretninger/${id}?sendt=1`)
})

/** The notification itself: one column, few fields, nothing that must be looked up. */
export default function ConcernForm({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en }).form
  const { errors, values: refused } = refusal(locale, actionData)
  const values = refused ?? d.draft
  const base = d.caseId === null ? '/bekymret' : `/bekymret/${d.caseId}`
  const age = (born: string | null) => (born ? `, ${ageOn(born, d.today)}` : '')
  const urgent = d.phones.filter((p) => !p.example).length > 0 ? d.phones : []
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={base}>{pick(locale, { da, en }).one.backMine}</BackLink>
      <ErrorSummary errors={errors} />
      <div className="reading-width">
        <PageHead title={m.title} lead={m.lead} />
        <Form action={`${base}/skriv`} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.caseId)}`}>
          <RadioGroup
            name="danger"
            legend={m.danger}
            value={typed(values, 'danger')}
            choices={[
              { value: 'no', label: m.dangerNo },
              {
                value: 'yes',
                label: m.dangerYes,
                reveals: (
                  <Alert tone="warning" title={m.dangerCall} live={false}>
                    <Phones phones={urgent} />
                  </Alert>
                ),
              },
            ]}
          />
          {d.children.length > 0 && (
            <CheckboxGroup
              name="childIds"
              legend={m.childIds}
              choices={d.children.map((c) => ({ value: String(c.id), label: `${c.name}${age(c.born)}` }))}
              values={typedList(values, 'childIds')}
            />
          )}
          {d.children.length > 0 ? (
            <Details summary={m.otherChild} open={isTyped(values, 0) || errors?.['typed.0.name'] !== undefined}>
              <TypedChild index={0} values={values} />
            </Details>
          ) : (
            <>
              <Fieldset legend={m.childIds}>
                <TypedChild index={0} values={values} />
              </Fieldset>
              <Details summary={m.moreChildren} open={isTyped(values, 1) || isTyped(values, 2)}>
                {Array.from({ length: TYPED_CHILDREN - 1 }, (_, i) => (
                  <Fieldset key={i} legend={m.childNumber(i + 2)}>
                    <TypedChild index={i + 1} values={values} />
                  </Fieldset>
                ))}
              </Details>
            </>
          )}
          <TextArea name="seen" label={m.seen} hint={m.seenHint} rows={8} value={typed(values, 'seen')} />
          <TextArea name="when" label={m.when} hint={m.whenHint} rows={2} value={typed(values, 'when')} />
          <RadioGroup
            name="parents"
            legend={m.parents}
            value={typed(values, 'parents')}
            choices={[
              { value: 'told', label: m.told, reveals: <TextArea name="parentsSaid" label={m.parentsSaid} optional rows={3} value={typed(values, 'parentsSaid')} /> },
              {
                value: 'not-told',
                label: m.notTold,
                reveals: <TextArea name="notToldBecause" label={m.notToldBecause} hint={m.notToldHint} rows={3} value={typed(values, 'notToldBecause')} />,
              },
            ]}
          />
          <TextArea name="done" label={m.done} optional rows={3} value={typed(values, 'done')} />
          <TextField name="reach" label={m.reach} hint={m.reachHint} optional value={typed(values, 'reach', d.reach)} />
          <Note icon="lock">{m.sealed}</Note>
          <DraftStatus />
          <SubmitButton>{m.send}</SubmitButton>
        </Form>
      </div>
    </>
  )
}

const isTyped = (values: Values | null, i: number): boolean => ['name', 'cpr', 'where'].some((f) => typed(values, `typed.${i}.${f}`) !== '')

const TypedChild = ({ index, values }: { index: number; values: Values | null }) => {
  const m = pick(useLocale(), { da, en }).form
  const field = (name: string) => ({ name: `typed.${index}.${name}`, value: typed(values, `typed.${index}.${name}`) })
  return (
    <>
      <TextField {...field('name')} label={m.name} optional={index > 0} autoComplete="off" />
      <TextField {...field('cpr')} label={m.cpr} hint={m.cprHint} optional width="s" inputMode="numeric" autoComplete="off" />
      <TextField {...field('where')} label={m.where} hint={m.whereHint} optional autoComplete="off" />
    </>
  )
}
