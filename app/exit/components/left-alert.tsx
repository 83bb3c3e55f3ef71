import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { da, en } from '../messages.ts'

/** For the family on its own pages, when its time with us has ended. */
export const LeftAlert = ({ caseId, left }: { caseId: number; left: { on: string; until: string | null } }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Alert title={m.portalTitle} live={false}>
      <p>
        {m.portalLead(formatDate(locale, left.on))} {left.until && m.portalUntil(formatDate(locale, left.until))}
      </p>
      <p>
        <a href={`/min/afslutning?sag=${caseId}`}>{m.portalMore}</a>
      </p>
    </Alert>
  )
}

/** A quiet line while an exit is planned. */
export const LeavesSoon = ({ caseId, on }: { caseId: number; on: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <p>
      <a href={`/min/plan-afslutning?sag=${caseId}`}>{m.myPlanLink(formatDate(locale, on))}</a>
    </p>
  )
}
