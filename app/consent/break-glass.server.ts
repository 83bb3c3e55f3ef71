import { sql } from 'kysely'
import { z } from 'zod'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { searchTermAad } from '#app/families/search-families.server.ts'
import { command, query } from '#app/platform/command.server.ts'
import { cprHash } from '#app/platform/cpr/cpr-column.server.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { Withhold } from './consent.ts'
import type { Glass } from './consent-page.ts'
import { holds } from './rights.server.ts'

export const BreakGlass = z.object({
  cpr: z.string().transform((text, ctx) => {
    const cpr = readCpr(text)
    if (cpr) return cpr.digits
    ctx.addIssue({ code: 'custom', ...said({ da: 'Skriv hele CPR-nummeret, 10 cifre', en: 'Write the whole CPR number, 10 digits' }) })
    return z.NEVER
  }),
  reason: z.string().trim().min(10).max(1000),
})

/**
 * Emergency access for the pack's roles only: from a full CPR number and a reason, four hours at most, reading only. The project
 * manager gets a task, the family
 * sees it at once, and every attempt is in the log, refused ones too. No cases: the number is not there, or the actor knows the family.
 */
export const breakGlass = command({
  event: 'consent.break-glass',
  input: BreakGlass,
  may: (tx) => holds(tx, 'break-glass'),
  run: async (tx, ctx, input) => {
    const hours = settingAt(await municipalityPack(tx), 'breakGlassHours', ctx.today)
    const { rows } = await sql<{
      cases: number[]
    }>`select access.open_glass(${cprHash(input.cpr)}, ${input.reason}, ${hours}) as cases`.execute(tx)
    const caseIds = rows[0]?.cases ?? []
    const people =
      caseIds.length === 0 ? [] : await tx.selectFrom('case_person').select('person_id').where('case_id', 'in', caseIds).execute()
    return { caseIds, personIds: people.map((p) => p.person_id), municipalityId: ctx.municipalityId }
  },
  concerns: (input, result) => ({
    caseId: result.caseIds[0] ?? null,
    personIds: result.personIds,
    bases: ['break-glass'],
    details: { cases: result.caseIds },
    searchTerms: encrypt(keys().cprKeys, input.cpr, searchTermAad(result.municipalityId)),
  }),
})

/** The look-ups of the last half year that the actor may withhold from the family's log: their own, all of them for the manager. */
export const readGlass = query({
  event: 'consent.read-glass',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx) => {
    const { rows } =
      await sql<Glass>`select id, case_id as "caseId", case_number as "caseNumber", staff_name as "staffName", reason, granted_at as "grantedAt", until,
      hidden_until as "hiddenUntil" from access.glass_to_withhold()`.execute(tx)
    return { glass: rows, may: { break: await holds(tx, 'break-glass'), withhold: await holds(tx, 'child-protection') } }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

/**
 * Keeps a look-up (break-glass, legal basis) out of the family's log: a child-protection role, with paragraph and reason, for three
 * months at most, and then
 * again if it must. Afterwards the family sees it.
 */
export const withholdFromLog = command({
  event: 'consent.withhold',
  input: Withhold,
  may: (tx) => holds(tx, 'child-protection'),
  run: async (tx, _ctx, input) => {
    const { rows } = await sql<{
      id: number
    }>`select access.withhold(${input.kind}, ${input.id}, ${input.paragraph}, ${input.reason}, ${input.until}::date) as id`.execute(tx)
    return { caseId: rows[0]?.id ?? null }
  },
  concerns: (input, result) => ({
    caseId: result.caseId,
    personIds: [],
    bases: [],
    details: { what: input.kind, id: input.id, until: input.until },
  }),
})
