import { joinList } from '#app/platform/i18n/words.ts'
import { EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { inCase, portalTexts } from '../portal-words.ts'
import type { MyCase } from '../queries.server.ts'

/** Several plans, each by the family one lives in or by one's children elsewhere; or none yet. */
export const ChooseCase = ({ cases, path = '/min/plan' }: { cases: readonly MyCase[]; path?: string }) => {
  const locale = useLocale()
  const m = portalTexts(locale)
  if (cases.length === 0)
    return (
      <>
        <title>{m.title}</title>
        <h1>{m.title}</h1>
        <EmptyState title={m.noCase}>{m.noCaseBody}</EmptyState>
      </>
    )
  return (
    <>
      <title>{m.chooseCase}</title>
      <PageHead title={m.chooseCase} lead={m.chooseHint} />
      {cases.map((c) => (
        <LinkCard
          key={c.caseId}
          href={inCase(path, c.caseId)}
          title={c.name === null ? m.aboutChildren(joinList(locale, c.children)) : m.caseOf(c.name)}
          icon="home"
        />
      ))}
    </>
  )
}
