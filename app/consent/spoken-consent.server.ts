import type { Context } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { insertConsent } from './propose-consents.server.ts'
import { findConsent } from './queries.server.ts'
import { saveSigner, wrong } from './signers.server.ts'

export type Spoken = {
  caseId: number
  subjectId: number
  from: string
  to: string
  category: string
  /** Plain dates, both counted. */
  validFrom: string
  validUntil: string
  /** What was said aloud, as it is kept. */
  wording: string
  signers: readonly number[]
  witness: string
  language: string
  interpreter: boolean
}

/**
 * One yes, spoken aloud before a witness: one person, one party, one category (never several in one). Inside another verb, which has asked whether the
 * actor may register consents. @returns its id
 * @throws Invalid at `yes` when somebody who must say it has not
 */
export async function spokenConsent(tx: Tx, ctx: Context, c: Spoken): Promise<number> {
  const id = await insertConsent(tx, ctx, c.caseId, {
    subjectId: c.subjectId,
    offer: { code: null, purpose: 'coordination', categories: [c.category] },
    from: [c.from],
    to: [c.to],
    validFrom: c.validFrom,
    validUntil: c.validUntil,
    wording: c.wording,
    healthAgreement: '',
  })
  const made = await findConsent(tx, id, ctx.today, c.caseId)
  const required = (made?.signers ?? []).filter((s) => s.required)
  if (!made || required.length === 0 || required.some((s) => !c.signers.includes(s.personId)))
    throw wrong('yes', 'Alle, der skal sige ja, skal have sagt det', 'Everybody who must say yes must have said it')
  for (const signer of required)
    await saveSigner(tx, ctx, made, signer.personId, {
      signed_at: ctx.now,
      signed_how: 'spoken',
      refused_at: null,
      witness: c.witness,
      language: c.language,
      interpreter: c.interpreter,
      read_aloud: true,
    })
  await refreshAccess(tx)
  return id
}
