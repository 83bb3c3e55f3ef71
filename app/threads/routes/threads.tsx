import { ReasonForm } from '#app/consent/components/reason-form.tsx'
import { openWithReason } from '#app/consent/open-with-reason.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDue, formatShortDate, formatTime } from '#app/platform/time/format.ts'
import { EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Badge, Note } from '#app/ui/text.tsx'
import { redirect } from 'react-router'
import { readThreads, type ThreadLine } from '../read-threads.server.ts'
import { threadTexts } from '../words.ts'
import type { Route } from './+types/threads.ts'

export const loader = page(({ ctx, params }: PageArgs<Route.LoaderArgs>) => readThreads(ctx, { caseId: idParam(params.caseId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  await openWithReason(ctx, { caseId, category: 'thread', reason: values['reason'] })
  return redirect(`/familier/${caseId}/beskeder`)
})

/** The threads of a family, each with what waits. */
export default function Threads({ loaderData: p, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = threadTexts(locale)
  const base = `/familier/${p.caseId}/beskeder`
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {p.opening.state === 'open' && p.opening.until && <Note icon="lock">{m.openUntil(formatTime(locale, p.opening.until))}</Note>}
      {p.opening.state === 'needed' ? (
        <ReasonForm title={m.lockedTitle} text={m.locked} label={m.reason} button={m.open} action={base} data={actionData} />
      ) : p.threads.length === 0 ? (
        <EmptyState title={m.nobody}>{m.nobodyText}</EmptyState>
      ) : (
        p.threads.map((t) => <Line key={t.name} t={t} base={base} today={p.today} />)
      )}
    </>
  )
}

const Line = ({ t, base, today }: { t: ThreadLine; base: string; today: string }) => {
  const locale = useLocale()
  const m = threadTexts(locale)
  const names = joinList(locale, t.names)
  const help = t.last ? `${t.last.author}, ${formatShortDate(locale, copenhagenDay(t.last.at), today)} ${locale === 'da' ? 'kl.' : 'at'} ${formatTime(locale, t.last.at)}` : m.noMessages
  return (
    <LinkCard href={`${base}/${t.name}`} title={t.shared ? m.withAll(names) : names} icon="chat" aside={t.unseen > 0 && <Badge tone="accent">{m.unseen(t.unseen)}</Badge>}>
      {help}
      {t.waiting && (
        <>
          <br />
          <Badge tone="attention">{t.waiting.overdue ? m.overdue : m.waiting(formatDue(locale, t.waiting.dueOn, today))}</Badge>
        </>
      )}
    </LinkCard>
  )
}
