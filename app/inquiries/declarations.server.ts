import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { namesOutside } from '#app/consent/about-others.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { command, query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AddExpert, DecideDeclaration, type Declaration, type Expert, HEALTH_SECTORS, nextStepOf, ReceiveDeclaration, RequestDeclaration } from './health.ts'
import { CaseOnly, type Cover } from './inquiry.ts'
import { coverIn } from './queries.server.ts'
import { someoneOf } from './read-inquiries.server.ts'
import { coordinates, onCase, rightsOf, wrong } from '#app/families/case-rights.server.ts'

/** The standing decision for each member, as far as the actor may read it. */
export async function declarationsOf(tx: Tx, caseId: number): Promise<Declaration[]> {
  const rows = await tx
    .selectFrom('medical_declaration')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    revision: r.revision,
    shelfId: r.shelf_id,
    personId: r.person_id,
    needed: r.needed,
    reason: r.reason,
    decidedOn: r.decided_on,
    decidedBy: r.decided_by,
    healthCoordinator: r.health_coordinator,
    scope: r.scope,
    fromSector: r.from_sector,
    requestedOf: r.requested_of,
    requestedOn: r.requested_on,
    received:
      r.received_on !== null && r.concluded_on !== null
        ? { on: r.received_on, conclusion: r.conclusion, authority: r.authority, concludedOn: r.concluded_on }
        : null,
  }))
}
const notLater = (field: string, day: string, today: string) => {
  if (day > today) throw wrong(field, 'Datoen kan ikke ligge i fremtiden', 'The date cannot lie in the future')
}
/** Texts about a member's health name nobody else: the record is that member's alone. */
async function checkAlone(tx: Tx, ctx: Context, caseId: number, personId: number, texts: Record<string, string>): Promise<void> {
  const people = await peopleOf(tx, [caseId], ctx.today)
  if (!people.some((p) => p.id === personId)) throw new NotFound('person')
  for (const [field, text] of Object.entries(texts)) {
    const named = namesOutside(text, [personId], people)
    if (named.length === 0) continue
    const names = named.map((p) => p.firstName).join(', ')
    throw wrong(field, `Skriv ikke om ${names} her. Helbred står for hver enkelt`, `Do not write about ${names} here. Health stands for each person`)
  }
}

/** Needed or not needed, with the reason and who decided (UDR-09). Decided again, the earlier decision stays below it. */
export const decideDeclaration = command({
  event: 'inquiries.decide-declaration',
  input: DecideDeclaration,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    notLater('decidedOn', input.decidedOn, ctx.today)
    await checkAlone(tx, ctx, input.caseId, input.personId, { reason: input.reason })
    const before = (await declarationsOf(tx, input.caseId)).find((d) => d.personId === input.personId)
    const row = await tx
      .insertInto('medical_declaration')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'health',
        visibility: 'family',
        household_shared: false,
        subjects: [input.personId],
        person_id: input.personId,
        needed: input.needed === 'yes',
        reason: input.reason,
        decided_on: input.decidedOn,
        decided_by: input.decidedBy,
        health_coordinator: input.healthCoordinator,
        replaces: before?.id ?? null,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id }
  },
  concerns: ({ caseId, personId }, r) => ({ caseId, personIds: [personId], shelfIds: [r.shelfId], details: { declaration: r.id } }),
})

/** May this sector tell the coordination about the person's health now? */
export const healthCovered = (cover: readonly Cover[], personId: number, sector: string): boolean =>
  cover.some((c) => c.subjectId === personId && c.fromSector === sector && c.category === 'health' && c.toSectors.includes('coordination'))

async function inStep(tx: Tx, caseId: number, id: number, step: 'request' | 'receive'): Promise<Declaration> {
  const found = (await declarationsOf(tx, caseId)).find((d) => d.id === id)
  if (!found || nextStepOf(found) !== step) throw new NotFound('declaration')
  return found
}

/** Asks for the declaration, only as far as agreed (CON-11): the member's consent to that sector is there, and the scope is written. */
export const requestDeclaration = command({
  event: 'inquiries.request-declaration',
  input: RequestDeclaration,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    notLater('requestedOn', input.requestedOn, ctx.today)
    const d = await inStep(tx, input.caseId, input.declarationId, 'request')
    await checkAlone(tx, ctx, input.caseId, d.personId, { scope: input.scope })
    if (!healthCovered(await coverIn(tx, input.caseId), d.personId, input.fromSector))
      throw wrong('fromSector', 'Der mangler samtykke til at få noget at vide om helbred herfra', 'Consent to learn about health from here is missing')
    await tx
      .updateTable('medical_declaration')
      .set({ scope: input.scope, from_sector: input.fromSector, requested_of: input.requestedOf, requested_on: input.requestedOn })
      .where('id', '=', d.id)
      .where('revision', '=', d.revision)
      .execute()
    return d
  },
  concerns: ({ caseId }, d) => ({ caseId, personIds: [d.personId], shelfIds: [d.shelfId], details: { declaration: d.id } }),
})

/** The conclusion as it was written, with authority and date. */
export const receiveDeclaration = command({
  event: 'inquiries.receive-declaration',
  input: ReceiveDeclaration,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    notLater('receivedOn', input.receivedOn, ctx.today)
    notLater('concludedOn', input.concludedOn, ctx.today)
    const d = await inStep(tx, input.caseId, input.declarationId, 'receive')
    await tx
      .updateTable('medical_declaration')
      .set({ received_on: input.receivedOn, conclusion: input.conclusion, authority: input.authority, concluded_on: input.concludedOn })
      .where('id', '=', d.id)
      .where('revision', '=', d.revision)
      .execute()
    return d
  },
  concerns: ({ caseId }, d) => ({ caseId, personIds: [d.personId], shelfIds: [d.shelfId], details: { declaration: d.id } }),
})

/** Somebody took part in the assessment: a health coordinator, the medical consultant, an expert (UDR-02, ORG-11). */
export const addExpert = command({
  event: 'inquiries.add-expert',
  input: AddExpert,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    notLater('tookPartOn', input.tookPartOn ?? ctx.today, ctx.today)
    const people = await peopleOf(tx, [input.caseId], ctx.today)
    if (input.personIds.some((id) => !people.some((p) => p.id === id))) throw new NotFound('person')
    const named = namesOutside(`${input.about}`, input.personIds, people)
    const row = await tx
      .insertInto('assessment_expert')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'assessment',
        visibility: 'family',
        household_shared: false,
        subjects: [...new Set([...input.personIds, ...named.map((p) => p.id)])],
        role: input.role,
        name: input.name,
        about: input.about,
        took_part_on: input.tookPartOn ?? ctx.today,
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { expert: r.id } }),
})

export async function expertsOf(tx: Tx, caseId: number): Promise<Expert[]> {
  const rows = await tx
    .selectFrom('assessment_expert')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('took_part_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => ({ id: r.id, shelfId: r.shelf_id, role: r.role, name: r.name, about: r.about, on: r.took_part_on, subjects: r.subjects }))
}

/** Declarations and experts of a family, with what may be asked of whom. */
export const readHealth = query({
  event: 'inquiries.read-health',
  input: CaseOnly,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.sectors.length > 0 || r.whole),
  async run(tx, ctx, { caseId }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const pack = rights.whole ? await casePack(tx, caseId).catch(orNull) : null
    const cover = await coverIn(tx, caseId)
    const people = await someoneOf(tx, ctx, caseId)
    const roles = pack ? inForce(pack.choices, ctx.today).filter((c) => c.list === 'expert-role') : []
    return {
      caseId,
      today: ctx.today,
      people: people.map((p) => ({ ...p, from: HEALTH_SECTORS.filter((s) => healthCovered(cover, p.id, s)) })),
      declarations: await declarationsOf(tx, caseId),
      experts: await expertsOf(tx, caseId),
      roles: roles.map((r) => ({ code: r.code, label: r.label[ctx.locale] })),
      areas: Object.fromEntries((pack ? inForce(pack.sectors, ctx.today) : []).map((s) => [s.code, s.label[ctx.locale]])),
      may: coordinates(rights),
    }
  },
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: [...new Set([...r.declarations.map((d) => d.personId), ...r.experts.flatMap((e) => e.subjects)])],
    shelfIds: [...new Set([...r.declarations, ...r.experts].map((x) => x.shelfId))],
  }),
})
const orNull = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}
