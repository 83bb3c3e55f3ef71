import { useLocale } from '#app/ui/context.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { networkTexts, shownName } from '../map-words.ts'
import type { NetworkPage } from '../network.ts'

/** Whose choice is being written: one at a time. */
export function WhoChooses({ page, chosen, link }: { page: NetworkPage; chosen: number; link: (page: string, query?: Record<string, string>) => string }) {
  const locale = useLocale()
  const m = networkTexts(locale)
  if (page.may.chooseFor.length < 2) return null
  return (
    <Tabs
      label={m.meetingFor}
      items={page.may.chooseFor.map((id) => {
        const p = page.people.find((one) => one.id === id)
        return { href: link('moede', { for: String(id) }), label: p ? shownName(locale, p) : '–', current: id === chosen }
      })}
    />
  )
}
