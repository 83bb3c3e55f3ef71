import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'
import { readMyPlannedExit } from '../read-after-leaving.server.ts'
import type { Route } from './+types/my-planned-exit.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { shelfIds: _shelves, personIds: _people, ...plan } = await readMyPlannedExit(ctx, { caseId: idParam(new URL(request.url).searchParams.get('sag') ?? undefined) })
  return plan
})

/** For the family: when we expect to end, and how. */
export default function MyPlannedExit({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const part = (kind: string) => d.steps.filter((s) => s.kind === kind)
  return (
    <>
      <title>{`${m.myPlanTitle} – Helhed`}</title>
      <PageHead title={m.myPlanTitle} lead={m.myPlanLead(formatDate(locale, d.expectedOn))} />
      {d.words && <p>{d.words}</p>}
      {(['step', 'offer'] as const).map((kind) => part(kind).length > 0 && (
        <Card key={kind} title={kind === 'step' ? m.stepsTitle : m.offersTitle}>
          <ul>
            {part(kind).map((s) => (
              <li key={s.id}>
                {s.what}, {m.from(formatDate(locale, s.onDate))}. {[s.who, s.contact].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <LinkButton href={`/min/plan?sag=${d.caseId}`}>{m.portalBack}</LinkButton>
    </>
  )
}
