import { redirect } from 'react-router'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ActionButton, ConfirmButton, LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import { RoundCard } from '../components/round-card.tsx'
import { partnerTexts } from '../messages.ts'
import { closeRound, remindPartners } from '../open-round.server.ts'
import type { Partner } from '../partner-survey.ts'
import { readRounds, type RoundsPage } from '../read-rounds.server.ts'
import type { Route } from './+types/rounds.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  return { page: await readRounds(ctx, { projectId: search.get('projekt') }), done: search.get('gjort') }
})

export const action = formAction(async ({ ctx, values }) => {
  const input = { surveyId: values['surveyId'] }
  const close = values['intent'] === 'close'
  await (close ? closeRound(ctx, input) : remindPartners(ctx, input))
  return redirect(`/projekt/partnere?projekt=${String(values['projekt'])}&gjort=${close ? 'closed' : 'reminded'}`)
})

/** Do the partners take more part in decisions? */
export default function Rounds({ loaderData: { page: d, done } }: Route.ComponentProps) {
  const m = partnerTexts(useLocale())
  const toasts: Record<string, string> = { sent: m.sent, closed: m.closed, reminded: m.reminded }
  const isOpen = d.rounds[0] !== undefined && !d.rounds[0].over
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${d.project.id}`}>{m.back}</BackLink>
      {done && toasts[done] && <Toast>{toasts[done]}</Toast>}
      <PageHead
        title={m.title}
        lead={m.lead}
        action={!isOpen && <LinkButton variant="primary" href={`/projekt/partnere/ny?projekt=${d.project.id}`}>{m.new}</LinkButton>}
      />
      {d.rounds.length === 0 && <EmptyState title={m.none}>{m.noneBody}</EmptyState>}
      {d.rounds.map((round, i) => (
        <RoundCard key={round.id} round={round} earlier={d.rounds.slice(i + 1).find((r) => r.over && r.counts.length > 0) ?? null} words={i === 0 ? d.words : []}>
          {i === 0 && <Sent page={d} open={isOpen} surveyId={round.id} />}
        </RoundCard>
      ))}
    </>
  )
}

/** Whom the newest round went to, and what can be done while it is open. */
function Sent({ page: d, open, surveyId }: { page: RoundsPage; open: boolean; surveyId: number }) {
  const m = partnerTexts(useLocale())
  const fields = { surveyId, projekt: d.project.id }
  return (
    <>
      <Details summary={m.who} id="hvem">
        <Table
          caption={m.who}
          hideCaption
          compact
          rows={d.partners}
          rowKey={(p) => p.id}
          columns={[
            { key: 'name', label: m.who, rowHeader: true, cell: (p: Partner) => p.name },
            { key: 'kind', label: m.title, cell: (p: Partner) => m.kinds[p.kind] },
            { key: 'state', label: m.hasAnswered, cell: (p: Partner) => <Badge tone={p.answered ? 'done' : 'plain'}>{p.answered ? m.hasAnswered : m.waits}</Badge> },
          ]}
        />
      </Details>
      {open && (
        <div className="button-row d-print-none">
          {d.partners.some((p) => !p.answered) && <ActionButton action="/projekt/partnere" fields={{ ...fields, intent: 'remind' }} label={m.remind} />}
          <form method="post" action="/projekt/partnere">
            <CsrfInput />
            {Object.entries({ ...fields, intent: 'close' }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <ConfirmButton variant="quiet" label={m.close} question={m.closeQuestion} confirm={m.close} />
          </form>
        </div>
      )}
    </>
  )
}
