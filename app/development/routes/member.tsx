import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { CardGrid, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { MeasureCard } from '../components/measure-card.tsx'
import { TwoLines } from '../components/two-lines.tsx'
import { da, en } from '../messages.ts'
import { missingText } from '../missing-text.ts'
import { readMember } from '../read-development.server.ts'
import type { Route } from './+types/member.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readMember(ctx, { caseId: idParam(params.caseId), personId: idParam(params.personId) }))

/** How does it go for one of the family? Every curve, with its shadow, its table, who said it and when. */
export default function MemberPage({ loaderData: { caseId, today, member: p } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const title = m.memberTitle(p.name)
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <BackLink href={`/familier/${caseId}/udvikling`}>{m.back}</BackLink>
      <PageHead title={title} lead={m.memberLead} />
      {p.lines.length === 0 && <EmptyState title={m.nothing}>{m.nothingBody}</EmptyState>}
      <CardGrid columns={3}>
        {p.pairs.map((pair) => (
          <TwoLines key={pair.own.key} name={p.name} pair={pair} today={today} />
        ))}
      </CardGrid>
      {p.pairs.length > 0 && <Note icon="info">{m.bestUp}</Note>}
      <CardGrid columns={2}>
        {p.lines.map((line) => (
          <MeasureCard key={line.key} line={line} name={p.name} today={today} />
        ))}
      </CardGrid>
      {p.notMeasured.length > 0 && <p>{missingText(locale, p.notMeasured)}</p>}
    </>
  )
}
