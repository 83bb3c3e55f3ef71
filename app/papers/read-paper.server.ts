import { sql } from 'kysely'
import { z } from 'zod'
import { consentsOf } from '#app/consent/queries.server.ts'
import { goalMeasuresOf, goalsShown } from '#app/development/goal-measures.server.ts'
import { type GoalMeasure, goalMeasureText } from '#app/development/goal-measures.ts'
import { helpersFor, isCoordinator } from '#app/plan/for-a-member.ts'
import { id } from '#app/plan/plan.ts'
import { planPage, type PlanPage } from '#app/plan/read-plan.server.ts'
import { shelvesOf, subjectsOf } from '#app/plan/records.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { da, en } from './messages.ts'
import { inAll, type Paper, readByAll, type Sight } from './paper.ts'

/** One person or several, as a form or an address gives them. */
const People = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(id).max(30))

/**
 * The plan for these recipients: what the asker reads and every one of them may read at this instant (shields, private notes and a young
 * person's health stay off). Staff who work with the whole case, and members for themselves and those they speak for.
 * @throws NotFound for somebody who is not of the family, Invalid when nobody is chosen
 */
export const readPaper = query({
  event: 'papers.read',
  input: z.object({ caseId: id, personIds: People }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, personIds }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    if (ctx.actor.kind === 'member') return mayHave(tx, personIds)
    return worksWithAll(tx, caseId)
  },
  run: (tx, ctx, { caseId, personIds }): Promise<Paper> => paperFor(tx, ctx, caseId, personIds),
  concerns: ({ caseId, personIds }, paper) => ({
    caseId,
    personIds: [...new Set([...personIds, ...subjectsOf(paper.plan)])],
    shelfIds: [...shelvesOf(paper.plan), ...(paper.agreement?.given.map((a) => a.shelfId) ?? [])],
    details: { for: personIds },
  }),
})

/** The people a paper can be made for: of the family, or a parent elsewhere. `elsewhere`: does not live with the family today. */
export const readRecipients = query({
  event: 'papers.read-recipients',
  input: z.object({ caseId: id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    return ctx.actor.kind === 'staff' && worksWithAll(tx, caseId)
  },
  run: async (tx, ctx, { caseId }) => {
    const page = await planPage(tx, ctx, caseId)
    return {
      caseId,
      familyName: page.familyName,
      people: page.people.filter((p) => !p.died).map((p) => ({ id: p.id, name: p.name, age: p.age, child: p.child, elsewhere: !p.family || !p.inHousehold })),
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.people.filter((p) => !p.elsewhere).map((p) => p.id) }),
})

const worksWithAll = async (tx: Tx, caseId: number): Promise<boolean> => {
  const { rows } = await sql<{ yes: boolean }>`select coalesce(${caseId} = any (access.ids('ledger')), false) as yes`.execute(tx)
  return rows[0]?.yes === true
}
const mayHave = async (tx: Tx, personIds: readonly number[]): Promise<boolean> => {
  const { rows } = await sql<{ yes: boolean }>`select ${[...personIds]}::bigint[] <@ access.ids('speak') as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** The same inside another verb's transaction, for example when a family leaves and gets its plan on paper. */
export async function paperFor(tx: Tx, ctx: Context, caseId: number, personIds: readonly number[]): Promise<Paper> {
  if (personIds.length === 0) throw new Invalid([{ field: 'til', message: { da: da.pickSomebody, en: en.pickSomebody } }])
  const page = await planPage(tx, ctx, caseId)
  const recipients = personIds.map((personId) => {
    const person = page.people.find((p) => p.id === personId)
    if (!person || person.died) throw new NotFound('recipient')
    return { id: person.id, name: person.name, child: person.child, elsewhere: !person.family || !person.inHousehold }
  })
  const sights: (Sight & { children: number[] })[] = []
  for (const personId of personIds) sights.push({ personId, ...(await sightOf(tx, caseId, personId)) })
  const read = readByAll({ ...page, given: page.agreement?.given ?? [] }, sights)
  const elsewhere = recipients.some((r) => r.elsewhere)
  const something = read.plan.hopes.length + read.plan.goals.length + read.plan.activities.length > 0
  return {
    caseId,
    municipality: await municipalityName(tx, ctx),
    familyName: elsewhere ? '' : page.familyName,
    today: ctx.today,
    recipients,
    plan: read.plan,
    goalOrder: read.goalOrder,
    goalNotes: Object.fromEntries((await measuresFor(tx, ctx, caseId, sights)).map((g) => [g.goalId, goalMeasureText(ctx.locale, g, ctx.today, true)])),
    people: read.people,
    team: await helpers(tx, ctx, page, elsewhere ? sights.flatMap((s) => s.children) : null),
    nextFollowUpOn: elsewhere && !something ? null : page.nextFollowUpOn,
    agreement: page.agreement && (something || !elsewhere) ? { version: page.agreement.version, given: read.given } : null,
  }
}

/** Only a measure that every recipient may read whole, of somebody they know by name. */
async function measuresFor(tx: Tx, ctx: Context, caseId: number, sights: readonly Sight[]): Promise<GoalMeasure[]> {
  const shelves = inAll(sights.map((s) => s.shelves))
  const known = inAll(sights.map((s) => [...s.knows, s.personId]))
  return (await goalMeasuresOf(tx, ctx, caseId)).filter((g) => known.has(g.personId) && goalsShown([g]).shelfIds.every((id) => shelves.has(id)))
}

/** Around the household everybody is known; a parent elsewhere knows the coordinators and whom a yes about the child names. */
async function helpers(tx: Tx, ctx: Context, page: PlanPage, childrenOfElsewhere: number[] | null): Promise<Paper['team']> {
  if (childrenOfElsewhere === null) return page.team
  const consents = await consentsOf(tx, page.caseId, ctx.today)
  return helpersFor(page.team, true, childrenOfElsewhere, consents)
}

async function sightOf(tx: Tx, caseId: number, personId: number): Promise<{ shelves: number[]; knows: number[]; children: number[] }> {
  const { rows } = await sql<{ sight: { shelves: number[]; knows: number[]; children: number[] } }>`select access.paper_for(${personId}, ${caseId}) as sight`.execute(tx)
  const sight = rows[0]?.sight
  if (!sight) throw new NotFound('recipient')
  return sight
}

async function municipalityName(tx: Tx, ctx: Context): Promise<string> {
  const row = await tx.selectFrom('municipality').select('name').where('municipality_id', '=', ctx.municipalityId).executeTakeFirst()
  return row ? `${row.name} Kommune` : ''
}

/** Who can be asked, first the coordinator. */
export const firstHelper = (paper: Pick<Paper, 'team'>): Paper['team'][number] | null => paper.team.find(isCoordinator) ?? paper.team[0] ?? null
