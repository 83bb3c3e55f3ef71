import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { redirect } from 'react-router'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDistance, formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Note } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { type QueueRow, readIntakeQueue } from '../read-queue.server.ts'
import { callMeeting } from '../call-meeting.server.ts'
import { asRefused, ConflictNotice } from '../components/refused.tsx'
import { Meetings, Team } from '../components/team-and-meetings.tsx'
import { addSeat, endSeat } from '../keep-team.server.ts'
import { readIntakeTeam } from '../read-meeting.server.ts'
import { typedDate } from '../referral.ts'
import type { Route } from './+types/queue.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => {
  const { personIds: _people, shelfIds: _shelves, ...queue } = await readIntakeQueue(ctx, {})
  return { ...queue, team: (await readIntakeTeam(ctx, {})).projects }
})

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  if (values.do === 'meeting') {
    const { id } = await callMeeting(ctx, { ...values, heldOn: typedDate(values, 'heldOn') })
    return redirect(`/optagelse/moede/${id}`)
  }
  if (values.do === 'end-seat') await endSeat(ctx, { seatId: values.seatId, until: typedDate(values, 'until') })
  else await addSeat(ctx, { ...values, from: typedDate(values, 'from'), until: typedDate(values, 'until') })
  return redirect('/optagelse#team')
})

const nextHref = (row: QueueRow) =>
  `/familier/${row.caseId}/${row.next === 'consent' ? 'samtykke' : row.next === 'screen' ? 'optagelse#kriterier' : 'optagelse#beslutning'}`

/** The intake team's list: who waits, since when, what is missing, and the next step as one button. */
export default function Queue({ loaderData: { rows, today, projects, unansweredQuestions, team }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const missing = (row: QueueRow) =>
    [
      ...(row.withoutConsent.length > 0 ? [m.missingConsentOf(joinList(locale, row.withoutConsent))] : []),
      ...(row.unanswered > 0 ? [m.missingAnswers(row.unanswered)] : []),
    ].join(' · ') || m.nothingMissing
  return (
    <>
      <title>{`${m.queueTitle} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead
        title={m.queueTitle}
        lead={m.queueLead}
        action={
          <LinkButton href="/familier/ny" variant="secondary">
            {m.refer}
          </LinkButton>
        }
      />
      {projects.map(
        ({ id, name, places }) =>
          places && (
            <Note key={id}>
              {places.capacity === null
                ? m.placesOpen(name, places.taken)
                : places.taken >= places.capacity
                  ? m.placesFull(name, places.capacity)
                  : m.places(name, places.taken, places.capacity)}
            </Note>
          ),
      )}
      {unansweredQuestions > 0 && (
        <Note icon="info">
          {m.questions(unansweredQuestions)} · <a href="/spoergsmaal">{m.seeQuestions}</a>
        </Note>
      )}
      <Table
        caption={m.queueTitle}
        hideCaption
        rows={rows}
        rowKey={(row) => row.caseId}
        empty={
          <EmptyState
            title={m.queueNone}
            action={
              <LinkButton href="/familier/ny" variant="primary">
                {m.refer}
              </LinkButton>
            }
          >
            {m.queueNoneText}
          </EmptyState>
        }
        columns={[
          {
            key: 'family',
            label: m.family,
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={`/familier/${row.caseId}/optagelse`}>{row.name}</a> <span className="weight-normal">{row.people.join(', ')}</span>
                {row.waiting && (
                  <>
                    {' '}
                    <Badge tone="accent">{m.onList}</Badge>
                  </>
                )}
              </>
            ),
          },
          { key: 'from', label: m.from, cell: (row) => row.sector },
          {
            key: 'waited',
            label: m.waited,
            cell: (row) => `${formatDistance(locale, row.referredOn, today)} · ${formatShortDate(locale, row.referredOn, today)}`,
          },
          { key: 'missing', label: m.missing, cell: missing },
          {
            key: 'next',
            label: m.nextStep,
            cell: (row) => (
              <LinkButton href={nextHref(row)} variant="secondary">
                {m.next[row.next]}
                <span className="sr-only"> {row.name}</span>
              </LinkButton>
            ),
          },
        ]}
      />
      {team.map((project) => (
        <div key={project.id}>
          {team.length > 1 && <h2>{project.name}</h2>}
          <Meetings project={project} today={today} refused={refused} />
          <Team project={project} today={today} refused={refused} />
        </div>
      ))}
      <p>
        <LinkButton href="/projekt/venteliste" variant="tertiary">
          {m.toWaitingList}
        </LinkButton>{' '}
        <LinkButton href="/optagelse/distrikter" variant="tertiary">
          {m.toDistricts}
        </LinkButton>
      </p>
    </>
  )
}
