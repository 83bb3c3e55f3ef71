import { sql } from 'kysely'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { LedgerConsent } from './consent.ts'
import { findConsent } from './queries.server.ts'

/** Coordinators of the open case, and the intake team while it is in intake. */
export async function registersConsent(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.may_register_consent(${caseId}) as yes`.execute(tx)
  return rows[0]?.yes === true
}
/** Holds a post today in one of the pack's roles of that kind. */
export async function holds(tx: Tx, kind: 'break-glass' | 'child-protection' | 'authority'): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.i_hold(${kind}) as yes`.execute(tx)
  return rows[0]?.yes === true
}

export async function mayRegister(tx: Tx, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return registersConsent(tx, caseId)
}
type ConsentRef = { caseId: number; consentId: number }
/** Staff who register for others; the family member for themselves. A consent that is not there for the actor does not exist. */
export async function mayAnswer(tx: Tx, ctx: Context, input: ConsentRef): Promise<May> {
  if (!(await seesConsent(tx, ctx, input))) return 'not-found'
  return ctx.actor.kind === 'member' || registersConsent(tx, input.caseId)
}
/** Only those who register for others. */
export async function mayRegisterFor(tx: Tx, ctx: Context, input: ConsentRef): Promise<May> {
  return (await seesConsent(tx, ctx, input)) ? registersConsent(tx, input.caseId) : 'not-found'
}
/** Anybody who sees it: the database asks whose word it is. */
export const maySee = async (tx: Tx, ctx: Context, input: ConsentRef): Promise<May> =>
  (await seesConsent(tx, ctx, input)) ? true : 'not-found'

const seesConsent = async (tx: Tx, ctx: Context, input: ConsentRef): Promise<boolean> =>
  (await reachesCase(tx, input.caseId)) && (await findConsent(tx, input.consentId, ctx.today, input.caseId)) !== null

/** The consent a verb is about. @throws NotFound */
export async function theConsent(tx: Tx, ctx: Context, input: ConsentRef): Promise<LedgerConsent> {
  const found = await findConsent(tx, input.consentId, ctx.today, input.caseId)
  if (!found) throw new NotFound('consent')
  return found
}
