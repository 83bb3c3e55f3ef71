import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatRange, formatShortDate } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import { appointCoordinator } from '../appoint-coordinator.server.ts'
import { AppointForm } from '../components/appoint-form.tsx'
import { asRefused, ConflictNotice, errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { setStandingSubstitute } from '../substitutes.server.ts'
import { da, en } from '../coordinator-messages.ts'
import { type CoordinatorProject, readCaseloads } from '../read-team.server.ts'
import { typedDate } from '#app/intake/referral.ts'
import type { Route } from './+types/coordinators.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readCaseloads(ctx, {}))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  if (values.do === 'standing') {
    await setStandingSubstitute(ctx, { ...values, from: typedDate(values, 'from') })
    return redirect('/projekt/koordinatorer?gemt=1#afloesere')
  }
  await appointCoordinator(ctx, {
    hoursSetAside: values.hoursSetAside,
    agreedWith: values.agreedWith,
    caseId: values.caseId,
    staffId: values.staffId,
    as: values.as,
    from: typedDate(values, 'from'),
    doesWhat: values.doesWhat,
  })
  return redirect('/projekt/koordinatorer?gemt=1')
})

/** The project manager's page: families without a coordinator first, then who has how many. */
export default function Coordinators({ loaderData: { projects, today }, actionData }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].has('gemt')
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead title={m.title} lead={m.lead} action={<LinkButton href="/projekt/bemanding">{m.staffing}</LinkButton>} />
      {saved && <Toast>{m.done}</Toast>}
      {projects.map((project) => (
        <section key={project.id}>
          {projects.length > 1 && <h2>{project.name}</h2>}
          <Models project={project} today={today} />
          {project.places?.capacity && <Note>{m.places(project.places.taken, project.places.capacity)}</Note>}
          <Without project={project} today={today} refused={refused} />
          <Loads project={project} />
          <Changes project={project} today={today} />
          {project.model === 'primary' && <Standing project={project} today={today} refused={refused} />}
        </section>
      ))}
    </>
  )
}

type Props = { project: CoordinatorProject; today: string; refused: ReturnType<typeof asRefused> }
const Without = ({ project, today, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <h2>{m.without}</h2>
      {project.without.length === 0 && <EmptyState title={m.withoutNone}>{m.withoutNoneText}</EmptyState>}
      {project.without.map((family, n) => (
        <div key={family.caseId}>
          <h3>
            {family.name} <Badge tone="attention">{m.lacks[family.lacks]}</Badge>
          </h3>
          {family.since && <Note>{m.since(formatDate(locale, family.since))}</Note>}
          <Details summary={m.appointFor(family.name)} open={n === 0 || refused?.values.caseId === String(family.caseId)}>
            <AppointForm family={family} project={project} today={today} refused={refused} />
          </Details>
        </div>
      ))}
    </>
  )
}
/** KOO-02: both caseloads of each worker against a full one. */
const Loads = ({ project }: { project: CoordinatorProject }) => {
  const m = pick(useLocale(), { da, en })
  const { full } = project
  const two = project.model === 'primary-and-secondary'
  return (
    <>
      <h2>{m.loads}</h2>
      <Table
        caption={m.loads}
        hideCaption
        rows={project.loads}
        rowKey={(row) => row.staffId}
        empty={<EmptyState title={m.loadsNone}>{m.loadsNoneText}</EmptyState>}
        columns={[
          {
            key: 'worker',
            label: m.worker,
            rowHeader: true,
            cell: (row) => (
              <>
                {row.name} {full.primary !== null && row.primary < full.primary && <Badge>{m.room}</Badge>}
              </>
            ),
          },
          { key: 'primary', label: m.primary, numeric: true, cell: (row) => m.ofFull(row.primary, full.primary) },
          { key: 'secondary', label: two ? m.secondary : m.asSubstitute, numeric: true, cell: (row) => m.ofFull(row.secondary, two ? full.secondary : null) },
        ]}
      />
      {project.loads.length > 0 && <Note>{full.primary === null ? m.fullUnknown : m.fullNote}</Note>}
    </>
  )
}

/** KOO-05: one coordinator or two, period by period where it changes. */
const Models = ({ project, today }: { project: CoordinatorProject; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (project.periods.length < 2 && project.periods[0]?.until == null) return <Note>{m.models[project.model]}</Note>
  return (
    <ul className="nobullet-list">
      {project.periods.map((one) => (
        <li key={one.from}>
          {m.models[one.model]}: {formatRange(locale, one.from, one.until, today)}
        </li>
      ))}
    </ul>
  )
}

/** Handovers that are planned. */
const Changes = ({ project, today }: { project: CoordinatorProject; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (project.handovers.length === 0) return null
  return (
    <>
      <h2>{m.changes}</h2>
      <ul>
        {project.handovers.map((one) => (
          <li key={one.id}>
            <a href={`/familier/${one.caseId}/hjaelpere/skift`}>{m.changeLine(one.family, one.from, one.to, formatShortDate(locale, one.takesOverOn, today))}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** KOO-03: who steps in for whom, in a project with one coordinator to a family. */
const Standing = ({ project, today, refused: any }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.do === 'standing' && any.values.projectId === String(project.id) ? any : undefined
  const options = project.candidates.map((one) => ({ value: one.id, label: `${one.name}, ${one.department}` }))
  return (
    <section id="afloesere">
      <h2>{m.standing}</h2>
      <p>{m.standingText}</p>
      {project.standing.length === 0 ? (
        <p>{m.standingNone}</p>
      ) : (
        <ul>
          {project.standing.map((one) => (
            <li key={one.id}>
              {m.standingLine(one.name, one.substitute)}, {formatRange(locale, one.from, one.until, today)}
            </li>
          ))}
        </ul>
      )}
      <Details summary={m.standingAdd} open={refused !== undefined}>
        <Form prefix={`standing${project.id}`} errors={errorsOf(refused, locale, m.missing)}>
          <input type="hidden" name="projectId" value={project.id} />
          <Select name="staffId" label={m.standingFor} placeholder options={options} value={typed(refused, 'staffId')} />
          <Select name="substituteId" label={m.standingWho} placeholder options={options} value={typed(refused, 'substituteId')} />
          <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', today)} />
          <SubmitButton variant="secondary" name="do" value="standing">
            {m.save}
          </SubmitButton>
        </Form>
      </Details>
    </section>
  )
}
