import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typed, typedDate, typedList, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { DepartmentFields } from '../components/department-fields.tsx'
import { addService, changeDepartment, closeDepartment } from '../departments.server.ts'
import { da, en } from '../messages.ts'
import { isOpen } from '../organisation.ts'
import { readDepartmentHistory, readDirectory } from '../read-directory.server.ts'
import type { Route } from './+types/department.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const directory = await readDirectory(ctx, {})
  const department = directory.departments.find((d) => d.id === idParam(params.departmentId))
  if (!directory.may.change || !department) throw new NotFound('department')
  return {
    locale: ctx.locale,
    today: ctx.today,
    department,
    others: directory.departments.filter((d) => d.id !== department.id && isOpen(d, ctx.today)).map(({ id, name }) => ({ id, name })),
    history: await readDepartmentHistory(ctx, { departmentId: department.id }),
  }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const departmentId = idParam(params.departmentId)
  switch (values['intent']) {
    case 'change':
      await changeDepartment(ctx, { ...values, departmentId })
      break
    case 'service':
      await addService(ctx, { ...values, departmentId })
      break
    case 'close':
      await closeDepartment(ctx, { ...withDates(values, ['lastDay']), departmentId })
      break
    default:
      throw new NotFound('intent')
  }
  return redirect('/kommunen/afdelinger')
})

/** One department: correct it, add a service, or close it in a reorganisation. */
export default function DepartmentPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const [change, service, close] = ['change', 'service', 'close'].map((intent) => refusal(d.locale, actionData, intent)) as [
    ReturnType<typeof refusal>,
    ReturnType<typeof refusal>,
    ReturnType<typeof refusal>,
  ]
  return (
    <>
      <title>{`${m.editTitle(d.department.name)} – Helhed`}</title>
      <ErrorSummary errors={change.errors} prefix="change" />
      <ErrorSummary errors={service.errors} prefix="service" />
      <ErrorSummary errors={close.errors} prefix="close" />
      <BackLink href="/kommunen/afdelinger">{m.title}</BackLink>
      <PageHead title={m.editTitle(d.department.name)} />
      {close.conflict && <Alert tone="error">{m.tooEarly}</Alert>}
      <Card>
        <Form errors={change.errors} summaryElsewhere prefix="change" guard>
          <input type="hidden" name="intent" value="change" />
          <DepartmentFields values={change.values} department={d.department} />
          <SubmitButton>{m.save}</SubmitButton>
        </Form>
      </Card>
      {d.history.length > 0 && (
        <Details summary={m.history}>
          {d.history.map((h, i) => (
            <Note key={i}>
              {h.name} · {m.sectors[h.sector] ?? h.sector} · {m.changed(formatInstant(d.locale, h.changedAt))}
            </Note>
          ))}
        </Details>
      )}
      <Card title={m.addService}>
        <Form errors={service.errors} summaryElsewhere prefix="service">
          <input type="hidden" name="intent" value="service" />
          <TextField name="name" label={m.serviceName} value={typed(service.values, 'name')} />
          <TextField name="what" label={m.what} optional value={typed(service.values, 'what')} />
          <TextField name="howToReach" label={m.howToReach} optional value={typed(service.values, 'howToReach')} />
          <SubmitButton variant="secondary">{m.addService}</SubmitButton>
        </Form>
      </Card>
      {d.department.validUntil === null && (
        <Card title={m.close}>
          <p className="form-hint">{m.closeHint}</p>
          <Form errors={close.errors} summaryElsewhere prefix="close">
            <input type="hidden" name="intent" value="close" />
            <DateFields name="lastDay" legend={m.lastDay} value={typedDate(close.values, 'lastDay')} />
            <CheckboxGroup
              name="successorIds"
              legend={m.successors}
              optional
              values={typedList(close.values, 'successorIds')}
              choices={d.others.map((o) => ({ value: o.id, label: o.name }))}
            />
            <ConfirmButton label={m.closeButton} question={m.closeQuestion} confirm={m.closeButton} />
          </Form>
        </Card>
      )}
    </>
  )
}
