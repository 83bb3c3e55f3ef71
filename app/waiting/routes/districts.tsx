import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { asRefused, ConflictNotice } from '#app/intake/components/refused.tsx'
import { ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Note } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { type DistrictProject, readDistricts } from '../read-districts.server.ts'
import { closeRound, openRound } from '../screen-district.server.ts'
import type { Route } from './+types/districts.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readDistricts(ctx, {}))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  if (values.do === 'close') await closeRound(ctx, { roundId: values.roundId })
  else await openRound(ctx, { projectId: values.projectId, district: values.district })
  return redirect('/optagelse/distrikter')
})

/** Where the family department is in its screening, district by district, in numbers. */
export default function Districts({ loaderData: { projects }, actionData }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.districtTitle} – Helhed`}</title>
      <ConflictNotice refused={asRefused(actionData)} />
      <PageHead title={m.districtTitle} lead={m.districtLead} />
      {projects.length === 0 && <EmptyState title={m.noDistricts}>{m.noDistrictsText}</EmptyState>}
      {projects.map((project) => (
        <div key={project.id}>
          {projects.length > 1 && <h2>{project.name}</h2>}
          <Note icon="info">
            {project.enough.tooFew ? m.tooFew(project.enough.found, project.enough.wanted) : m.enough(project.enough.found)}
          </Note>
          {project.districts.map((district) => (
            <District key={district.code} district={district} project={project} />
          ))}
        </div>
      ))}
    </>
  )
}

const columns = ['listed', 'shortlisted', 'asked', 'yes', 'referred', 'no', 'leftOut'] as const
type Props = { district: DistrictProject['districts'][number]; project: DistrictProject }
const District = ({ district, project }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const last = district.rounds.at(-1)
  // The next district is the next step when too few were found and it was never opened.
  const next = project.enough.tooFew && district.rounds.length === 0
  return (
    <Card
      title={district.label}
      aside={
        last ? (
          <Badge tone={last.closedOn === null ? 'accent' : 'plain'}>
            {last.closedOn === null ? m.openedOn(formatDate(locale, last.openedOn)) : m.closedOn(formatDate(locale, last.closedOn))}
          </Badge>
        ) : (
          <Badge tone="plain">{m.notOpened}</Badge>
        )
      }
    >
      {district.rounds.map((round) => (
        <div key={round.id}>
          <Table
            caption={m.countsLabel(district.label)}
            hideCaption
            compact
            rows={[round]}
            rowKey={(row) => row.id}
            columns={[
              { key: 'on', label: m.when, rowHeader: true, cell: (row) => formatDate(locale, row.openedOn) },
              ...columns.map((key) => ({
                key,
                label: m.counts[key],
                numeric: true,
                cell: (row: typeof round) => row.counts[key],
              })),
            ]}
          />
          {round.mine && (
            <p>
              <LinkButton href={`/optagelse/distrikter/${round.id}`} variant={round.closedOn === null ? 'primary' : 'secondary'}>
                {m.toRound}
                <span className="sr-only"> {district.label}</span>
              </LinkButton>
            </p>
          )}
          {round.closedOn === null && district.mayClose && (
            <Form prefix={`c${round.id}`}>
              <input type="hidden" name="roundId" value={round.id} />
              <ConfirmButton label={m.closeRound} variant="tertiary" question={m.closeQuestion} confirm={m.closeYes} name="do" value="close" />
            </Form>
          )}
        </div>
      ))}
      {district.mayOpen && (
        <Form prefix={`d${district.code}`}>
          <input type="hidden" name="projectId" value={project.id} />
          <input type="hidden" name="district" value={district.code} />
          <SubmitButton variant={next ? 'primary' : 'secondary'} name="do" value="open">
            {m.openRound(district.label.toLowerCase(), district.rounds.length > 0)}
          </SubmitButton>
        </Form>
      )}
    </Card>
  )
}
