import { ConfirmButton } from '#app/ui/button.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { planTexts } from '../plan-words.ts'

/** Takes a record out of the plan in two steps, with a reason. Sends `intent`, `id`, `seenRevision` and `reason`. */
export const DropForm = ({ intent, id, revision, action }: { intent: string; id: number; revision: number; action?: string }) => {
  const m = planTexts(useLocale())
  return (
    <form method="post" action={action}>
      <CsrfInput />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seenRevision" value={revision} />
      <ConfirmButton label={m.drop} question={m.dropQuestion} confirm={m.drop} variant="quiet">
        <TextField id={`reason-${intent}-${id}`} name="reason" label={m.dropReason} />
      </ConfirmButton>
    </form>
  )
}
