import { redirect, useSearchParams } from 'react-router'
import { blockPeriod, unblockPeriod } from '#app/clock/block-period.server.ts'
import { BlockedCard } from '#app/clock/components/blocked.tsx'
import { readMyClock } from '#app/clock/read-my-clock.server.ts'
import { clockTexts, nameOf } from '#app/clock/words.ts'
import { withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { meetingCase } from '../meeting-case.server.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/follow-up.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readMyClock(ctx, { caseId: await meetingCase(ctx, request) }))
export const action = formAction(async ({ ctx, request, values }) => {
  const caseId = await meetingCase(ctx, request)
  if (values['intent'] === 'unblock') await unblockPeriod(ctx, { ...values, caseId })
  else await blockPeriod(ctx, { ...withDates(values, ['from', 'until']), caseId })
  return redirect(`${inCase('/min/opfoelgning', caseId, { gemt: '1' })}#lukket`)
})

/** When what is followed up, in plain words, and when the family cannot meet. */
export default function MyClock({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = clockTexts(locale)
  const m = t.mine
  const [search] = useSearchParams()
  const day = (on: string) => formatShortDate(locale, on, d.today)
  return (
    <>
      <title>{m.title}</title>
      <ErrorSummary errors={refusal(locale, actionData, 'block').errors} prefix="block" />
      {search.has('gemt') && <Toast>{t.year.saved}</Toast>}
      <BackLink href={inCase('/min/plan', d.caseId)}>{portalTexts(locale).back}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      {d.lines.length === 0 && <EmptyState title={m.none}>{m.lead}</EmptyState>}
      {d.lines.map((line) => (
        <Card key={line.id} title={line.state === 'overdue' ? m.late(nameOf(line), day(line.due ?? d.today)) : m.upcoming(nameOf(line), day(line.due ?? d.today))}>
          {line.planned && <p>{m.planned(day(line.planned))}</p>}
          <Details summary={m.why}>
            <p>{line.paragraph}</p>
            {line.note && <p>{line.note}</p>}
          </Details>
        </Card>
      ))}
      <BlockedCard
        action={inCase('/min/opfoelgning', d.caseId)}
        title={m.blocked}
        lead={m.blockedLead}
        rows={d.blocked}
        today={d.today}
        may={d.mayBlock}
        data={actionData}
      />
    </>
  )
}
