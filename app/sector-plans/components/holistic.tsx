import { ActionButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { sectorPlanAddress, sectorPlanTexts } from '../plan-words.ts'
import type { SectorPlanPage } from '../read-sector-plan.server.ts'

/** May the plan be a part of the family's plan, has everybody said yes to this very plan, and is it? */
export const Holistic = ({ page: d }: { page: SectorPlanPage }) => {
  const m = sectorPlanTexts(useLocale())
  const here = sectorPlanAddress(d.caseId, d.plan.id)
  if (d.holistic === null) return <p>{m.holisticNot}</p>
  const { consents, complete, template } = d.holistic
  const unasked = consents.filter((c) => !c.yes && c.consentId === null)
  const seenRevision = d.plan.revision
  return (
    <>
      <p>{m.holisticLead}</p>
      <ul>
        {consents.map((c) => (
          <li key={c.personId}>
            {c.yes ? m.consentYes(c.name) : m.consentNo(c.name)}
            {!c.yes && c.consentId !== null && (
              <>
                {': '}
                <a href={`/familier/${d.caseId}/samtykke/${c.consentId}`}>{m.consentReady}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      {d.consentGone && (
        <Alert tone="warning" live={false}>
          {m.restsBroken}
        </Alert>
      )}
      <p>{d.plan.restsOnHolistic ? m.rests : m.standsAlone}</p>
      <div className="button-row d-print-none">
        {d.may.prepareConsent && template !== null && unasked.length > 0 && (
          <ActionButton action={here} fields={{ intent: 'prepare' }} label={m.prepareConsent} />
        )}
        {d.may.change && !d.plan.restsOnHolistic && (
          <ActionButton
            action={here}
            fields={{ intent: 'rest', rests: 'yes', seenRevision }}
            label={m.rest}
            disabledReason={complete ? undefined : m.consentMissing}
          />
        )}
        {d.may.change && d.plan.restsOnHolistic && (
          <ActionButton action={here} fields={{ intent: 'rest', rests: 'no', seenRevision }} label={m.standAlone} variant="quiet" />
        )}
      </div>
    </>
  )
}
