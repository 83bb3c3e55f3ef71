import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { entriesOf, networkTexts, shownName } from '../map-words.ts'
import type { NetworkPage } from '../network.ts'
import { type MapPlace, wishLines, writtenDown } from './map-figure.tsx'

/** "Hvem skal med til næste møde?": each one's choice in a line, and the way to choose. */
export function WishesCard({ page, place }: { page: NetworkPage; place: MapPlace }) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const lines = wishLines(page, entriesOf(locale, page))
  const people = [...new Set(lines.map((l) => l.by))]
  const name = (id: number) => shownName(locale, page.people.find((p) => p.id === id) ?? { kind: 'person', firstName: '' })
  const button = page.may.chooseFor.length > 0 && (
    <LinkButton href={place.link('moede')} variant="secondary">
      {m.meeting}
    </LinkButton>
  )
  return (
    <Card title={m.meeting} id="moede" footer={lines.length > 0 && <span className="d-print-none">{button}</span>}>
      {lines.length === 0 ? (
        <EmptyState title={m.wishesEmpty} action={button}>
          {m.wishesEmptyBody}
        </EmptyState>
      ) : (
        <ul>
          {people.map((id) => (
            <li key={id}>
              <strong>{name(id)}</strong>
              {(['come', 'not'] as const).map((answer) => {
                const names = lines.filter((l) => l.by === id && l.answer === answer).map((l) => l.name)
                return names.length === 0 ? null : (
                  <span key={answer}>
                    {' '}
                    · {(answer === 'come' ? m.come : m.not).toLocaleLowerCase(locale)}: {names.join(', ')}
                  </span>
                )
              })}
              {lines.some((l) => l.by === id && l.how !== '') && (
                <span> ({m.noted(writtenDown(m, { channel: lines.find((l) => l.by === id && l.how !== '')?.how ?? '' }))})</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
