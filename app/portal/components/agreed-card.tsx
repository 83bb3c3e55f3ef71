import { isOpen } from '#app/agreements/agreement.ts'
import { ActedToast } from '#app/agreements/components/acted-toast.tsx'
import { TickList } from '#app/agreements/components/tick-list.tsx'
import type { AgreementsPage } from '#app/agreements/read-agreements.server.ts'
import { agreementTexts } from '#app/agreements/words.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { inCase } from '../portal-words.ts'

/** "Det har vi aftalt" on the plan's page: what is open, and what was kept within the last week, with boxes to tick. */
export const AgreedCard = ({ agreed: d, done }: { agreed: AgreementsPage; done: string | null }) => {
  const m = agreementTexts(useLocale())
  const shown = d.agreements.filter((a) => isOpen(a) || (a.keptOn !== null && a.keptOn >= addDays(d.today, -7)))
  return (
    <Card title={m.card} id="aftaler" footer={d.agreements.length > 0 && <a href={inCase('/min/aftaler', d.caseId)}>{m.cardAll}</a>}>
      <ActedToast done={done} action="/min/aftaler" hidden={{ caseId: d.caseId, back: 'plan' }} own />
      {shown.length === 0 ? (
        <EmptyState title={m.cardEmpty}>{m.cardEmptyText}</EmptyState>
      ) : (
        <TickList
          agreements={shown}
          today={d.today}
          who={d.who}
          action="/min/aftaler"
          href={(id) => inCase(`/min/aftaler/${id}`, d.caseId)}
          hidden={{ caseId: d.caseId, back: 'plan' }}
        />
      )}
    </Card>
  )
}
