import { paperAddress } from '#app/papers/paper-address.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'
import { readAfterLeaving } from '../read-after-leaving.server.ts'
import type { Route } from './+types/after-leaving.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { shelfIds: _shelves, ...after } = await readAfterLeaving(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  return after
})

/** For the family, when its time with us has ended: the letter, the plan, how long the pages are there, and whom to call. */
export default function AfterLeaving({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <title>{`${m.portalTitle} – Helhed`}</title>
      <PageHead title={m.portalTitle} lead={m.portalLead(formatDate(locale, d.leftOn))} />
      {d.pagesUntil && (
        <p>
          {m.portalUntil(formatDate(locale, d.pagesUntil))} {m.portalAfter}
        </p>
      )}
      <Card title={m.portalLetters}>
        {d.letters.length === 0 && <p>{m.portalNoLetter}</p>}
        {d.letters.map((letter) => (
          <article key={letter.id} lang={letter.locale}>
            <h3>{letter.title}</h3>
            {letter.body.split(/\n\s*\n/).map((part, n) => (
              <p key={n}>
                {part.split('\n').map((line, k) => (
                  <span key={k}>
                    {k > 0 && <br />}
                    {line}
                  </span>
                ))}
              </p>
            ))}
            <p>
              <a href={`/brev/${letter.id}/pdf`}>{m.openLetter}</a>
            </p>
          </article>
        ))}
      </Card>
      <Card title={m.portalPlan}>
        <p>
          <a href={paperAddress(d.caseId, [d.me], 'plan')}>{m.portalPlanLink}</a>
        </p>
        <LinkButton href={`/min/plan?sag=${d.caseId}`}>{m.portalBack}</LinkButton>
      </Card>
      {d.call && d.call.name && (
        <Card title={m.portalHelp}>
          <p>{m.portalHelpBody(d.call.name, d.call.phone)}</p>
        </Card>
      )}
    </>
  )
}
