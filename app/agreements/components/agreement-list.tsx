import { ActionButton, ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Badge } from '#app/ui/text.tsx'
import { type Agreement, isOpen, type Marker, mayChangeText, mayMark, needsWord, undoable } from '../agreement.ts'
import { agreementTexts } from '../words.ts'
import { AgreementText } from './agreement-text.tsx'

type Props = { agreements: readonly Agreement[]; today: string; who: Marker; base: string; label: string }

/** The staff's list: each with what its reader may do. What the family says is written down on the agreement's own page, with how and when. */
export const AgreementList = ({ agreements, today, who, base, label }: Props) => (
  <ul className="nobullet-list agreed-list" aria-label={label}>
    {agreements.map((a) => (
      <li key={a.id} id={`aftale-${a.id}`} className="keep-together">
        <AgreementText a={a} today={today} who={who} href={`${base}/${a.id}`} />
        <Buttons a={a} who={who} base={base} />
      </li>
    ))}
  </ul>
)

const Buttons = ({ a, who, base }: { a: Agreement; who: Marker; base: string }) => {
  const m = agreementTexts(useLocale())
  if (!isOpen(a)) {
    return (
      <div className="agreed-side">
        <Badge tone={a.keptOn ? 'done' : 'plain'}>{a.keptOn ? m.keep : m.droppedBadge}</Badge>
        {mayMark(a, who) && undoable(a) && (
          <div className="d-print-none">
            <ActionButton action={base} variant="quiet" fields={{ intent: 'undo', agreementId: a.id, seenRevision: a.revision }} label={m.undo} describe={a.what} />
          </div>
        )}
      </div>
    )
  }
  if (!mayMark(a, who)) return null
  const there = (how: string, label: string) => (
    <LinkButton variant="quiet" href={`${base}/${a.id}?hvad=${how}#${how}`}>
      {label}
      <span className="sr-only"> {a.what}</span>
    </LinkButton>
  )
  return (
    <div className="agreed-side d-print-none">
      <ButtonGroup>
        {needsWord(a, who) ? (
          <LinkButton href={`${base}/${a.id}?hvad=klaret#klaret`}>
            {m.keep}
            <span className="sr-only"> {a.what}</span>
          </LinkButton>
        ) : (
          <ActionButton action={base} fields={{ intent: 'keep', agreementId: a.id, seenRevision: a.revision }} label={m.keep} describe={a.what} />
        )}
        {there('udsaet', m.postpone)}
        {there('drop', m.drop)}
        {mayChangeText(a, who) && there('ret', m.edit)}
      </ButtonGroup>
    </div>
  )
}
