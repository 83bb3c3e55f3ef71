import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Badge, DueDate, KeyValue, Tag } from '#app/ui/text.tsx'
import { planTexts, sectorName } from '#app/plan/plan-words.ts'
import { sectorPlanTexts, validText } from '../plan-words.ts'
import type { PlanLine } from '../read-sector-plans.server.ts'

type Named = { id: number; name: string }
type Props = {
  lines: readonly PlanLine[]
  people: readonly Named[]
  today: string
  /** Where a plan is read; left out where it is only told about. */
  href?: (planId: number) => string
  /** Where the authority's own paper is opened. */
  pdf?: (planId: number) => string
}

const TONE = { draft: 'attention', 'in-force': 'done', ended: 'plain', 'not-needed': 'plain' } as const

/** A card for each plan: whose, which law, which authority decides, when. The same to staff and to the family. */
export const PlanList = ({ lines, people, today, href, pdf }: Props) => (
  <>
    {lines.map((line) => (
      <PlanCard key={line.plan.id} line={line} people={people} today={today} href={href} pdf={pdf} />
    ))}
  </>
)

const PlanCard = ({ line, people, today, href, pdf }: Omit<Props, 'lines'> & { line: PlanLine }) => {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const { plan } = line
  const names = joinList(locale, people.filter((p) => plan.subjects.includes(p.id)).map((p) => p.name))
  const title = plan.title || line.kindLabel
  const heading = `${title}: ${names}`
  return (
    <Card
      id={`delplan-${plan.id}`}
      title={href ? <a href={href(plan.id)}>{heading}</a> : heading}
      level={2}
      aside={<Badge tone={TONE[line.state]}>{m.state[line.state]}</Badge>}
    >
      <p>
        <Tag>{sectorName(planTexts(locale), line.lawSector)}</Tag> <span className="note">{[plan.title && line.kindLabel, plan.paragraph].filter(Boolean).join(' · ')}</span>
      </p>
      {plan.notNeededReason ? (
        <p>{m.notNeededSaid(plan.notNeededReason)}</p>
      ) : (
        <>
          <KeyValue items={planFacts(locale, today, line)} />
          <p className="note">
            {[
              href && m.partsOpen(line.openParts),
              line.goals > 0 && m.goalCount(line.goals),
              line.hasFile && m.asPdf,
              plan.restsOnHolistic && m.restsShort,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
      {line.hasFile && pdf && (
        <p>
          <a href={pdf(plan.id)}>
            {m.openPdf}
            <span className="sr-only"> {heading}</span>
          </a>
        </p>
      )}
      {line.consentGone && (
        <Alert tone="warning" live={false}>
          {m.restsBroken}
        </Alert>
      )}
    </Card>
  )
}

/** Authority, dates and the next follow-up. */
export const planFacts = (locale: 'da' | 'en', today: string, line: PlanLine) => {
  const m = sectorPlanTexts(locale)
  const { plan } = line
  return [
    { key: m.authority, value: [line.department, line.caseworker].filter(Boolean).join(', ') || m.notSaid },
    { key: m.decidedOn, value: plan.decidedOn ? formatShortDate(locale, plan.decidedOn, today) : m.notSaid },
    { key: m.valid, value: validText(locale, today, plan) },
    { key: m.followUp, value: plan.nextFollowUpOn ? <DueDate date={plan.nextFollowUpOn} today={today} /> : m.notSaid },
  ]
}
