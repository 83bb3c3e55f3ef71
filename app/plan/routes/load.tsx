import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { LoadPicture } from '../components/load-picture.tsx'
import { MisfitList } from '../components/misfit-list.tsx'
import { fitTexts } from '../fit-words.ts'
import { misfits } from '../fit.ts'
import { planSpan, uncounted, weeklyLoad, weeksBetween, weeksFrom } from '../load.ts'
import { mayChange } from '../may.ts'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/load.ts'

const ZOOMS = ['8', '26', 'whole'] as const
/** A picture of more weeks than two years is no picture. */
const MOST = 104

/** `?vis=8`, `26` or `whole`: how many weeks. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const wanted = new URL(request.url).searchParams.get('vis')
  return { plan: await readPlan(ctx, { caseId: idParam(params.caseId) }), zoom: ZOOMS.find((z) => z === wanted) ?? 'whole' }
})

/** Every week of the plan: hours of each, and whether all of it fits together in time (PLAN-07). */
export default function Load({ loaderData: { plan, zoom } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const f = fitTexts(locale)
  const base = `/familier/${plan.caseId}/planen`
  const span = planSpan(plan.activities, plan.today)
  const whole = span ? weeksBetween(span.from, span.until).slice(0, MOST) : []
  const weeks = zoom === 'whole' ? whole : weeksFrom(plan.today, Number(zoom))
  const taking = plan.people.filter((p) => plan.activities.some((a) => a.takesPart.includes(p.id)))
  const load = weeklyLoad(
    plan.activities,
    taking.map((p) => p.id),
    weeks,
  )
  const left = uncounted(plan.activities).length
  return (
    <>
      <title>{`${f.pageTitle} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <PageHead title={f.pageTitle} lead={f.pageLead} />
      {span === null ? (
        <EmptyState title={f.noDatesTitle}>{f.noDates}</EmptyState>
      ) : (
        <>
          <Tabs label={f.zoom} items={ZOOMS.map((z) => ({ href: `${base}/uger?vis=${z}`, label: f.zooms[z], current: z === zoom }))} />
          <MisfitList
            misfits={misfits(plan, weeks, load, plan.rules.fit)}
            plan={plan}
            people={plan.people}
            today={plan.today}
            weeks={weeks}
            level={2}
            href={(on) => {
              const record = (on.kind === 'goal' ? plan.goals : plan.activities).find((r) => r.id === on.id)
              return record && mayChange(record, plan) ? `${base}/${on.kind === 'goal' ? 'maal' : 'aktivitet'}/${on.id}` : null
            }}
          />
          <LoadPicture activities={plan.activities} people={taking} weeks={weeks} fullWeek={plan.rules.fit.fullWeek} />
          <Note>{f.travelHint}</Note>
          {left > 0 && <Note>{m.uncounted(left)}</Note>}
        </>
      )}
    </>
  )
}
