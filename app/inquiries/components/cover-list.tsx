import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { CoverState, FormView } from '../inquiry.ts'
import { areaOf, inquiryTexts } from '../words.ts'

type Props = {
  form: Pick<FormView, 'sector' | 'asks' | 'tells'>
  people: readonly { id: number; name: string; asked: CoverState; told: CoverState }[]
  areas: Readonly<Record<string, string>>
  categories: Readonly<Record<string, string>>
  consentHref: string
}
/** For each person what is covered and what is missing, before anything is sent. */
export const CoverList = ({ form, people, areas, categories, consentHref }: Props) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).ask
  const sector = areaOf(locale, areas, form.sector)
  const kind = (code: string) => (categories[code] ?? code).toLocaleLowerCase(locale)
  return (
    <Card title={m.coverTitle}>
      <p>{m.coverText(sector)}</p>
      <ul className="nobullet-list">
        {people.map((p) => {
          const covered = p.asked !== null && p.told !== null
          const missing = [...(p.asked ? [] : [m.missingAsked(sector, kind(form.asks))]), ...(p.told ? [] : [m.missingTold(sector, kind(form.tells))])]
          const basis = p.asked === 'legal-basis' || p.told === 'legal-basis' ? m.byBasis : m.byConsent
          return (
            <li key={p.id}>
              <Icon name={covered ? 'check' : 'close'} label={covered ? m.may : m.mayNot} /> <strong>{p.name}</strong>:{' '}
              {covered ? basis : missing.join('; ')} {!covered && <a href={consentHref}>{m.getConsent}</a>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
