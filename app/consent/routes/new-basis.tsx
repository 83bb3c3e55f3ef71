import { redirect } from 'react-router'
import { typed, typedDate, typedList, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { consentHref } from '../components/consent-cards.tsx'
import { registerLegalBasis } from '../legal-basis.server.ts'
import { da, en } from '../messages.ts'
import { readBasisForm } from '../read-consent-page.server.ts'
import type { Route } from './+types/new-basis.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  form: await readBasisForm(ctx, { caseId: idParam(params.caseId) }),
}))
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await registerLegalBasis(ctx, { ...withDates(values, ['from', 'until']), caseId })
  return redirect(`${consentHref(caseId)}?gemt=1`)
})

/** Sharing without consent: only by a paragraph of the list, with a reason the family can read, and a second person. */
export default function NewBasis({ loaderData: { locale, form: f }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const sectors = (codes: readonly string[]) => codes.map((s) => f.labels.sectors[s] ?? s)
  const categories = (codes: readonly string[]) => codes.map((c) => f.labels.categories[c] ?? c)
  const choices = (codes: readonly string[], label: (c: readonly string[]) => string[]) =>
    [...new Set(codes)].map((value) => ({ value, label: label([value])[0] ?? value }))
  return (
    <>
      <title>{`${m.basis.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={consentHref(f.caseId)}>{m.page.back}</BackLink>
      <PageHead title={m.basis.title} lead={m.basis.lead} />
      <Form errors={errors} summaryElsewhere guard>
        <RadioGroup
          name="subjectId"
          legend={m.basis.whom}
          inline
          value={typed(values, 'subjectId')}
          choices={f.people.map((p) => ({ value: p.id, label: p.firstName }))}
        />
        <RadioGroup
          name="paragraph"
          legend={m.basis.paragraph}
          value={typed(values, 'paragraph')}
          choices={f.rules.map((r) => ({
            value: r.paragraph,
            label: r.paragraph,
            hint: m.basis.carries(
              joinList(locale, sectors(r.fromSectors)),
              joinList(locale, sectors(r.toSectors)),
              joinList(locale, categories(r.categories)),
              r.longestDays,
            ),
          }))}
        />
        <CheckboxGroup
          name="fromSectors"
          legend={m.basis.from}
          values={typedList(values, 'fromSectors', f.own)}
          choices={choices(f.own, sectors)}
        />
        <CheckboxGroup
          name="toSectors"
          legend={m.basis.to}
          values={typedList(values, 'toSectors')}
          choices={choices(
            f.rules.flatMap((r) => r.toSectors),
            sectors,
          )}
        />
        <CheckboxGroup
          name="categories"
          legend={m.basis.what}
          values={typedList(values, 'categories')}
          choices={choices(
            f.rules.flatMap((r) => r.categories),
            categories,
          )}
        />
        <DateFields name="from" legend={m.basis.since} value={typedDate(values, 'from', f.today)} />
        <DateFields name="until" legend={m.basis.until} value={typedDate(values, 'until')} />
        <TextArea name="reason" label={m.basis.reason} hint={m.basis.reasonHint} value={typed(values, 'reason')} />
        <Select
          name="confirmerId"
          label={m.basis.confirmer}
          hint={m.basis.confirmerHint}
          value={typed(values, 'confirmerId')}
          options={[{ value: '', label: m.basis.nobody }, ...f.confirmers.map((c) => ({ value: c.staffId, label: c.name }))]}
        />
        <SubmitButton>{m.basis.save}</SubmitButton>
      </Form>
    </>
  )
}
