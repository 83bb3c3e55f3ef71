import { joinList } from '#app/platform/i18n/words.ts'
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
  return (
    <Card title={m.missingTitle} id="mangler">
      <p>{m.missingText}</p>
      <ul>
        {perRecord(missing).map(([first, ...more]) => {
          const items = [first, ...more]
          const link = href?.(first)
          const what = first.on === 'plan' ? m.missing[first.code] : first.on === 'terms' ? m.followUp : first.title || m.noTitle
          const said =
            first.on === 'plan'
              ? ''
              : joinList(
                  locale,
                  items.map((i) => m.missing[i.code].toLocaleLowerCase(locale)),
                )
          const since = items.find((i) => i.since)?.since
          const who = first.sector ? m.missingSector(sectorName(m, first.sector)) : owner && m.missingOwner(owner)
          return (
            <li key={`${first.on}.${first.id}.${first.code}`}>
              {link ? <a href={link}>{what}</a> : what}
              {said && `: ${said}`}
              {(since || who) && (
                <span className="note">
                  {' '}
                  {[since && m.shouldKnow(formatShortDate(locale, since, today)), who].filter(Boolean).join(' · ')}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** What is missing of the same goal or activity together; of the plan itself one by one. */
function perRecord(missing: readonly Missing[]): [Missing, ...Missing[]][] {
  const groups: [Missing, ...Missing[]][] = []
  for (const item of missing) {
    const last = groups.at(-1)
    if (last && item.on !== 'plan' && last[0].on === item.on && last[0].id === item.id) last.push(item)
    else groups.push([item])
  }
  return groups
}
