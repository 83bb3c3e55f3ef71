import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { readMyLogbooks } from '../read-logbook.server.ts'
import { logbookTexts } from '../words.ts'
import type { Route } from './+types/choose-family.ts'

export const loader = page(({ ctx }: PageArgs<Route.LoaderArgs>) => readMyLogbooks(ctx, {}))

/** "Ny logbogslinje" from the page of the day: first which family, those written about last on top. */
export default function ChooseFamily({ loaderData: { families } }: Route.ComponentProps) {
  const m = logbookTexts(useLocale())
  return (
    <>
      <title>{`${m.newTitle} – Helhed`}</title>
      <PageHead title={m.newTitle} lead={m.whichFamily} />
      {families.length === 0 && <EmptyState title={m.noFamily}>{m.noFamilyText}</EmptyState>}
      {families.map((f) => (
        <LinkCard key={f.caseId} href={`/familier/${f.caseId}/logbog/ny`} title={f.name} icon="groups" />
      ))}
    </>
  )
}
