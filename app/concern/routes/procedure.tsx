import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { clockWords } from '../clock-words.ts'
import { Phones } from '../components/phones.tsx'
import { referenceOf } from '../concern.ts'
import { da, en } from '../messages.ts'
import { readProcedure } from '../read-procedure.server.ts'
import type { Route } from './+types/procedure.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) =>
  readProcedure(ctx, { caseId: params.caseId === undefined ? null : idParam(params.caseId) }),
)

/** Opened by somebody who is worried: whom to call, what to do, where to write. */
export default function Procedure({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en }).procedure
  const base = d.caseId === null ? '/bekymret' : `/bekymret/${d.caseId}`
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {d.caseId !== null && <BackLink href={`/familier/${d.caseId}`}>{m.back}</BackLink>}
      <div className="reading-width">
        <PageHead title={m.title} lead={m.lead} />
        {d.phones.length > 0 && (
          <Card title={m.phones} accent>
            <Phones phones={d.phones} />
          </Card>
        )}
        <h2>{m.now}</h2>
        {d.steps.length === 0 ? (
          <p>{m.none}</p>
        ) : (
          <ol className="calm-steps">
            {d.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        <p>
          <LinkButton variant="primary" href={`${base}/skriv`}>
            {m.write}
          </LinkButton>
        </p>
        <Details summary={m.who}>
          <p>{m.whoBody}</p>
        </Details>
        <Details summary={m.what}>
          <p>{m.whatBody(d.clocks.assessHours, d.clocks.receiptWorkingDays)}</p>
        </Details>
        {d.mine.length > 0 && (
          <>
            <h2>{m.mine}</h2>
            <ul>
              {d.mine.map((c) => (
                <li key={c.id}>
                  <a href={`/underretninger/${c.id}`}>
                    {referenceOf(c.id)}, {formatShortDate(locale, copenhagenDay(c.reportedAt), d.today)}
                  </a>
                  : {clockWords(locale, c, d.now, d.today)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}
