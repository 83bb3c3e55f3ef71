import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, DueDate, Note, PersonChip } from '#app/ui/text.tsx'
import { ageOf, personName } from '../families.ts'
import { da, en } from '../messages.ts'
import { type MyFamily, readMyFamilies } from '../read-my-families.server.ts'
import type { Route } from './+types/my-families.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const closed = new URL(request.url).searchParams.get('lukkede') === '1'
  const { families, projects, takenOver, today } = await readMyFamilies(ctx, { closed })
  return { families, projects, takenOver, today, closed, locale: ctx.locale }
})

/** "Mine familier": who they are, who coordinates, what comes next and what is missing. */
export default function MyFamilies({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const people = (f: MyFamily) => (
    <span className="people">
      {f.people.map((p) => (
        <PersonChip
          key={p.id}
          name={p.kind === 'unborn' ? m.mine.expected : p.firstName ? `${p.firstName}${p.died ? ' †' : ''}` : personName(d.locale, p)}
          age={ageOf(p, d.today)}
        />
      ))}
    </span>
  )
  const missing = (f: MyFamily) => [...new Set(f.missing.map((x) => m.missing[x.code]))].join(', ') || m.mine.nothing
  const next = (f: MyFamily) =>
    f.next && (
      <>
        {m.task[f.next.code] ?? m.task['other']}
        {f.next.due && (
          <>
            {' '}
            <DueDate date={f.next.due} today={d.today} />
          </>
        )}
      </>
    )
  return (
    <>
      <title>{`${m.mine.title} – Helhed`}</title>
      <PageHead
        title={m.mine.title}
        lead={m.mine.lead}
        action={
          <LinkButton variant="primary" href="/familier/ny">
            {m.mine.refer}
          </LinkButton>
        }
      >
        {d.projects.map((p) => (
          <Note key={p.projectId}>
            {p.name}: {p.capacity === null ? m.mine.taken(p.cases) : m.mine.capacity(p.cases, p.capacity)} · {m.mine.persons(p.persons)} ·{' '}
            {m.mine.waiting(p.waiting)}
          </Note>
        ))}
      </PageHead>
      <Table
        caption={m.mine.title}
        hideCaption
        rows={d.families}
        rowKey={(f) => f.caseId}
        empty={
          <EmptyState title={m.mine.empty} action={<LinkButton href="/familier/ny">{m.mine.refer}</LinkButton>}>
            {m.mine.emptyBody}
          </EmptyState>
        }
        columns={[
          {
            key: 'family',
            label: m.mine.family,
            rowHeader: true,
            cell: (f) => (
              <>
                <a href={`/familier/${f.caseId}`}>{m.mine.familyName(f.name)}</a> <Badge>{m.state[f.state]}</Badge>
              </>
            ),
          },
          { key: 'people', label: m.mine.people, cell: people },
          { key: 'coordinator', label: m.mine.coordinator, cell: (f) => f.coordinators.join(', ') || m.mine.none },
          { key: 'next', label: m.mine.next, cell: (f) => next(f) ?? '–' },
          { key: 'missing', label: m.mine.missing, cell: missing },
        ]}
      />
      {d.takenOver > 0 && (
        <p className="d-print-none">
          <a href="/overdraget">{m.mine.takenOver(d.takenOver)}</a>
        </p>
      )}
      <p className="d-print-none">
        <a href={d.closed ? '/familier' : '/familier?lukkede=1'}>{d.closed ? m.mine.hideClosed : m.mine.showClosed}</a>
      </p>
    </>
  )
}
