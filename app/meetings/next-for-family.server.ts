import { casePack } from '#app/catalogue/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { kindOf } from './kinds.ts'
import { dayOf, type Meeting } from './meeting.ts'
import { nextMeetings, participantsOf, takingPart } from './queries.server.ts'

export type NextForFamily = { meeting: Meeting; kindName: string; must: { name: string; why: string }[] }

/** The next meeting of a family as its reader may know of it: when, where, and who must come and why. Null when none is set. */
export async function nextForFamily(tx: Tx, ctx: Context, caseId: number): Promise<NextForFamily | null> {
  const meeting = (await nextMeetings(tx, [caseId]))[0]
  if (!meeting) return null
  const kind = kindOf(await casePack(tx, caseId), meeting.kind, dayOf(meeting))
  const coming = takingPart(await participantsOf(tx, [meeting.id]))
  return {
    meeting,
    kindName: kind?.label[ctx.locale] ?? '',
    must: coming.flatMap((p) => {
      const rule = kind?.mustCome.find((r) => r.code === p.requiredBy)
      return rule && p.name !== '' ? [{ name: p.name, why: rule.why[ctx.locale] }] : []
    }),
  }
}
