import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { type Agreement, isOpen, type Marker, mayMark, undoable } from '../agreement.ts'
import { agreementTexts } from '../words.ts'
import { AgreementFacts } from './agreement-text.tsx'

type Props = {
  agreements: readonly Agreement[]
  today: string
  who: Marker
  /** Where a tick is sent, and where more about one is. */
  action: string
  href: (id: number) => string
  /** Sent along with every tick. */
  hidden: Readonly<Record<string, string | number>>
}

/** The family's list with large boxes: one's own can be ticked, the others' can be read. */
export const TickList = (props: Props) => {
  const m = agreementTexts(useLocale())
  return (
    <ul className="nobullet-list tick-list" aria-label={m.card}>
      {props.agreements.map((a) => (
        <li key={a.id} id={`aftale-${a.id}`} className={isOpen(a) ? 'keep-together' : 'keep-together tick-done'}>
          <Tick {...props} a={a} />
        </li>
      ))}
    </ul>
  )
}

const Tick = ({ a, today, who, action, href, hidden }: Props & { a: Agreement }) => {
  const m = agreementTexts(useLocale())
  const own = mayMark(a, who)
  const open = isOpen(a)
  const box = <span className={open ? 'tick-box' : 'tick-box tick-box-on'} aria-hidden="true" />
  const can = own && (open || (a.keptOn !== null && undoable(a) === 'kept'))
  return (
    <>
      {can ? (
        <form method="post" action={action} className="tick-form">
          <CsrfInput />
          {Object.entries({ ...hidden, intent: open ? 'keep' : 'undo', agreementId: a.id, seenRevision: a.revision }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="tick-button">
            {box}
            <span>
              <span className="sr-only">{open ? m.tick : m.untick} </span>
              <What a={a} />
            </span>
          </button>
        </form>
      ) : (
        <p className="tick-button tick-other">
          <span className={open ? 'tick-dot' : a.dropped ? 'tick-box tick-box-dropped' : 'tick-box tick-box-on'} aria-hidden="true" />
          <span>
            <What a={a} />
          </span>
        </p>
      )}
      <div className="tick-more">
        <AgreementFacts a={a} today={today} who={who} />
        {!open && a.marks.at(-1)?.channel && own && <p className="agreed-facts">{m.onBehalf}</p>}
        {own && (
          <p className="agreed-facts d-print-none">
            <a href={href(a.id)}>
              {open ? m.cannot : m.see}
              <span className="sr-only">
                {' '}
                {a.what}
              </span>
            </a>
          </p>
        )}
      </div>
    </>
  )
}
const What = ({ a }: { a: Agreement }) => <>{a.heardBy ? `”${a.what}”` : a.what}</>
