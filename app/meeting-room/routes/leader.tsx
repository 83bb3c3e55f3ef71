import { randomUUID } from 'node:crypto'
import { redirect } from 'react-router'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Leader } from '../components/leader.tsx'
import { askedIn, roomAddress } from '../asked.ts'
import { doEdit } from '../edit.server.ts'
import { readRoom } from '../read-room.server.ts'
import type { Route } from './+types/leader.ts'

/** The screen of the one who leads. `?ind=12`, `?ud=12`, `?vis=3&til=12` ask before something is done. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const where = { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }
  const { page: room } = await readRoom(ctx, { ...where, ...askedIn(new URL(request.url).searchParams) })
  return { room, locale: ctx.locale, me: `${ctx.actor.kind}.${ctx.actor.id}`, formKey: randomUUID() }
})

/** Without a script: one form, one edit, and the page again. */
export const action = formAction(async ({ ctx, params, values }) => {
  const where = { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }
  await doEdit(ctx, where, values)
  return redirect(`${roomAddress(where)}/leder`)
})

export default function LeaderPage({ loaderData, actionData }: Route.ComponentProps) {
  return <Leader {...loaderData} refused={actionData} />
}
