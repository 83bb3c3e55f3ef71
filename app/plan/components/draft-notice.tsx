import { formatSaved } from '#app/platform/time/format.ts'
import { ActionButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { planTexts } from '../plan-words.ts'

/** What stands in the form is what this writer typed and never sent; it can be thrown away. Sends `intent=discard`. */
export const DraftNotice = ({ draft, today, action }: { draft: { savedAt: string } | null; today: string; action: string }) => {
  const locale = useLocale()
  const m = planTexts(locale)
  return (
    draft && (
      <Alert title={m.yourDraft(formatSaved(locale, draft.savedAt, today))} live={false}>
        <ActionButton action={action} fields={{ intent: 'discard' }} label={m.discardDraft} variant="quiet" />
      </Alert>
    )
  )
}
