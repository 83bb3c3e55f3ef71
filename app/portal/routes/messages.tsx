import { findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { ThreadToasts } from '#app/threads/components/thread-toasts.tsx'
import { ThreadView } from '#app/threads/components/thread-view.tsx'
import { readThreads, type ThreadsPage } from '#app/threads/read-threads.server.ts'
import { threadDraft } from '#app/threads/thread.ts'
import { actInThread } from '#app/threads/thread-actions.server.ts'
import { threadTexts } from '#app/threads/words.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { OpenedBy } from '#app/consent/components/opened-by.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { findMyCase } from '../only-case.server.ts'
import { inCase } from '../portal-words.ts'
import type { Route } from './+types/messages.ts'

/** `?traad=household-3` for the shared one; else the member's own. */
export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  const found = await findMyCase(ctx, { caseId: asked.get('sag') })
  if (found.caseId === null) return { cases: found.cases, page: null, draft: null, sent: null, done: null }
  const read = await readThreads(ctx, { caseId: found.caseId, thread: asked.get('traad') })
  const draft = read.chosen ? ((await findDraft(ctx, threadDraft(read.caseId, read.chosen.name)))?.values ?? null) : null
  return { cases: [], page: read, draft, sent: asked.get('sendt'), done: asked.get('gjort') }
})
export const action = formAction(({ ctx, request, values }) => {
  const asked = new URL(request.url).searchParams
  const caseId = Number(asked.get('sag'))
  const thread = asked.get('traad') ?? ''
  return actInThread(ctx, { caseId, thread, back: inCase('/min/beskeder', caseId, { traad: thread }), values })
})

/** Writing to one's coordinator: the own thread first, the shared one beside it. */
export default function MyMessages({ loaderData: d, actionData }: Route.ComponentProps) {
  if (d.page === null) return <ChooseCase cases={d.cases} path="/min/beskeder" />
  return <Mine d={d} page={d.page} data={actionData} />
}

const Mine = ({ d, page, data }: { d: Route.ComponentProps['loaderData']; page: ThreadsPage; data: unknown }) => {
  const locale = useLocale()
  const m = threadTexts(locale)
  const to = page.entry.primary ? (page.entry.primary.name.split(' ')[0] ?? '') : m.yourCoordinator
  const chosen = page.chosen
  const address = (thread: string) => inCase('/min/beskeder', page.caseId, { traad: thread })
  return (
    <>
      <title>{m.title}</title>
      {chosen && <ThreadToasts sent={d.sent} done={d.done} action={address(chosen.name)} />}
      <PageHead title={m.title} lead={m.mineLead(to)} />
      {page.threads.length > 1 && (
        <Tabs
          label={m.choose}
          items={page.threads.map((t) => ({
            href: address(t.name),
            label: t.shared ? m.shared : t.name === `person-${page.me.id}` ? m.mine : joinList(locale, t.names),
            current: t.name === chosen?.name,
            ...(t.unseen > 0 ? { count: t.unseen } : {}),
          }))}
        />
      )}
      {chosen ? (
        <ThreadView page={page} chosen={chosen} action={address(chosen.name)} data={data} draft={{ name: threadDraft(page.caseId, chosen.name), values: d.draft }} />
      ) : (
        <EmptyState title={m.noMessages}>{m.tooYoung(to)}</EmptyState>
      )}
      <OpenedBy openings={page.openings} today={page.today} />
    </>
  )
}
