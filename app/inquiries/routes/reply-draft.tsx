import { formValues, visitor } from '#app/platform/pages.server.ts'
import { isLimited, keepReplyDraft, secretIn } from '../reply.server.ts'
import type { Route } from './+types/reply-draft.ts'

/** What the page's script sends a moment after the last key. */
export async function action({ context, params, request }: Route.ActionArgs) {
  if (await isLimited(context.get(visitor), 'replyDraft')) return new Response(null, { status: 429 })
  const values = formValues(await request.formData())
  const texts = Object.fromEntries(Object.entries(values).flatMap(([name, v]) => (typeof v === 'string' ? [[name, v.slice(0, 20_000)]] : [])))
  const kept = await keepReplyDraft(params.token, secretIn(request, params.token), texts)
  return new Response(null, { status: kept ? 204 : 404 })
}
