import { useLocale } from '#app/ui/context.tsx'
import { DueDate, Quote } from '#app/ui/text.tsx'
import { type Agreement, isOpen, type Marker } from '../agreement.ts'
import { agreementTexts, factsOf, ownerText } from '../words.ts'

type Props = { a: Agreement; today: string; who: Pick<Marker, 'staff' | 'me'> | null; href?: string }

/** One agreement as text: what, who, when, and where it comes from. A child's stands in quotation marks. */
export const AgreementText = ({ a, today, who, href }: Props) => {
  const m = agreementTexts(useLocale())
  return (
    <div className="agreed-text">
      {a.heardBy ? <Quote small>{a.what}</Quote> : <p className="agreed-what">{href ? <a href={href}>{a.what}</a> : a.what}</p>}
      <AgreementFacts a={a} today={today} who={who} />
      {a.heardBy && href && (
        <p className="agreed-facts d-print-none">
          <a href={href}>
            {m.see}
            <span className="sr-only">: {a.what}</span>
          </a>
        </p>
      )}
    </div>
  )
}

/** Whose it is, by when, where it comes from, which goal. */
export const AgreementFacts = ({ a, today, who }: Props) => {
  const locale = useLocale()
  const m = agreementTexts(locale)
  return (
    <>
      <p className="agreed-facts">
        <strong>{ownerText(locale, a, who)}</strong>
        {isOpen(a) && (
          <>
            {' · '}
            <DueDate date={a.dueOn} today={today} />
          </>
        )}
        {factsOf(locale, a, today).map((fact) => ` · ${fact}`)}
      </p>
      {a.goal && <p className="agreed-facts">{m.forGoal(a.goal.title)}</p>}
    </>
  )
}
