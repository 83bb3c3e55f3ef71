import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Details, DueDate } from '#app/ui/text.tsx'
import { MeetingTable } from '../components/meeting-table.tsx'
import { readMeetings } from '../read-meetings.server.ts'
import { meetingTexts, whenOf } from '../words.ts'
import type { Route } from './+types/meetings.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readMeetings(ctx, { caseId: idParam(params.caseId) }))

const SHOWN = 5
/** "Møder og aftaler": what is to come, what was held, and the agreements that stand. */
export default function Meetings({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const base = `/familier/${d.caseId}/moeder`
  const next = d.meetings.filter((r) => ['planned', 'invited', 'running', 'passed'].includes(r.state)).toReversed()
  const held = d.meetings.filter((r) => r.state === 'held')
  const cancelled = d.meetings.filter((r) => r.state === 'cancelled')
  return (
    <>
      <title>{`${m.list.title} – ${d.familyName}`}</title>
      <PageHead
        title={m.list.title}
        lead={m.list.lead}
        action={
          d.may.call ? (
            <LinkButton variant="primary" href={`${base}/ny`}>
              {m.list.call}
            </LinkButton>
          ) : (
            <Button variant="primary" disabledReason={m.list.mayNot}>
              {m.list.call}
            </Button>
          )
        }
      />
      {next.length === 0 ? <EmptyState title={m.list.nextEmpty}>{m.list.nextEmptyText}</EmptyState> : <MeetingTable caption={m.list.next} rows={next} />}
      <Card title={m.list.agreements}>
        {d.agreements.length === 0 && <p>{m.list.agreementsNone}</p>}
        <ul className="nobullet-list">
          {d.agreements.slice(0, SHOWN).map((a) => (
            <li key={a.id}>
              {a.what} {a.owner.name && `· ${a.owner.name}`} · <DueDate date={a.dueOn} today={d.today} />
            </li>
          ))}
        </ul>
        <p>
          <a href={`/familier/${d.caseId}/aftaler`}>{m.list.allAgreements}</a>
        </p>
      </Card>
      <LinkCard href={`${base}/aaret`} title={m.list.year} icon="calendar-month">
        {m.list.yearText}
      </LinkCard>
      {held.length > 0 && <MeetingTable caption={m.list.earlier} rows={held} minutes />}
      {cancelled.length > 0 && (
        <Details summary={m.list.cancelled}>
          <ul>
            {cancelled.map((r) => (
              <li key={r.id}>
                {whenOf(locale, r)}: {r.kindName}. {m.reasons[r.cancelledReason ?? 'other']}
                {r.cancelledWords && `: ${r.cancelledWords}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
