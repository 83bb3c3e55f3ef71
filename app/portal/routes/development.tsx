import { ToYou } from '#app/development/components/to-you.tsx'
import { da, en } from '#app/development/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { inCase } from '../portal-words.ts'
import { readMyDevelopment } from '../read-my-development.server.ts'
import type { Route } from './+types/development.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => ({
  ...(await readMyDevelopment(ctx, { caseId: new URL(request.url).searchParams.get('sag') })),
  me: ctx.actor.id,
  today: ctx.today,
}))

/** What happens over time, for a telephone and for somebody who reads slowly. */
export default function MyDevelopment({ loaderData: d }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en }).mine
  if (d.caseId === null) return <ChooseCase cases={d.cases} path="/min/udvikling" />
  const measured = d.members.filter((p) => p.lines.length > 0)
  const answer = <LinkButton href={inCase('/min/hvordan-gaar-det', d.caseId)}>{m.answer}</LinkButton>
  return (
    <>
      <title>{m.title}</title>
      <BackLink href={inCase('/min/plan', d.caseId)}>{m.back}</BackLink>
      <PageHead title={m.title} lead={measured.length > 0 ? m.lead : undefined} />
      {measured.length === 0 && (
        <EmptyState title={m.none} action={answer}>
          {m.noneBody}
        </EmptyState>
      )}
      {measured.map((p) => (
        <section key={p.id} aria-labelledby={`person-${p.id}`}>
          <h2 id={`person-${p.id}`}>{p.id === d.me ? m.yours : p.name}</h2>
          <ToYou lines={p.lines} self={p.id === d.me} name={p.name} today={d.today} />
        </section>
      ))}
      {measured.length > 0 && (
        <>
          <Note icon="info">{m.notEnough}</Note>
          <p>{answer}</p>
        </>
      )}
      <p>
        <a href={inCase('/min/skemaer', d.caseId)}>{m.forms}</a>
      </p>
    </>
  )
}
