import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth, formatShortDate } from '#app/platform/time/format.ts'
import { byMonth, plainSentence } from '#app/logbook/entry.ts'
import { readMyLogbook } from '#app/logbook/read-logbook.server.ts'
import { logbookTexts } from '#app/logbook/words.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { OpenedBy } from '#app/consent/components/opened-by.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { findMyCase } from '../only-case.server.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/logbook.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const found = await findMyCase(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  return found.caseId === null ? { cases: found.cases, logbook: null } : { cases: [], logbook: await readMyLogbook(ctx, { caseId: found.caseId }) }
})
type Logbook = NonNullable<Route.ComponentProps['loaderData']['logbook']>

/** What the helpers have done together with this member, in plain words. */
export default function MyLogbook({ loaderData: d }: Route.ComponentProps) {
  return d.logbook === null ? <ChooseCase cases={d.cases} path="/min/logbog" /> : <Entries l={d.logbook} />
}

const Entries = ({ l }: { l: Logbook }) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const portal = portalTexts(locale)
  const names = new Map(l.names.map((n) => [n.id, n.name]))
  const did = (e: Logbook['entries'][number]) => {
    const plain = l.kinds.find((k) => k.code === e.kind)?.plain ?? ''
    return `${e.author.split(' ')[0]} ${plainSentence(locale, plain, e, l.me, names)}`
  }
  return (
    <>
      <title>{m.mineTitle}</title>
      <BackLink href={inCase('/min/plan', l.caseId)}>{portal.back}</BackLink>
      <PageHead title={m.mineTitle} lead={m.mineLead} />
      {l.entries.length === 0 && <EmptyState title={m.mineEmpty}>{m.mineEmptyText(m.yourCoordinator)}</EmptyState>}
      {byMonth(l.entries).map(({ month, entries }) => (
        <section key={month} aria-labelledby={`m-${month}`}>
          <h2 id={`m-${month}`} className="month-heading">
            {formatMonth(locale, month)}
          </h2>
          <ul className="nobullet-list entry-list">
            {entries.map((e) => (
              <li key={e.id} className="entry keep-together">
                <p className="entry-head">
                  <time dateTime={e.onDate}>{formatShortDate(locale, e.onDate, l.today)}</time> <strong>{did(e)}</strong>
                  {e.minutes !== null && ` · ${m.minutes(e.minutes)}`}
                </p>
                <p className="entry-words">{e.words}</p>
                {e.corrected && <p className="entry-facts">{m.wasCorrected}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {l.entries.length > 0 && (
        <p>
          <a href={inCase('/min/beskeder', l.caseId)}>{m.mineWrong}</a>
        </p>
      )}
      <OpenedBy openings={l.openings} today={l.today} />
    </>
  )
}
