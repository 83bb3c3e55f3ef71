import { redirect } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card, LinkCard, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { openForm } from '../forms.server.ts'
import { readSituation } from '../read-situation.server.ts'
import { nameOf, situationTexts } from '../situation-words.ts'
import type { Route } from './+types/forms.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  page: await readSituation(ctx, { caseId: idParam(params.caseId) }),
}))

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const form = await openForm(ctx, { ...values, caseId })
  return redirect(`/familier/${caseId}/situation/udredning/${form.id}`)
})

/** The full forms of the law: those one may see, and for who owns one the way to begin it. */
export default function Forms({ loaderData: { page: d }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors } = refusal(locale, actionData)
  const base = `/familier/${d.caseId}/situation`
  return (
    <>
      <title>{`${m.formsTitle} – ${d.familyName}`}</title>
      <BackLink href={base}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.formsTitle} lead={m.formsLead} />
      {d.forms.length === 0 && <p>{m.formsNone}</p>}
      {d.forms.map((f) => {
        const kind = d.formKinds.find((k) => k.code === f.kind)
        return (
          <LinkCard
            key={f.id}
            href={`${base}/udredning/${f.id}`}
            title={m.formAbout(kind?.label[locale] ?? f.kind, nameOf(d.people, f.personId, m))}
            icon="document"
            aside={f.concludedOn ? m.formDone(formatShortDate(locale, f.concludedOn, d.today)) : m.formDraft}
          >
            {f.authority}
          </LinkCard>
        )
      })}
      {d.formKinds.map((k) => {
        const people = d.people.filter((p) => p.family && p.child === (k.about === 'child') && p.age !== null)
        return (
          <Card key={k.code} title={k.label[locale]}>
            <Note icon="info">{m.formLaw(k.paragraph)}</Note>
            {k.mine && people.length > 0 ? (
              <Form errors={errors} summaryElsewhere>
                <input type="hidden" name="kind" value={k.code} />
                <RadioGroup
                  id={`who-${k.code}`}
                  name="personId"
                  legend={m.formWhose}
                  inline
                  value={people[0]?.id}
                  choices={people.map((p) => ({ value: p.id, label: p.name }))}
                />
                <SubmitButton>{m.formOpen(k.label[locale])}</SubmitButton>
              </Form>
            ) : (
              <Button disabledReason={m.formNotYours(k.owner[locale].toLowerCase())}>{m.formOpen(k.label[locale])}</Button>
            )}
          </Card>
        )
      })}
    </>
  )
}
