import { redirect, useSearchParams } from 'react-router'
import { asRefused } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumber, joinList } from '#app/platform/i18n/words.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { Card, CardGrid, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { addReach, addStaffing, endReach, endStaffing } from '../change-staffing.server.ts'
import { AddPlace, AddReachForm, EndPlace, PlacesTable } from '../components/staffing-parts.tsx'
import { StepChart } from '../components/step-chart.tsx'
import { readStaffing, type StaffingPage } from '../read-staffing.server.ts'
import { da, en } from '../staffing-messages.ts'
import type { Route } from './+types/staffing.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) =>
  readStaffing(ctx, { projectId: new URL(request.url).searchParams.get('projekt') ?? '' }),
)
export const action = formAction(async ({ ctx, values }) => {
  const { projectId } = values
  if (values.do === 'end') await endStaffing(ctx, { projectId, staffingId: values.id, until: typedDate(values, 'until') })
  else if (values.do === 'reach') await addReach(ctx, { ...values, from: typedDate(values, 'from') })
  else if (values.do === 'end-reach') await endReach(ctx, { projectId, reachId: values.id, until: typedDate(values, 'until') })
  else await addStaffing(ctx, { ...values, from: typedDate(values, 'from'), until: typedDate(values, 'until') })
  return redirect(`/projekt/bemanding?projekt=${Number(projectId)}&gemt=1`)
})

/** ORG-12, ORG-02, ORG-03: who the project has, and the project manager's way into each area. */
export default function StaffingRoute({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].has('gemt')
  const hours = (minutes: number) => formatNumber(locale, minutes / 60, minutes % 60 ? 1 : 0)
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {saved && <Toast>{m.saved}</Toast>}
      {refused?.conflict && <Alert tone="warning">{m.conflict}</Alert>}
      {d.projects.length > 1 && (
        <Tabs
          label={m.project}
          items={d.projects.map((p) => ({ href: `/projekt/bemanding?projekt=${p.id}`, label: p.name, current: p.id === d.project.id }))}
        />
      )}
      <Card title={m.places} aside={d.places.length > 0 && m.now(d.now.people, hours(d.now.minutes), d.now.unknown === 0)} accent>
        <PlacesTable page={d} rows={d.places.filter((one) => one.running)} refused={refused} />
        {d.now.unknown > 0 && <Note>{m.unknown(d.now.unknown)}</Note>}
        {d.places.some((one) => !one.running) && (
          <Details summary={m.past}>
            <PlacesTable page={d} rows={d.places.filter((one) => !one.running)} refused={refused} />
          </Details>
        )}
        {d.may.change && (
          <Details summary={m.add} open={refused?.values.do === 'add'}>
            <AddPlace page={d} refused={refused} />
          </Details>
        )}
      </Card>
      {d.steps.length > 0 && (
        <CardGrid columns={2}>
          <Card title={m.chartPlaces}>
            <StepChart
              points={d.steps.map((one) => ({ date: one.date, value: one.people }))}
              until={d.today}
              alt={m.chartPlacesAlt(d.now.people, Math.max(...d.steps.map((one) => one.people)))}
              head={m.chartPlacesHead}
              narrow
            />
          </Card>
          <Card title={m.chart}>
            <StepChart
              points={d.steps.map((one) => ({ date: one.date, value: one.minutes / 60, note: String(one.people) }))}
              until={d.today}
              alt={m.chartAlt(hours(d.now.minutes), hours(Math.max(...d.steps.map((one) => one.minutes))))}
              head={m.chartHead}
              show={(value) => formatNumber(locale, value, Number.isInteger(value) ? 0 : 1)}
              narrow
            />
            {d.steps.some((one) => one.unknown > 0) && <Note>{m.chartNote}</Note>}
          </Card>
        </CardGrid>
      )}
      <Managers page={d} />
      <Reach page={d} refused={refused} />
    </>
  )
}

const Managers = ({ page: d }: { page: StaffingPage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.managers}>
      {d.managers.length === 0 ? (
        <p>{m.noManager}</p>
      ) : (
        <ul className="nobullet-list">
          {d.managers.map((one) => (
            <li key={one.id}>
              {one.name}, {formatRange(locale, one.from, one.until, d.today)}
              {one.fullTime !== null && `, ${one.fullTime ? m.fullTime : m.partTime}`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Reach = ({ page: d, refused }: { page: StaffingPage; refused: ReturnType<typeof asRefused> }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.reach} id="omraader">
      <p>{m.reachLead}</p>
      <ul className="helper-list helper-list-wide">
        {d.reach
          .filter((one) => one.running || one.from > d.today)
          .map((one) => (
            <li key={one.id}>
              <p>
                <strong>{one.department}</strong>
                <br />
                {one.contact ?? m.contactNone}
                {one.phone && (
                  <>
                    , <a href={`tel:${one.phone.replaceAll(' ', '')}`}>{one.phone}</a>
                  </>
                )}
                {' · '}
                {formatRange(locale, one.from, one.until, d.today)}
              </p>
              {d.may.change && one.until === null && (
                <EndPlace id={one.id} what={one.department} kind="end-reach" page={d} refused={refused} />
              )}
            </li>
          ))}
      </ul>
      <Note icon="info">
        {d.missing.length === 0
          ? m.reachAll
          : m.reachMissing(
              joinList(
                locale,
                d.missing.map((one) => one.label),
              ),
            )}
      </Note>
      {d.may.change && (
        <Details summary={m.reachAdd} open={refused?.values.do === 'reach'}>
          <AddReachForm page={d} refused={refused} />
        </Details>
      )}
    </Card>
  )
}
