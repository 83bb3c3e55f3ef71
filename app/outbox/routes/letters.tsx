import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { markPrinted } from '#app/platform/messages/mark-printed.server.ts'
import { readLetters } from '#app/platform/messages/read-letter.server.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ButtonGroup } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import type { Route } from './+types/letters.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) =>
  ({ letters: await readLetters(ctx, {}), locale: ctx.locale, today: ctx.today, saved: new URL(request.url).searchParams.has('sendt') }))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, unknown> }) => {
  await markPrinted(ctx, values)
  return redirect('/breve?sendt=1')
})

/** What has to be printed, put into envelopes and sent. */
export default function Letters({ loaderData: { letters, locale, today, saved } }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  return <>
    <title>{`${m.letters.title} – Helhed`}</title>
    <PageHead title={m.letters.title} lead={m.letters.lead} />
    {saved && <Toast>{m.letters.saved}</Toast>}
    <Table caption={m.letters.title} hideCaption rows={letters} rowKey={(l) => l.id} empty={<EmptyState title={m.letters.emptyTitle}>{m.letters.empty}</EmptyState>} columns={[
      { key: 'recipient', label: m.letters.recipient, rowHeader: true, cell: (l) => l.recipient },
      { key: 'what', label: m.letters.what, cell: (l) => l.title },
      { key: 'family', label: m.letters.family, cell: (l) => <a href={`/familier/${l.caseId}`}>{l.family} ({l.number})</a> },
      { key: 'written', label: m.letters.written, cell: (l) => formatShortDate(locale, copenhagenDay(l.plannedAt), today) },
      { key: 'state', label: m.letters.state, cell: (l) => m.states[l.state] },
      { key: 'open', label: m.letters.open, cell: (l) => <ButtonGroup>
        <a href={`/breve/${l.id}`}>{m.letters.open}<span className="sr-only"> {m.letters.about(l.recipient)}: {l.title}</span></a>
        {l.state === 'to-print' && <ActionButton action="/breve" fields={{ id: l.id }} label={m.letters.printed} describe={`${m.letters.about(l.recipient)}: ${l.title}`} />}
      </ButtonGroup> },
    ]} />
  </>
}
