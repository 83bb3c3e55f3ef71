import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { planTexts, sectorName } from '#app/plan/plan-words.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DueDate } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { InquiryNotes } from './inquiry-notes.tsx'
import type { FamilyOverview } from '../read-family-overview.server.ts'

const SHOWN = 5

/** What is missing, each with its place; consents that wait, in words; those who help. A reader of one sector is told what they see. */
export const WhatNext = ({ plan, whole }: Pick<FamilyOverview, 'plan' | 'network' | 'whole'>) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  const base = `/familier/${plan.caseId}`
  const own = plan.may.sectors[0]
  return (
    <Card title={m.next}>
      {whole ? (
        <Missing plan={plan} whole={whole} />
      ) : (
        <>
          <p>{m.partly(own ? sectorName(p, own).toLocaleLowerCase(locale) : m.yourSector)}</p>
          <p>{m.askMore}</p>
          <p>
            <a href={`${base}/planen`}>{m.toPlan}</a>
          </p>
        </>
      )}
      {whole?.inquiries && <InquiryNotes caseId={plan.caseId} today={plan.today} asked={whole.inquiries} />}
      {plan.nextFollowUpOn && whole?.state !== 'closed' && (
        <p>
          {m.followUpOn}: <DueDate date={plan.nextFollowUpOn} today={plan.today} />
        </p>
      )}
      <h3>{m.helpers}</h3>
      {plan.team.length === 0 && <p>{m.noHelpers}</p>}
      <ul className="nobullet-list">
        {plan.team.map((h) => (
          <li key={`${h.staffId}.${h.role}`}>
            <strong>{h.name}</strong>: {h.does || h.title || sectorName(p, h.sector)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Whole = NonNullable<FamilyOverview['whole']>
const Missing = ({ plan, whole: { state, inIntake, next, minimum, waiting } }: { plan: FamilyOverview['plan']; whole: Whole }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  const base = `/familier/${plan.caseId}`
  const step = next && m.step[next.code]
  return (
    <>
      <p>{step ? step[1] : (m.over[state] ?? m.nothingNext)}</p>
      {minimum.length > 0 && (
        <>
          <h3>{m.minimum}</h3>
          <ul>
            {minimum.map((one) => (
              <li key={one.label}>{m.minimumOf(one.label, joinList(locale, one.names))}</li>
            ))}
          </ul>
        </>
      )}
      {!inIntake && state !== 'closed' && plan.missing.length > 0 && (
        <>
          <h3>{m.missing}</h3>
          <ul>
            {plan.missing.slice(0, SHOWN).map((one) => (
              <li key={`${one.on}.${one.id}.${one.code}`}>
                {one.on === 'plan'
                  ? p.missing[one.code]
                  : p.missingAt(one.title || p.noTitle, p.missing[one.code].toLocaleLowerCase(locale))}
              </li>
            ))}
          </ul>
          {plan.missing.length > SHOWN && (
            <p>
              <a href={`${base}/planen#mangler`}>{m.moreMissing(plan.missing.length)}</a>
            </p>
          )}
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{m.waiting}</h3>
          <ul>
            {waiting.slice(0, SHOWN).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>
            {!inIntake && m.goesOn} <a href={`${base}/samtykke`}>{m.toConsent}</a>
          </p>
        </>
      )}
    </>
  )
}
