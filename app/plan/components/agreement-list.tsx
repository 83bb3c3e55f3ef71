import type { ReactNode } from 'react'
import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Badge, Quote } from '#app/ui/text.tsx'
import type { Agreement, AgreementState } from '../agreement.ts'
import { behalfText, planTexts } from '../plan-words.ts'

type Person = { id: number; name: string; asked: boolean; speaksFor: boolean }
type Props = {
  agreement: {
    version: { number: number; agreedOn: string; atMeeting: boolean }
    given: readonly Agreement[]
    state: AgreementState | null
    knowsAll: boolean
  }
  people: readonly Person[]
  today: string
  actions?: (person: Person, given: Agreement | undefined) => ReactNode
}

/**
 * Each member's answer in their own words: agree, partly, disagree; a child's with who heard it (PLAN-14). Nobody is coloured by what they
 * say.
 */
export const AgreementList = ({ agreement, people, today, actions }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const state =
    agreement.state && { waiting: m.stateWaiting, agreed: m.stateAgreed, 'with-disagreement': m.stateDisagreement }[agreement.state.state]
  // Who cannot read everybody's answers is not told that somebody is silent: it might only be out of sight.
  const shown = people
    .filter((p) => p.asked)
    .map((p) => ({ person: p, given: agreement.given.find((a) => a.personId === p.id) }))
    .filter(({ person, given }) => given || agreement.knowsAll || person.speaksFor)
  return (
    <>
      <p>
        <strong>
          {(agreement.version.atMeeting ? m.versionAtMeeting : m.versionOf)(
            agreement.version.number,
            formatShortDate(locale, agreement.version.agreedOn, today),
          )}
        </strong>
      </p>
      {state && <p>{state}</p>}
      <ul className="nobullet-list">
        {shown.map(({ person, given }) => (
          <li key={person.id} className="keep-together">
            <p>
              <strong>{person.name}</strong> <Badge>{given ? (given.answer ? m[given.answer] : m.answerNone) : m.notAsked}</Badge>
            </p>
            {given?.words && (
              <Quote
                small
                by={person.name}
                heard={given.heardBy && given.heardOn ? m.heard(given.heardBy, formatShortDate(locale, given.heardOn, today)) : undefined}
              >
                {given.words}
              </Quote>
            )}
            {given && !given.words && given.heardBy && given.heardOn && (
              <p>{m.heard(given.heardBy, formatShortDate(locale, given.heardOn, today))}</p>
            )}
            {given?.notHeardReason && <p>{m.notHeard(given.notHeardReason)}</p>}
            {given?.onBehalf && <p className="note">{behalfText(locale, today, people, given.onBehalf)}</p>}
            {actions?.(person, given)}
          </li>
        ))}
      </ul>
    </>
  )
}
