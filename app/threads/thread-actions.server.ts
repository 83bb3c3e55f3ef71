import { redirect } from 'react-router'
import { openWithReason } from '#app/consent/open-with-reason.server.ts'
import { dropDraft } from '#app/platform/drafts/drafts.server.ts'
import { type Context, Forbidden } from '#app/platform/context.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { handOverMessage, needsNoAnswer, sendMessage, withdrawMessage } from './send-message.server.ts'
import { threadDraft } from './thread.ts'

/** What the forms of a thread's page do, for staff and members. @param back address of the page, with or without a query */
export async function actInThread(ctx: Context, { caseId, thread, back, values }: { caseId: number; thread: string; back: string; values: Values }) {
  const to = (name: string, value: string | number) => redirect(`${back}${back.includes('?') ? '&' : '?'}${name}=${value}`)
  switch (values['intent']) {
    case 'open':
      await openWithReason(ctx, { caseId, category: 'thread', reason: values['reason'] })
      return redirect(back)
    case 'no-answer':
      await needsNoAnswer(ctx, { caseId, messageId: values['messageId'] })
      return redirect(back)
    case 'hand-over':
      await handOverMessage(ctx, { caseId, messageId: values['messageId'], name: values['name'] })
      return redirect(back)
    case 'withdraw':
      try {
        await withdrawMessage(ctx, { caseId, messageId: values['messageId'] })
        return to('gjort', 'fortrudt')
      } catch (error) {
        if (error instanceof Forbidden) return to('gjort', 'for-sent')
        throw error
      }
    default: {
      const { id } = await sendMessage(ctx, { ...values, caseId, thread })
      await dropDraft(ctx, threadDraft(caseId, thread))
      return to('sendt', id)
    }
  }
}
