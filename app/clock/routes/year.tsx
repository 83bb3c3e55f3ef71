import { redirect, useSearchParams } from 'react-router'
import { withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, formValues, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { acceptYear } from '../accept-year.server.ts'
import { blockPeriod, unblockPeriod } from '../block-period.server.ts'
import { BlockedCard, closingWords } from '../components/blocked.tsx'
import { ClockNav } from '../components/clock-nav.tsx'
import { Accept, Proposal } from '../components/proposal.tsx'
import { WhatIfCard } from '../components/what-if.tsx'
import { YearFigure } from '../components/year-figure.tsx'
import { YearNotices } from '../components/year-notices.tsx'
import { readYear } from '../read-year.server.ts'
import { clockTexts } from '../words.ts'
import type { Route } from './+types/year.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  const typed = new FormData()
  for (const [name, value] of search) typed.append(name, value)
  const { til } = withDates(formValues(typed), ['til'])
  return readYear(ctx, { caseId: idParam(params.caseId), slack: search.get('luft'), move: search.get('flyt'), to: til })
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const here = `/familier/${caseId}/moeder/aaret`
  if (values['intent'] === 'accept') {
    const { meetings } = await acceptYear(ctx, { ...values, caseId })
    return redirect(`${here}?oprettet=${meetings.length}`)
  }
  if (values['intent'] === 'unblock') await unblockPeriod(ctx, { ...values, caseId })
  else await blockPeriod(ctx, { ...withDates(values, ['from', 'until']), caseId })
  return redirect(`${here}?gemt=1#lukket`)
})

/** The year ahead: the fewest joint meetings that keep what must be followed up. */
export default function YearRoute({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const [search] = useSearchParams()
  const made = Number(search.get('oprettet') ?? 0)
  const proposal = d.year.proposal
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <ErrorSummary errors={refusal(locale, actionData, 'accept').errors} prefix="accept" />
      <ErrorSummary errors={refusal(locale, actionData, 'block').errors} prefix="block" />
      {made > 0 && <Toast>{m.called(made)}</Toast>}
      {search.has('gemt') && <Toast>{m.saved}</Toast>}
      <PageHead title={m.title} lead={m.lead} />
      <ClockNav caseId={d.caseId} current="year" />
      {d.entries.length === 0 ? (
        <EmptyState title={m.none}>{m.noneText}</EmptyState>
      ) : (
        <>
          {proposal && proposal.joint > 0 && <p className="lead">{m.sum(proposal.joint, proposal.separate)}</p>}
          <YearNotices d={d} />
          <YearFigure d={d} />
          {proposal && proposal.meetings.length > 0 && <Proposal d={d} />}
          <Accept d={d} data={actionData} />
          <WhatIfCard d={d} />
        </>
      )}
      <BlockedCard
        action={`/familier/${d.caseId}/moeder/aaret`}
        title={m.blocked}
        lead={m.blockedLead(closingWords(locale, d.closing))}
        rows={d.blocked}
        today={d.today}
        may={d.may.arrange}
        data={actionData}
      />
    </>
  )
}
