import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Details } from '#app/ui/text.tsx'
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
  const covered = people.filter((p) => p.asked !== null && p.told !== null)
  const missing = people.filter((p) => !covered.includes(p))
  const lacks = (p: Props['people'][number]) =>
    [...(p.asked ? [] : [m.missingAsked(sector, kind(form.asks))]), ...(p.told ? [] : [m.missingTold(sector, kind(form.tells))])].join('; ')
  return (
    <Card title={m.coverTitle}>
      <p>{m.coverText(sector)}</p>
      <ul className="nobullet-list">
        {covered.map((p) => (
          <li key={p.id}>
            <Icon name="check" label={m.may} /> <strong>{p.name}</strong>: {p.asked === 'legal-basis' || p.told === 'legal-basis' ? m.byBasis : m.byConsent}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <Details summary={m.notCovered(missing.length)} open={covered.length === 0}>
          <ul className="nobullet-list">
            {missing.map((p) => (
              <li key={p.id}>
                <Icon name="close" label={m.mayNot} /> <strong>{p.name}</strong>: {lacks(p)}
              </li>
            ))}
          </ul>
          <p>
            <a href={consentHref}>{m.getConsent}</a>
          </p>
        </Details>
      )}
    </Card>
  )
}
