import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import { type LogRow, longestLog, searchLog } from '../search-log.server.ts'
import type { Route } from './+types/log.ts'

export const loader = page(async ({ ctx, session }: PageArgs<Route.LoaderArgs>) => {
  if (!session.roles.includes('auditor')) throw new NotFound('auditors only')
  return { locale: ctx.locale, from: addMonths(ctx.today, -1), until: ctx.today, longest: longestLog }
})

/** By POST: what is searched for must not stand in an address. */
export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const { rows, more } = await searchLog(ctx, withDates(values, ['from', 'until']))
  return { found: { rows, more }, issues: [], conflict: null, values }
})

/** The auditor's search in the log. */
export default function LogSearch({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  const found = actionData && 'found' in actionData ? actionData.found : null
  const date = (name: string, otherwise: string) => (actionData ? typedDate(values, name) : otherwise)
  return <>
    <title>{`${m.log.title} – Helhed`}</title>
    <ErrorSummary errors={errors} />
    <PageHead title={m.log.title} lead={m.log.lead} />
    <Form errors={errors} summaryElsewhere>
      <TextField name="number" label={m.log.number} optional width="s" value={typed(values, 'number')} />
      <TextField name="cpr" label={m.log.cpr} optional width="s" inputMode="numeric" value={typed(values, 'cpr')} />
      <TextField name="username" label={m.log.username} optional width="s" value={typed(values, 'username')} />
      <DateFields name="from" legend={m.log.from} value={date('from', d.from)} />
      <DateFields name="until" legend={m.log.until} value={date('until', d.until)} />
      <SubmitButton>{m.log.search}</SubmitButton>
    </Form>
    {found && <>
      <h2>{m.log.found(found.rows.length)}</h2>
      {found.more && <Alert live={false}>{m.log.more(d.longest)}</Alert>}
      <Rows rows={found.rows} locale={d.locale} />
    </>}
  </>
}

function Rows({ rows, locale }: { rows: LogRow[]; locale: 'da' | 'en' }) {
  const m = pick(locale, { da, en })
  return <Table caption={m.log.title} hideCaption compact rows={rows} rowKey={(r) => r.seq} empty={<EmptyState title={m.log.none}>{m.log.noneBody}</EmptyState>} columns={[
    { key: 'at', label: m.log.at, rowHeader: true, cell: (r) => formatInstant(locale, r.at) },
    { key: 'who', label: m.log.who, cell: (r) => r.actor ?? m.log.kinds[r.actorKind] ?? r.actorKind },
    { key: 'event', label: m.log.event, cell: (r) => <><code>{r.event}</code>{r.outcome === 'refused' && ` · ${m.log.refused}`}</> },
    { key: 'family', label: m.log.family, cell: (r) => r.number ?? '' },
    { key: 'bases', label: m.log.bases, cell: (r) => r.bases.map((b) => m.bases[b] ?? b).join(', ') },
    { key: 'searched', label: m.log.searched, cell: (r) => r.searched ?? '' },
  ]} />
}
