import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import { ratingTexts } from '../messages.ts'
import { type Line, type RatingsPage, readRatings } from '../read-ratings.server.ts'
import type { Route } from './+types/ratings.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  page: await readRatings(ctx, { caseId: idParam(params.caseId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
}))

/** What do they say themselves, from 0 to 10? */
export default function Ratings({ loaderData: { page: d, saved } }: Route.ComponentProps) {
  const m = ratingTexts(useLocale())
  return (
    <>
      <title>{`${m.staffTitle} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/udvikling`}>{m.hub}</BackLink>
      {saved && <Toast>{m.saved}</Toast>}
      <PageHead title={m.staffTitle} lead={m.staffLead} />
      {d.began === null ? (
        <EmptyState title={m.notBegun}>{m.notBegunBody}</EmptyState>
      ) : d.people.length === 0 ? (
        <EmptyState title={m.nobody}>{m.nobodyBody}</EmptyState>
      ) : (
        d.people.map((p) => <Person key={p.id} page={d} person={p} />)
      )}
    </>
  )
}

const Person = ({ page: d, person }: { page: RatingsPage; person: RatingsPage['people'][number] }) => {
  const locale = useLocale()
  const m = ratingTexts(locale)
  const day = (on: string) => formatShortDate(locale, on, d.today)
  const newest = ({ now, last }: Line) => {
    const r = now ?? last
    return r ? (
      <>
        <strong>{r.value}</strong> {`${m.how[r.how]}, ${day(r.ratedOn)}`}
        {r.words && <p className="note-line">“{r.words}”</p>}
      </>
    ) : (
      m.none
    )
  }
  const start = ({ start: s }: Line) =>
    s === null ? m.notYet(d.startBy === null ? '' : formatDate(locale, d.startBy)) : s === 'missing' ? m.missing(d.startBy === null ? '' : formatDate(locale, d.startBy)) : `${s.rating.value} (${day(s.rating.ratedOn)}${s.late ? `, ${m.late}` : ''})`
  return (
    <Card title={person.name}>
      <Table
        caption={m.caption(person.name)}
        hideCaption
        columns={[
          { key: 'question', label: m.question, rowHeader: true, cell: (l: Line) => l.question.label[locale] },
          { key: 'newest', label: m.newest, cell: newest },
          { key: 'start', label: m.start, cell: start },
          { key: 'due', label: m.due, cell: (l: Line) => <Badge tone={l.due ? 'attention' : 'done'}>{l.due ? m.isDue : m.isDone}</Badge> },
        ]}
        rows={person.lines}
        rowKey={(l) => l.question.code}
      />
      {d.may.write && (
        <div className="button-row d-print-none">
          <LinkButton href={`/familier/${d.caseId}/udvikling/egen/${person.id}`}>{m.write(person.name)}</LinkButton>
          <LinkButton variant="quiet" href={`/familier/${d.caseId}/udvikling/egen/${person.id}/ark`}>
            {m.print(person.name)}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}
