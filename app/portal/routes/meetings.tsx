import { clockTexts } from '#app/clock/words.ts'
import { readMeetings } from '#app/meetings/read-meetings.server.ts'
import { meetingTexts, whenOf, whereOf } from '#app/meetings/words.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { Card, EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge } from '#app/ui/text.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { findMyCase } from '../only-case.server.ts'
import { inCase } from '../portal-words.ts'
import type { Route } from './+types/meetings.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const found = await findMyCase(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  return { cases: found.cases, list: found.caseId === null ? null : await readMeetings(ctx, { caseId: found.caseId }) }
})

/** Our meetings: what comes, and what was held. */
export default function MyMeetings({ loaderData: { cases, list } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale)
  if (list === null) return <ChooseCase cases={cases} path="/min/moeder" />
  const next = list.meetings.filter((r) => ['planned', 'invited', 'running'].includes(r.state)).toReversed()
  const held = list.meetings.filter((r) => r.state === 'held')
  const link = (id: number) => inCase(`/min/moeder/${id}`, list.caseId)
  return (
    <>
      <title>{m.mine.title}</title>
      <BackLink href={inCase('/min/plan', list.caseId)}>{m.my.back}</BackLink>
      <PageHead title={m.mine.title} lead={m.my.lead} />
      {next.length === 0 && <EmptyState title={m.my.none}>{m.list.nextEmptyText}</EmptyState>}
      {next.map((r) => (
        <LinkCard key={r.id} href={link(r.id)} title={whenOf(locale, r)} icon="calendar-month">
          {r.kindName} · {whereOf(locale, r)} <Badge>{m.state[r.state]}</Badge>
        </LinkCard>
      ))}
      <LinkCard href={inCase('/min/opfoelgning', list.caseId)} title={clockTexts(locale).mine.title} icon="calendar-month">
        {clockTexts(locale).mine.lead}
      </LinkCard>
      {held.length > 0 && (
        <Card title={m.my.earlier}>
          <ul>
            {held.map((r) => (
              <li key={r.id}>
                <a href={link(r.id)}>{whenOf(locale, r)}</a>, {r.kindName}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
