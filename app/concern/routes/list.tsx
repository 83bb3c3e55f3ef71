import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import { clockWords, momentWords } from '../clock-words.ts'
import { type ConcernState, referenceOf, stateOf } from '../concern.ts'
import { da, en } from '../messages.ts'
import { listConcerns } from '../read-concern.server.ts'
import type { Route } from './+types/list.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => listConcerns(ctx, {}))

/** For those who assess: what waits first, with the time that is left. */
export default function Concerns({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const { list: m, states, one } = pick(locale, { da, en })
  const waiting = d.concerns.filter((c) => c.assessedAt === null).length
  const label = (code: string | null) => d.results.find((r) => r.code === code)?.label ?? code ?? ''
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead(d.clocks.assessHours, d.clocks.receiptWorkingDays)}>
        {d.concerns.length > 0 && (
          <p>
            <Badge tone={waiting > 0 ? 'attention' : 'done'}>{waiting > 0 ? m.waiting(waiting) : m.noneWaiting}</Badge>
          </p>
        )}
      </PageHead>
      <Table
        caption={m.title}
        hideCaption
        rows={d.concerns}
        rowKey={(c) => c.id}
        empty={<EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
        columns={[
          {
            key: 'child',
            label: m.child,
            rowHeader: true,
            cell: (c) => (
              <a href={`/underretninger/${c.id}`}>
                {c.children.join(', ')} <span className="sr-only">{referenceOf(c.id)}</span>
              </a>
            ),
          },
          {
            key: 'clock',
            label: m.clock,
            cell: (c) => (
              <>
                {c.danger && c.assessedAt === null && <Badge tone="attention">{one.danger}</Badge>}{' '}
                {WORDED.includes(stateOf(c, d.now)) && <Badge tone={tone[stateOf(c, d.now)]}>{states[stateOf(c, d.now)]}</Badge>} {clockWords(locale, c, d.now, d.today)}
              </>
            ),
          },
          { key: 'result', label: m.result, cell: (c) => label(c.result) },
          { key: 'written', label: m.written, cell: (c) => one.saidBy(c.author, momentWords(locale, c.reportedAt, d.today)) },
        ]}
      />
    </>
  )
}
/** The clock itself says the other two. */
const WORDED: readonly ConcernState[] = ['overdue', 'receipt-missing']
const tone = { overdue: 'attention', 'to-assess': 'accent', 'receipt-missing': 'plain', done: 'done' } as const
