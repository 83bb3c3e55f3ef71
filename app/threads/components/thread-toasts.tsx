import { useLocale } from '#app/ui/context.tsx'
import { Toast, UndoToast } from '#app/ui/feedback.tsx'
import { threadTexts } from '../words.ts'

/** After sending: undo for ten seconds; and what became of it. `sent`, `done`: of the address. */
export const ThreadToasts = ({ sent, done, action }: { sent: string | null; done: string | null; action: string }) => {
  const m = threadTexts(useLocale())
  return (
    <>
      {sent !== null && /^\d+$/.test(sent) && (
        <UndoToast action={action} fields={{ intent: 'withdraw', messageId: sent }}>
          {m.sent}
        </UndoToast>
      )}
      {done === 'fortrudt' && <Toast>{m.withdrawn}</Toast>}
      {done === 'for-sent' && <Toast tone="warning">{m.tooLate}</Toast>}
    </>
  )
}
