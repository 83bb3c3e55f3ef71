import { inquiryTexts } from '#app/inquiries/words.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { DueDate } from '#app/ui/text.tsx'
import type { FamilyOverview } from '../read-family-overview.server.ts'

type Props = { caseId: number; today: string; asked: NonNullable<NonNullable<FamilyOverview['whole']>['inquiries']> }
/** Whom we have asked for news: who is late, how many we wait for, who was never asked. */
export const InquiryNotes = ({ caseId, today, asked }: Props) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).tasks
  const base = `/familier/${caseId}/situation/spoergsmaal`
  if (asked.overdue.length + asked.waiting + asked.never.length === 0) return null
  return (
    <>
      <h3>{m.title}</h3>
      <ul>
        {asked.overdue.map((q) => (
          <li key={q.id}>
            <a href={`${base}/${q.id}`}>{m.overdue(q.recipient)}</a>: <DueDate date={q.replyBy} today={today} />
          </li>
        ))}
        {asked.waiting > 0 && (
          <li>
            <a href={base}>{m.waiting(asked.waiting)}</a>
          </li>
        )}
        {asked.never.length > 0 && (
          <li>
            <a href={base}>{m.never(joinList(locale, asked.never))}</a>
          </li>
        )}
      </ul>
    </>
  )
}
