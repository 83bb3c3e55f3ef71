import { sql } from 'kysely'
import { z } from 'zod'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { Id } from '#app/families/families.ts'
import { giveTask } from '#app/families/queries.server.ts'
import { command, type May, query, reachesCase, writesInCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, NotFound } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { daysBetween } from '#app/platform/time/plain-date.ts'
import { addWorkingDays } from '#app/platform/time/working-days.ts'
import { BasisRef, RegisterBasis } from './consent.ts'
import type { BasisRule, BasisToConfirm } from './consent-page.ts'
import { holds } from './rights.server.ts'
import { wrong } from './signers.server.ts'

/**
 * Sharing without consent, by an authority role of the from-sector, within what the pack's paragraph can carry (sectors, categories,
 * days). It opens at once and
 * lapses when no second person confirms it within two working days. The database asks for the role; the family sees it unless it is
 * withheld.
 */
export const registerLegalBasis = command({
  event: 'consent.register-basis',
  input: RegisterBasis,
  case: (input) => input.caseId,
  may: async (tx, _ctx, input): Promise<May> => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    return (await writesInCase(tx, input.caseId)) && (await actsAsAuthority(tx, input.caseId, input.fromSectors))
  },
  run: async (tx, ctx, input) => {
    await checkCarried(tx, ctx, input)
    const pack = await casePack(tx, input.caseId)
    const confirmBy = addWorkingDays(ctx.today, settingAt(pack, 'legalBasisConfirmWorkingDays', ctx.today))
    if (input.confirmerId !== null && !(await confirmersFor(tx, ctx)).some((c) => c.staffId === input.confirmerId))
      throw wrong('confirmerId', 'Vælg en anden med myndighed', 'Choose somebody else with authority')
    const { id } = await tx
      .insertInto('legal_basis')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        subject_id: input.subjectId,
        paragraph: input.paragraph,
        from_sectors: input.fromSectors,
        to_sectors: input.toSectors,
        categories: input.categories,
        valid_from: input.from,
        valid_until: input.until ?? input.from,
        reason: input.reason,
        registered_by: ctx.actor.id,
        registered_at: ctx.now,
        confirm_by: confirmBy,
        confirmer_id: input.confirmerId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const whom =
      input.confirmerId === null ? { role: 'project-manager', caseId: input.caseId } : { staffId: input.confirmerId, caseId: input.caseId }
    await giveTask(tx, { ...whom, code: 'confirm-legal-basis', due: confirmBy, data: { basis: id } })
    await refreshAccess(tx)
    return { basisId: id, confirmBy }
  },
  concerns: (input, result) => ({ caseId: input.caseId, personIds: [input.subjectId], details: { basis: result.basisId } }),
})

/** The second person says that it holds; never who registered it. Too late, it has lapsed: Conflict. */
export const confirmLegalBasis = command({
  event: 'consent.confirm-basis',
  input: z.object({ basisId: Id }),
  may: async (tx, _ctx, input) => ((await toConfirm(tx, input.basisId)) ? true : 'not-found'),
  run: async (tx, _ctx, input) => {
    const basis = await toConfirm(tx, input.basisId)
    const { rows } = await sql<{ done: boolean }>`select access.confirm_basis(${input.basisId}) as done`.execute(tx)
    if (!rows[0]?.done || !basis) throw new Conflict('basis-lapsed')
    return basis
  },
  concerns: (input, result) => ({ caseId: result.caseId, personIds: [result.subjectId], details: { basis: input.basisId } }),
})

/** What the second person reads before confirming. */
export const readBasisToConfirm = query({
  event: 'consent.read-basis-to-confirm',
  input: z.object({ basisId: Id }),
  may: async (tx, _ctx, input) => ((await toConfirm(tx, input.basisId)) ? true : 'not-found'),
  run: async (tx, _ctx, input) => {
    const basis = await toConfirm(tx, input.basisId)
    if (!basis) throw new NotFound('basis')
    return basis
  },
  concerns: (_input, result) => ({ caseId: result.caseId, personIds: [result.subjectId], bases: ['legal-basis'] }),
})

async function toConfirm(tx: Tx, basisId: number): Promise<BasisToConfirm | null> {
  const { rows } = await sql<{ basis: BasisToConfirm | null }>`select access.basis_to_confirm(${basisId}) as basis`.execute(tx)
  return rows[0]?.basis ?? null
}

/** It is no longer needed: ends at once. By whoever registered it, or another authority role on the case. */
export const endLegalBasis = command({
  event: 'consent.end-basis',
  input: BasisRef,
  case: (input) => input.caseId,
  may: async (tx, ctx, input): Promise<May> => {
    const row = await tx
      .selectFrom('legal_basis')
      .select('registered_by')
      .where('id', '=', input.basisId)
      .where('case_id', '=', input.caseId)
      .executeTakeFirst()
    if (!row) return 'not-found'
    return (await writesInCase(tx, input.caseId)) && (row.registered_by === ctx.actor.id || holds(tx, 'authority'))
  },
  run: async (tx, ctx, input) => {
    const row = await tx
      .updateTable('legal_basis')
      .set({ ended_at: ctx.now })
      .where('id', '=', input.basisId)
      .where('ended_at', 'is', null)
      .returning('subject_id')
      .executeTakeFirst()
    if (!row) throw new Conflict('basis-over')
    await refreshAccess(tx)
    return { subjectId: row.subject_id }
  },
  concerns: (input, result) => ({ caseId: input.caseId, personIds: [result.subjectId], details: { basis: input.basisId } }),
})

/** Does the actor act here as an authority for these sectors: assigned for each of them, in a role the pack says may. */
export async function actsAsAuthority(tx: Tx, caseId: number, sectors: readonly string[]): Promise<boolean> {
  const own = await authoritySectors(tx, caseId)
  return sectors.length > 0 && sectors.every((s) => own.includes(s))
}
/** The from-sectors for which the actor may register a basis in this case. */
export async function authoritySectors(tx: Tx, caseId: number): Promise<string[]> {
  const { rows } = await sql<{
    sector: string
  }>`select distinct a.sector from assignment a join pack_role k on k.kind = 'authority' and (k.sector is null or k.sector = a.sector)
      and access.within(access.who('day')::date, k.valid_from, k.valid_until)
    where a.case_id = ${caseId} and a.staff_id = access.who('me')::bigint and access.who('kind') = 'staff' and access.within(access.who('day')::date, a.valid_from, a.valid_until)
      and (k.role = a.role or exists (select from post o where o.staff_id = a.staff_id and o.role = k.role and access.within(access.who('day')::date, o.valid_from, o.valid_until)))`.execute(
    tx,
  )
  return rows.map((r) => r.sector)
}

/** The paragraphs of the pack that hold today, and what each can carry. */
export async function basisRules(tx: Tx, today: string): Promise<BasisRule[]> {
  const rows = await tx
    .selectFrom('legal_basis_rule')
    .selectAll()
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .orderBy('paragraph')
    .execute()
  return rows.map((r) => ({
    paragraph: r.paragraph,
    fromSectors: r.from_sectors,
    toSectors: r.to_sectors,
    categories: r.categories,
    longestDays: r.longest_days,
  }))
}
/** Who could be the second person: anybody else with an authority role. */
export async function confirmersFor(tx: Tx, ctx: Context): Promise<{ staffId: number; name: string }[]> {
  const { rows } = await sql<{
    staffId: number
    name: string
  }>`select distinct s.id as "staffId", s.name from staff s join post p on p.staff_id = s.id
      and access.within(${ctx.today}::date, p.valid_from, p.valid_until) join pack_role k on k.kind = 'authority' and k.role = p.role and access.within(${ctx.today}::date, k.valid_from, k.valid_until)
    where s.closed_at is null and s.id <> ${ctx.actor.id} order by s.name`.execute(tx)
  return rows
}

async function checkCarried(tx: Tx, ctx: Context, input: z.output<typeof RegisterBasis>): Promise<void> {
  const rule = (await basisRules(tx, ctx.today)).find((r) => r.paragraph === input.paragraph)
  if (!rule) throw wrong('paragraph', 'Vælg en af paragrafferne', 'Choose one of the paragraphs')
  const outside = (chosen: string[], carried: string[]) => chosen.some((c) => !carried.includes(c))
  if (outside(input.fromSectors, rule.fromSectors))
    throw wrong('fromSectors', 'Paragraffen gælder ikke det, I har', 'The paragraph does not cover what you hold')
  if (outside(input.toSectors, rule.toSectors))
    throw wrong('toSectors', 'Paragraffen kan ikke dele med dem', 'The paragraph cannot share with them')
  if (outside(input.categories, rule.categories))
    throw wrong('categories', 'Paragraffen kan ikke dele de oplysninger', 'The paragraph cannot share this information')
  if (daysBetween(input.from, input.until ?? input.from) >= rule.longestDays)
    throw wrong('until', `Højst ${rule.longestDays} dage`, `${rule.longestDays} days at most`)
}
