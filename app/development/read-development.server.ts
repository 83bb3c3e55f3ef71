import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { type Development, developmentOf, type MemberDevelopment, shownOf } from './development.server.ts'
import { goalMeasuresOf, goalsShown, goalTitles } from './goal-measures.server.ts'
import { goalMeasureText } from './goal-measures.ts'

/** The goals of the plan that the reader may see; `text`: how far it has come by its measure, null where none is chosen. */
export type GoalStanding = { id: number; title: string; text: string | null }

/** The family picture: all members on one page (PROG-33). */
export const readDevelopment = query({
  event: 'development.read',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<Development & { goals: GoalStanding[]; shelfIds: number[]; personIds: number[] }> => {
    const found = await developmentOf(tx, ctx, caseId)
    const titles = await goalTitles(tx, caseId)
    const measures = await goalMeasuresOf(tx, ctx, caseId)
    const [lines, tied] = [shownOf(found.members.flatMap((m) => m.lines)), goalsShown(measures)]
    const goals = titles.map((g): GoalStanding => {
      const measure = measures.find((one) => one.goalId === g.id)
      return { id: g.id, title: g.title, text: measure ? goalMeasureText(ctx.locale, measure, ctx.today) : null }
    })
    return {
      ...found,
      goals,
      personIds: [...new Set([...lines.personIds, ...tied.personIds, ...titles.flatMap((g) => g.subjects)])],
      shelfIds: [...new Set([...lines.shelfIds, ...tied.shelfIds, ...titles.map((g) => g.shelf_id)])],
    }
  },
  concerns: ({ caseId }, { personIds, shelfIds }) => ({ caseId, personIds, shelfIds }),
})

/** One member with every curve. @throws NotFound for somebody who is not of the family */
export const readMember = query({
  event: 'development.read-member',
  input: z.object({ caseId: Id, personId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  run: async (tx, ctx, { caseId, personId }): Promise<Omit<Development, 'members'> & { member: MemberDevelopment }> => {
    const { members, ...rest } = await developmentOf(tx, ctx, caseId)
    const member = members.find((m) => m.id === personId)
    if (!member) throw new NotFound('person')
    return { ...rest, member }
  },
  concerns: ({ caseId }, { member }) => ({ caseId, ...shownOf(member.lines) }),
})
