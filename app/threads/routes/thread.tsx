import { NotFound } from '#app/platform/context.ts'
import { findDraft } from '#app/platform/drafts/drafts.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { ThreadToasts } from '../components/thread-toasts.tsx'
import { ThreadView } from '../components/thread-view.tsx'
import { readThreads } from '../read-threads.server.ts'
import { threadDraft } from '../thread.ts'
import { actInThread } from '../thread-actions.server.ts'
import { threadTexts } from '../words.ts'
import type { Route } from './+types/thread.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const read = await readThreads(ctx, { caseId: idParam(params.caseId), thread: params.thread })
  if (!read.chosen) throw new NotFound('thread')
  const asked = new URL(request.url).searchParams
  return { page: read, chosen: read.chosen, draft: (await findDraft(ctx, threadDraft(read.caseId, read.chosen.name)))?.values ?? null, sent: asked.get('sendt'), done: asked.get('gjort') }
})
export const action = formAction(({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const thread = params.thread ?? ''
  return actInThread(ctx, { caseId, thread, back: `/familier/${caseId}/beskeder/${thread}`, values })
})

/** One thread with a member of the family, or one that those who live together share. */
export default function Thread({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = threadTexts(locale)
  const base = `/familier/${d.page.caseId}/beskeder`
  const here = `${base}/${d.chosen.name}`
  const names = joinList(locale, d.chosen.names)
  const title = d.chosen.shared ? m.withAll(names) : m.withPerson(names)
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <BackLink href={base} />
      <ThreadToasts sent={d.sent} done={d.done} action={here} />
      <PageHead title={title} />
      <ThreadView page={d.page} chosen={d.chosen} action={here} data={actionData} draft={{ name: threadDraft(d.page.caseId, d.chosen.name), values: d.draft }} />
    </>
  )
}
