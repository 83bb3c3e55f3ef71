import { paperAddress } from '#app/papers/paper-address.ts'
import { planLetter } from '#app/papers/plan-blocks.ts'
import { paperFor } from '#app/papers/read-paper.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { LetterText } from '#app/platform/messages/message.ts'

/** What a family member gets of the plan when the family leaves: the text to print, and where the paper lies as a file. */
export type PlanPaper = { letter: LetterText; address: string }
/** Somebody of the family, or a parent elsewhere; `language` of the person. */
export type PaperRecipient = { caseId: number; personId: number; language: string }

/** The plan on paper for one recipient: what both the writer and they may read now. */
export async function planPaperFor(tx: Tx, ctx: Context, to: PaperRecipient): Promise<PlanPaper> {
  const locale = to.language === 'en' ? 'en' : 'da'
  const paper = await paperFor(tx, { ...ctx, locale }, to.caseId, [to.personId])
  const { title, blocks } = planLetter(locale, paper)
  return { letter: { title, blocks }, address: paperAddress(to.caseId, [to.personId], 'plan') }
}
