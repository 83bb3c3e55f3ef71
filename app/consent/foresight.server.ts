import { sql } from 'kysely'
import { z } from 'zod'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { FORESIGHT_DAYS } from './consent.ts'
import { type Foreseen, foreseen } from './foresight.ts'
import type { SignerRuleName, World } from './world.ts'

/**
 * What stops within the pack's warning (60 days unless it says otherwise), of the consents the actor sees. `caseId` narrows to one
 * family.
 */
export async function foreseenIn(tx: Tx, today: string, caseId?: number): Promise<Foreseen[]> {
  const world = await consentFacts(tx, caseId)
  return foreseen(world, world.consent, today, await warningDays(tx, today))
}

async function warningDays(tx: Tx, today: string): Promise<number> {
  try {
    return settingAt(await municipalityPack(tx), 'incompleteConsentWarningDays', today)
  } catch (error) {
    if (error instanceof NotFound) return FORESIGHT_DAYS
    throw error
  }
}

/** The facts a consent is judged by, as far as the actor sees them; everything else is empty. */
async function consentFacts(tx: Tx, caseId?: number): Promise<World> {
  const consent = await tx
    .selectFrom('consent')
    .select([
      'municipality_id',
      'id',
      'case_id',
      'subject_id',
      'purpose',
      'from_sectors',
      'to_sectors',
      'categories',
      'valid_from',
      'valid_until',
      'withdrawn_at',
    ])
    .where('withdrawn_at', 'is', null)
    .$if(caseId !== undefined, (q) => q.where('case_id', '=', caseId ?? 0))
    .execute()
  const rules = await tx.selectFrom('signer_rule').selectAll().execute()
  return {
    law_age: await tx.selectFrom('law_age').selectAll().execute(),
    signer_rule: rules.map((r) => ({ ...r, rule: r.rule as SignerRuleName })),
    consent_duration: await tx.selectFrom('consent_duration').selectAll().execute(),
    person: await tx.selectFrom('person').select(['municipality_id', 'id', 'born']).execute(),
    household: await tx.selectFrom('household').select(['municipality_id', 'id', 'case_id', 'valid_from', 'valid_until']).execute(),
    household_member: await tx
      .selectFrom('household_member')
      .select(['municipality_id', 'household_id', 'case_id', 'person_id', 'valid_from', 'valid_until'])
      .execute(),
    custody: await tx.selectFrom('custody').select(['municipality_id', 'child_id', 'holder_id', 'valid_from', 'valid_until']).execute(),
    consent,
    consent_signer:
      consent.length === 0
        ? []
        : await tx
            .selectFrom('consent_signer')
            .select(['municipality_id', 'id', 'consent_id', 'signer_id', 'signed_at', 'refused_at'])
            .where(
              'consent_id',
              'in',
              consent.map((c) => c.id),
            )
            .execute(),
    pack_role: [],
    staff: [],
    post: [],
    project_role: [],
    family_case: [],
    case_person: [],
    assignment: [],
    referral: [],
    closure: [],
    disqualification: [],
    break_glass: [],
    reasoned_opening: [],
    shield: [],
    address_protection: [],
    legal_basis: [],
  }
}

/** The daily look ahead: a task for the coordinator for each person and day on which consents are going to stop, once. Jobs only. */
export const foreseeConsents = command({
  event: 'consent.foresee',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  run: async (tx, ctx) => {
    const stops = await foreseenIn(tx, ctx.today)
    // A birthday that touches eight consents is one thing to do.
    const things = new Map(stops.map((s) => [`${s.caseId} ${s.subjectId} ${s.on} ${s.why}`, s]))
    let made = 0
    for (const s of things.values()) {
      const { rows } = await sql<{
        made: boolean
      }>`select access.foresee_task(${s.caseId}, ${s.why === 'ends' ? 'consent-ends' : 'consent-incomplete'}, ${s.on}::date,
        ${JSON.stringify({ person: s.subjectId, on: s.on, why: s.why })}::jsonb) as made`.execute(tx)
      if (rows[0]?.made) made += 1
    }
    return { made, personIds: stops.map((s) => s.subjectId) }
  },
  concerns: (_input, result) => ({ personIds: result.personIds, bases: [], details: { made: result.made } }),
})
