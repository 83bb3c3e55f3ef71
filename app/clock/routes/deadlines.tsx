import { redirect, useSearchParams } from 'react-router'
import { withDates } from '#app/platform/forms/form-values.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Details } from '#app/ui/text.tsx'
import { ClockNav } from '../components/clock-nav.tsx'
import { DeadlineTable } from '../components/deadline-table.tsx'
import { Cancelled, Intervals } from '../components/intervals.tsx'
import { OwnCard } from '../components/own-card.tsx'
import { TickCard, tickIntent } from '../components/tick-card.tsx'
import { markServed, takeBackServed } from '../mark-served.server.ts'
import { readDeadlines } from '../read-year.server.ts'
import { stateFact, takeBackFact } from '../state-fact.server.ts'
import { clockTexts } from '../words.ts'
import type { Route } from './+types/deadlines.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readDeadlines(ctx, { caseId: idParam(params.caseId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const [intent] = String(values['intent']).split(' ')
  if (intent === 'tick') await markServed(ctx, { ...values, caseId })
  else if (intent === 'served') await markServed(ctx, { ...withDates(values, ['servedOn']), caseId })
  else if (intent === 'take-back-served') await takeBackServed(ctx, { ...values, caseId })
  else if (intent === 'take-back-fact') await takeBackFact(ctx, { ...values, caseId })
  else await stateFact(ctx, { ...(intent === 'anchor' ? withDates(values, ['onDay']) : values), caseId })
  return redirect(`/familier/${caseId}/moeder/aaret/opfoelgning?gemt=1`)
})

/** What must be followed up and when: each with its paragraph and where its day comes from; what only its own authority says. */
export default function Deadlines({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = clockTexts(useLocale()).due
  const [search] = useSearchParams()
  const mine = d.entries.filter((line) => d.own.includes(line.sector))
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {search.has('gemt') && <Toast>{m.saved}</Toast>}
      <PageHead title={m.title} lead={m.lead} />
      <ClockNav caseId={d.caseId} current="deadlines" />
      {d.ticks.length > 0 && (
        <section>
          <h2>{m.ticks}</h2>
          {d.ticks.map((tick) => (
            <TickCard key={tickIntent(tick)} d={d} tick={tick} data={actionData} />
          ))}
        </section>
      )}
      <DeadlineTable d={d} />
      {mine.length > 0 && (
        <section>
          <h2>{m.yours}</h2>
          <p>{m.yoursLead}</p>
          {mine.map((line) => (
            <OwnCard key={line.id} d={d} line={line} data={actionData} />
          ))}
        </section>
      )}
      {d.unknown.length > 0 && (
        <section>
          <h2>{m.unknown}</h2>
          <p>{m.unknownLead}</p>
          <Details summary={m.unknownSum(d.unknown.length)} open={actionData !== undefined}>
            {d.unknown.map((line) => (
              <OwnCard key={line.id} d={d} line={line} data={actionData} />
            ))}
          </Details>
        </section>
      )}
      <Intervals d={d} />
      <Cancelled d={d} />
    </>
  )
}
