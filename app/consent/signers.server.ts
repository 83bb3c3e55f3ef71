import { Conflict, type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay, instantAt } from '#app/platform/time/copenhagen.ts'
import type { LedgerConsent, Signer } from './consent.ts'

type Values = {
  asked_at?: string
  asked_channel?: string
  signed_at?: string
  signed_how?: string
  refused_at?: string | null
  attempt1_on?: string
  attempt2_on?: string
  no_contact_reason?: string
  registered_by?: string
  witness?: string | null
  language?: string
  interpreter?: boolean
  read_aloud?: boolean
}

/** Writes what became known about one signer of a consent that still runs. @returns the signer as they stood before */
export async function saveSigner(tx: Tx, ctx: Context, consent: LedgerConsent, signerId: number | null, values: Values): Promise<Signer> {
  const before = theSigner(consent, signerId)
  if (consent.standing === 'withdrawn' || consent.standing === 'ended') throw new Conflict('consent-over')
  const written = { ...values, registered_by: JSON.stringify({ kind: ctx.actor.kind, id: ctx.actor.id }) }
  await tx
    .insertInto('consent_signer')
    .values({ municipality_id: ctx.municipalityId, consent_id: consent.id, signer_id: before.personId, ...written })
    .onConflict((on) => on.columns(['municipality_id', 'consent_id', 'signer_id']).doUpdateSet(written))
    .execute()
  return before
}

/** @throws Invalid when this person's signature is not asked for */
export function theSigner(consent: LedgerConsent, signerId: number | null): Signer {
  const found = consent.signers.find((s) => s.personId === signerId)
  if (!found) throw wrong('signerId', 'Vælg en, der skal skrive under', 'Choose somebody who is to sign')
  return found
}

/** When something was said: now, or at noon of an earlier day. @throws Invalid for a day to come */
export function saidAt(ctx: Context, on: string | null): string {
  if (on === null || on === ctx.today) return ctx.now
  if (on > ctx.today) throw wrong('on', 'Datoen er ikke kommet endnu', 'This day has not come yet')
  return instantAt(on, '12:00')
}
export const dayOfSaying = (instant: string): string => copenhagenDay(instant)

export const wrong = (field: string, da: string, en: string): Invalid => new Invalid([{ field, message: { da, en } }])
