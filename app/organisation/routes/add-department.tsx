import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { DepartmentFields } from '../components/department-fields.tsx'
import { addDepartment } from '../departments.server.ts'
import { da, en } from '../messages.ts'
import { readDirectory } from '../read-directory.server.ts'
import type { Route } from './+types/add-department.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => {
  if (!(await readDirectory(ctx, {})).may.change) throw new NotFound('administration')
  return { locale: ctx.locale, today: ctx.today }
})
export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  await addDepartment(ctx, withDates(values, ['from']))
  return redirect('/kommunen/afdelinger')
})

export default function AddDepartmentPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  return (
    <>
      <title>{`${m.addTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.addTitle} />
      <Form errors={errors} summaryElsewhere guard>
        <DepartmentFields values={values} />
        <DateFields name="from" legend={m.from} value={typedDate(values, 'from', d.today)} />
        <ButtonGroup>
          <SubmitButton>{m.save}</SubmitButton>
          <LinkButton variant="quiet" href="/kommunen/afdelinger">
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
