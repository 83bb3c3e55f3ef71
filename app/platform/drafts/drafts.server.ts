import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { decrypt, encrypt } from '../crypto/column-cipher.server.ts'
import { keys } from '../crypto/keys.server.ts'
import { inTransaction } from '../db.server.ts'
import { formValues } from '../pages.server.ts'

/** What was typed and not yet sent: one store for every form, per person and form, encrypted. `form` names the form and its case, e.g. `plan.goal.12`. */
export type Draft = { values: Record<string, string | string[]>; savedAt: string }

/** What a draft's content is bound to. */
export const draftAad = (municipalityId: number, kind: string, id: number, form: string): string => `draft ${municipalityId} ${kind} ${id} ${form}`
const aad = (ctx: Context, form: string) => draftAad(ctx.municipalityId, ctx.actor.kind, ctx.actor.id, form)
/** A form's name: letters, digits, dots, dashes. */
export const isFormName = (form: string): boolean => /^[a-z0-9][a-z0-9.-]{0,99}$/.test(form)

/** Keeps the draft; the older one of the same form is replaced. */
export function saveDraft(ctx: Context, form: string, values: Draft['values']): Promise<void> {
  return inTransaction(ctx, null, async (tx, { actor, municipalityId, now }) => {
    const content = encrypt(keys().cprKeys, JSON.stringify(values), aad(ctx, form))
    const row = { municipality_id: municipalityId, actor_kind: actor.kind, actor_id: actor.id, form, content, saved_at: now }
    await tx.insertInto('draft').values(row).onConflict((c) => c.columns(['municipality_id', 'actor_kind', 'actor_id', 'form']).doUpdateSet({ content, saved_at: now })).execute()
  })
}

/** The draft of a form, if there is one. */
export function findDraft(ctx: Context, form: string): Promise<Draft | null> {
  return inTransaction(ctx, null, async (tx) => {
    const row = await tx.selectFrom('draft').select(['content', 'saved_at']).where('form', '=', form).executeTakeFirst()
    return row ? { values: JSON.parse(decrypt(keys().cprKeys, row.content, aad(ctx, form))) as Draft['values'], savedAt: row.saved_at } : null
  })
}

/** After the form was sent, or when its writer throws it away. */
export function dropDraft(ctx: Context, form: string): Promise<void> {
  return inTransaction(ctx, null, async (tx) => {
    await tx.deleteFrom('draft').where('form', '=', form).execute()
  })
}

type Variables = { signedIn: { ctx: Context } | null }

/** POST /kladde/<form>: what the page's script calls a moment after the last key. */
export const draftRoutes = () => new Hono<{ Variables: Variables }>().post('/kladde/:form', async (c) => {
  const known = c.var.signedIn
  const form = c.req.param('form')
  if (!known) return c.body(null, 401)
  if (!isFormName(form)) return c.body(null, 404)
  await saveDraft(known.ctx, form, formValues(await c.req.raw.formData()))
  return c.body(null, 204)
})
