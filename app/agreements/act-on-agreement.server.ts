import { dateValues } from '#app/plan/date-values.server.ts'
import type { Context } from '#app/platform/context.ts'
import { changeAgreement } from './change-agreement.server.ts'
import { dropAgreement } from './drop-agreement.server.ts'
import { keepAgreement } from './keep-agreement.server.ts'
import { makeAgreement } from './make-agreement.server.ts'
import { postponeAgreement } from './postpone-agreement.server.ts'
import { undoAgreement } from './undo-agreement.server.ts'

type Values = Record<string, string | string[]>
export type Acted = { intent: string; id: number; revision: number; ownerReads: boolean }

/** The forms of the staff's and of the family's pages: `intent` says which verb. */
export async function actOnAgreement(ctx: Context, caseId: number, form: FormData, values: Values): Promise<Acted> {
  const intent = String(values['intent'] ?? 'make')
  const given = { ...values, ...dateValues(form, ['dueOn', 'keptOn', 'saidOn']), caseId }
  if (intent === 'make') {
    const { id, ownerReads } = await makeAgreement(ctx, given)
    return { intent, id, revision: 1, ownerReads }
  }
  const verb = { keep: keepAgreement, postpone: postponeAgreement, drop: dropAgreement, undo: undoAgreement }[intent]
  const { id, revision } = await (verb ?? changeAgreement)(ctx, given)
  return { intent, id, revision, ownerReads: true }
}
