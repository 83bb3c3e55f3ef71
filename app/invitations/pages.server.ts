import type { Context } from '#app/platform/context.ts'
import { publicUrl } from '#app/platform/messages/transport.server.ts'
import { answerInvitation } from './answer-invitation.server.ts'
import { makeFeed, readFeeds, revokeFeed } from './feed.server.ts'

/* What the staff's and the family's page of the same thing do alike. */

type Values = Record<string, string | string[]>
/** The form of "Kommer du?": an own answer says nothing of how it came. */
export const keepAnswer = (ctx: Context, caseId: number, meetingId: number, values: Values) =>
  answerInvitation(ctx, { ...values, caseId, meetingId, ...(values['intent'] === 'behalf' ? {} : { saidBy: '', saidHow: '' }) })

export const feedPage = async (ctx: Context, request: Request) => ({ feeds: await readFeeds(ctx, {}), today: ctx.today, revoked: new URL(request.url).searchParams.has('lukket') })
/** Makes or closes a calendar address; the address of a new one is in the answer to this request and nowhere else. */
export async function actOnFeeds(ctx: Context, values: Values): Promise<{ made: string } | 'revoked'> {
  if (values['intent'] === 'revoke') {
    await revokeFeed(ctx, { feedId: values['feedId'] })
    return 'revoked'
  }
  const { path } = await makeFeed(ctx, { name: values['name'] })
  return { made: publicUrl() + path }
}
