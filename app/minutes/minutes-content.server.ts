import { agreementsAt } from '#app/agreements/queries.server.ts'
import type { Meeting } from '#app/meetings/meeting.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { isEmpty, type MinutesContent, newestAnswers } from './minutes.ts'
import { answersOf, type MinutesHead, type MinutesVersion, pointsOf, pointsOfVersion, tookPartOf } from './queries.server.ts'

/** The minutes as this reader may see them: a version that was sent, or the draft as it stands. */
export async function minutesContent(tx: Tx, ctx: Context, meeting: Meeting, head: MinutesHead, version: MinutesVersion | null): Promise<MinutesContent> {
  const points = version ? await pointsOfVersion(tx, head.id, version.id) : await pointsOf(tx, head.id)
  return {
    points: points.filter((p) => !isEmpty(p)),
    agreements: await agreementsAt(tx, [meeting.id]),
    tookPart: await tookPartOf(tx, meeting.id, head),
    answers: newestAnswers(await answersOf(tx, ctx, head.id)),
  }
}
