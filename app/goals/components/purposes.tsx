import type { Words } from '#app/catalogue/pack-item.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'

/** What the goals serve (GOAL-12); nothing where the pack names no purpose. */
export function Purposes({ purposes }: { purposes: readonly { code: string; text: Words }[] }) {
  const locale = useLocale()
  if (purposes.length === 0) return null
  return (
    <Card title={pick(locale, { da, en }).purposes}>
      <ul>
        {purposes.map((one) => (
          <li key={one.code}>{one.text[locale]}</li>
        ))}
      </ul>
    </Card>
  )
}
