import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import { appointCoordinator } from '../appoint-coordinator.server.ts'
import { AppointForm } from '../components/appoint-form.tsx'
import { asRefused, ConflictNotice } from '#app/intake/components/refused.tsx'
import { da, en } from '../coordinator-messages.ts'
import { type CoordinatorProject, readCaseloads } from '../read-team.server.ts'
import { typedDate } from '#app/intake/referral.ts'
import type { Route } from './+types/coordinators.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readCaseloads(ctx, {}))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  await appointCoordinator(ctx, {
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
      <PageHead title={m.title} lead={m.lead} />
      {saved && <Toast>{m.done}</Toast>}
      {projects.map((project) => (
        <section key={project.id}>
          {projects.length > 1 && <h2>{project.name}</h2>}
          {project.places?.capacity && <Note>{m.places(project.places.taken, project.places.capacity)}</Note>}
          <Without project={project} today={today} refused={refused} />
          <Loads project={project} />
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
const Loads = ({ project }: { project: CoordinatorProject }) => {
  const m = pick(useLocale(), { da, en })
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
          { key: 'worker', label: m.worker, rowHeader: true, cell: (row) => row.name },
          { key: 'primary', label: m.primary, numeric: true, cell: (row) => row.primary },
          { key: 'secondary', label: m.secondary, numeric: true, cell: (row) => row.secondary },
        ]}
      />
    </>
  )
}
