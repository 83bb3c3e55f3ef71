import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack, projectPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AgreePrinciples, ChooseMethod, ChooseProjectMethod, EndMethod, EndProjectMethod, type MethodChoice, type ProjectMethod } from './methods.ts'
import { membersOf, rightsOf } from './queries.server.ts'
import { onCase, sectorFor, subjectsFor, wrong } from './rights.server.ts'

/** The methods chosen with a family that this reader may see, those in use first. */
export async function methodsOf(tx: Tx, caseId: number): Promise<MethodChoice[]> {
  const rows = await tx
    .selectFrom('method_choice')
    .leftJoin('staff', 'staff.id', 'method_choice.author_staff_id')
    .select([
      'method_choice.id', 'method_choice.revision', 'method_choice.shelf_id', 'method_choice.sector', 'method_choice.subjects', 'method_choice.method',
      'method_choice.reason', 'method_choice.chosen_on', 'method_choice.ended_on', 'method_choice.ended_reason', 'staff.name',
    ])
    .where('method_choice.case_id', '=', caseId)
    .where('method_choice.replaced_by', 'is', null)
    .orderBy('method_choice.chosen_on', 'desc')
    .orderBy('method_choice.id', 'desc')
    .execute()
  return rows
    .map((r) => ({
      id: r.id,
      revision: r.revision,
      shelfId: r.shelf_id,
      sector: r.sector,
      subjects: r.subjects,
      method: r.method,
      reason: r.reason,
      chosenOn: r.chosen_on,
      chosenBy: r.name ?? '',
      endedOn: r.ended_on,
      endedReason: r.ended_reason,
    }))
    .toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))
}

/** A method chosen with the family, with the reason. A record of the chooser's sector about everybody of the family. */
export const chooseMethod = command({
  event: 'assessment.choose-method',
  input: ChooseMethod,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff && r.writes && r.sectors.length > 0),
  async run(tx, ctx, input) {
    const known = inForce((await casePack(tx, input.caseId)).methods, ctx.today)
    if (!known.some((m) => m.code === input.method)) throw wrong('method', 'unknownMethod')
    const rights = await rightsOf(tx, ctx, input.caseId)
    const subjects = subjectsFor(null, await membersOf(tx, ctx, input.caseId, rights), rights)
    const row = await tx
      .insertInto('method_choice')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: sectorFor('', rights),
        category: 'assessment',
        visibility: 'family',
        subjects,
        method: input.method,
        reason: input.reason,
        chosen_on: input.chosenOn ?? ctx.today,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId, method }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { method } }),
})

/** The method ends, with the reason; it stays in the register. */
export const endMethod = command({
  event: 'assessment.end-method',
  input: EndMethod,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff && r.writes && r.sectors.length > 0),
  async run(tx, ctx, input) {
    const { sectors } = await rightsOf(tx, ctx, input.caseId)
    const choice = await changeSeen({
      seen: input.seenRevision,
      mine: { reason: input.reason },
      read: async () => (await methodsOf(tx, input.caseId)).find((m) => m.id === input.id && m.endedOn === null) ?? null,
      shown: (m) => ({ revision: m.revision }),
      write: (m) => {
        if (!sectors.includes(m.sector)) throw new Forbidden('assessment.end-method')
        if (m.chosenOn > ctx.today) throw wrong('reason', 'beforeStart')
        return tx
          .updateTable('method_choice')
          .set({ ended_on: ctx.today, ended_reason: input.reason })
          .where('id', '=', m.id)
          .where('revision', '=', m.revision)
          .executeTakeFirst()
      },
    })
    return { id: choice.id, shelfId: choice.shelfId, subjects: choice.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { choice: r.id } }),
})

const manages = async (tx: Tx, ctx: Context, { projectId }: { projectId: number }) =>
  (await projectsWithRole(tx, ctx, ['project-manager'])).includes(projectId)

/** A method of the whole project, with the reason. By its project manager. */
export const chooseProjectMethod = command({
  event: 'assessment.choose-project-method',
  input: ChooseProjectMethod,
  may: manages,
  async run(tx, ctx, input) {
    const known = inForce((await projectPack(tx, input.projectId)).methods, ctx.today)
    if (!known.some((m) => m.code === input.method)) throw wrong('method', 'unknownMethod')
    return tx
      .insertInto('project_method')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        method: input.method,
        reason: input.reason,
        chosen_by: ctx.actor.id,
        chosen_on: input.chosenOn ?? ctx.today,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ projectId, method }) => ({ personIds: [], details: { project: projectId, method } }),
})

export const endProjectMethod = command({
  event: 'assessment.end-project-method',
  input: EndProjectMethod,
  may: manages,
  async run(tx, ctx, input) {
    const row = await tx
      .selectFrom('project_method')
      .select(['id', 'chosen_on', 'ended_on'])
      .where('id', '=', input.id)
      .where('project_id', '=', input.projectId)
      .executeTakeFirst()
    if (!row) throw new NotFound('method')
    if (row.ended_on !== null) throw new Conflict('ended')
    if (row.chosen_on > ctx.today) throw wrong('reason', 'beforeStart')
    await tx
      .updateTable('project_method')
      .set({ ended_on: ctx.today, ended_reason: input.reason })
      .where('id', '=', row.id)
      .where('ended_on', 'is', null)
      .execute()
    return row
  },
  concerns: ({ projectId, id }) => ({ personIds: [], details: { project: projectId, choice: id } }),
})

/** The day on which the partners agreed on the project's principles, and who they were. A later day is a new agreement; the older ones stand. */
export const agreePrinciples = command({
  event: 'assessment.agree-principles',
  input: AgreePrinciples,
  may: manages,
  async run(tx, ctx, input) {
    if (input.agreedOn > ctx.today) throw wrong('agreedOn', 'notYet')
    return tx
      .insertInto('principles_agreed')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        agreed_on: input.agreedOn,
        agreed_by: input.agreedBy,
        written_by: ctx.actor.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ projectId }) => ({ personIds: [], details: { project: projectId } }),
})

export type Words = { da: string; en: string }
export type Principles = { items: { code: string; label: Words; text: Words }[]; agreedOn: string | null; agreedBy: string }
/** The project's principles with the newest day they were agreed. */
export async function principlesOf(tx: Tx, ctx: Context, projectId: number): Promise<Principles> {
  const pack = await projectPack(tx, projectId)
  const last = await tx
    .selectFrom('principles_agreed')
    .select(['agreed_on', 'agreed_by'])
    .where('project_id', '=', projectId)
    .orderBy('agreed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    items: inForce(pack.principles, ctx.today).map(({ code, label, text }) => ({ code, label, text })),
    agreedOn: last?.agreed_on ?? null,
    agreedBy: last?.agreed_by ?? '',
  }
}

export async function projectMethodsOf(tx: Tx, projectId: number): Promise<ProjectMethod[]> {
  const rows = await tx
    .selectFrom('project_method')
    .leftJoin('staff', 'staff.id', 'project_method.chosen_by')
    .select(['project_method.id', 'project_method.method', 'project_method.reason', 'chosen_on', 'ended_on', 'ended_reason', 'staff.name'])
    .where('project_id', '=', projectId)
    .orderBy('chosen_on')
    .orderBy('project_method.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    method: r.method,
    reason: r.reason,
    chosenOn: r.chosen_on,
    chosenBy: r.name ?? '',
    endedOn: r.ended_on,
    endedReason: r.ended_reason,
  }))
}
