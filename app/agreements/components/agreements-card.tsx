import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DueDate } from '#app/ui/text.tsx'
import type { Agreement } from '../agreement.ts'
import { agreementsAddress, agreementTexts, ownerText } from '../words.ts'

const SHOWN = 5
type Props = { caseId: number; agreements: readonly Agreement[]; today: string; make: boolean }

/** "Åbne aftaler (n)" on the family's overview: the nearest ones, whose and by when. */
export const AgreementsCard = ({ caseId, agreements, today, make }: Props) => {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const base = agreementsAddress(caseId)
  return (
    <Card
      title={m.open(agreements.length)}
      footer={
        <>
          <a href={base}>{m.all}</a>
          {make && (
            <>
              {' · '}
              <a href={`${base}/ny`}>{m.add}</a>
            </>
          )}
        </>
      }
    >
      {agreements.length === 0 ? (
        <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
      ) : (
        <ul className="nobullet-list agreed-list agreed-short">
          {agreements.slice(0, SHOWN).map((a) => (
            <li key={a.id}>
              <div className="agreed-text">
                <a href={`${base}/${a.id}`}>{a.heardBy ? `”${a.what}”` : a.what}</a>
                <p className="agreed-facts">
                  <strong>{ownerText(locale, a, null)}</strong> · <DueDate date={a.dueOn} today={today} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
