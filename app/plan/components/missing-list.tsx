import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Missing } from '../missing.ts'
import { planTexts, sectorName } from '../plan-words.ts'

type Props = {
  missing: readonly Missing[]
  today: string
  /** Who follows up what belongs to the plan itself. */
  owner: string | null
  /** Where it is put right; null: not by this reader. */
  href?: (item: Missing) => string | null
}

/** What is missing before the plan can be agreed, calmly, each with who follows up. */
export const MissingList = ({ missing, today, owner, href }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  if (missing.length === 0) return null
  return <Card title={m.missingTitle} id="mangler">
    <p>{m.missingText}</p>
    <ul>{missing.map((item) => {
      const text = item.on === 'plan' ? m.missing[item.code] : m.missingAt(item.title || m.noTitle, m.missing[item.code].toLocaleLowerCase(locale))
      const link = href?.(item)
      const who = item.sector ? m.missingSector(sectorName(m, item.sector)) : owner && m.missingOwner(owner)
      const more = [item.since && m.shouldKnow(formatShortDate(locale, item.since, today)), who].filter(Boolean).join(' · ')
      return <li key={`${item.on}.${item.id}.${item.code}`}>{link ? <a href={link}>{text}</a> : text}{more && <span className="note"> {more}</span>}</li>
    })}</ul>
  </Card>
}
