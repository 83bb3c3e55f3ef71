import { formValues, idParam, signedIn } from '#app/platform/pages.server.ts'
import { answerEdit, doEdit } from '../edit.server.ts'
import type { EditAnswer } from '../outbox.ts'
import type { Route } from './+types/write.ts'

/** Where a screen's queue sends its edits, one at a time; every answer is JSON. */
export async function action({ context, params, request }: Route.ActionArgs): Promise<Response> {
  const known = context.get(signedIn)
  if (!known) return Response.json({ done: false, why: 'signed-out' } satisfies EditAnswer, { status: 401 })
  const values = formValues(await request.formData())
  const { status, body } = await answerEdit(async () => doEdit(known.ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }, values))
  return Response.json(body, { status })
}
