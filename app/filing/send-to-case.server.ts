import { sql } from 'kysely'
import { casePack } from '#app/catalogue/queries.server.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { OneFiling, SendToCase, WriteReceipt } from './filing.ts'
import { filingRules, filingsOf, recipientsOf } from './queries.server.ts'
import { mayFile, mayReceipt, maySeeFiling } from './rights.server.ts'
import { sourceOf } from './sources.server.ts'

/** Sends a record to a caseworker's case: only what that caseworker's own sector may read today. They get a task and a mail that says nothing. */
export const sendToCase = command({
  event: 'filing.send',
  input: SendToCase,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayFile(tx, ctx, caseId),
  run: async (tx, ctx, { caseId, kind, id, to, theme }) => {
    const pack = await casePack(tx, caseId)
    const rules = filingRules(pack, ctx.locale, ctx.today)
    const source = await sourceOf(tx, { pack, locale: ctx.locale, today: ctx.today }, caseId, kind, id)
    if (!source) throw new NotFound('record')
    if (!rules.themes.some((t) => t.code === theme)) throw new Invalid([{ field: 'theme', message: { da: 'Vælg et tema', en: 'Choose a theme' } }])
    const recipient = (await recipientsOf(tx, caseId, source.shelfIds[0] ?? 0)).find((r) => `${r.staffId}.${r.sector}` === to)
    if (!recipient) throw new Invalid([{ field: 'to', message: { da: 'Det må ikke sendes til den sagsbehandler', en: 'It may not be sent to that caseworker' } }])
    const { rows } = await sql<{ id: number | null }>`
      select access.file_record(${kind}, ${id}, ${recipient.staffId}, ${recipient.sector}, ${theme}, ${addDays(ctx.today, rules.days)}::date) as id`.execute(tx)
    const filingId = rows[0]?.id ?? null
    if (filingId === null) throw new Conflict('sent-before')
    if (recipient.staffId !== ctx.actor.id) await planMessage(tx, ctx, { to: { staffId: recipient.staffId }, template: 'task', caseId, key: `filing.${filingId}` })
    return { id: filingId, subjects: source.subjects, shelfIds: source.shelfIds, to: recipient.staffId }
  },
  concerns: ({ caseId, kind, id }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { filing: r.id, kind, record: id, to: r.to } }),
})

/** The caseworker's word for where it is filed. Said again, the later word holds. */
export const writeReceipt = command({
  event: 'filing.receipt',
  input: WriteReceipt,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId, filingId }) => mayReceipt(tx, ctx, caseId, filingId),
  run: async (tx, ctx, { caseId, filingId, system, number, filedOn }) => {
    if (filedOn > ctx.today) throw new Invalid([{ field: 'filedOn', message: { da: 'Dagen kan ikke ligge ude i fremtiden', en: 'The day cannot lie in the future' } }])
    await sql`select access.receipt_filing(${filingId}, ${system}, ${number}, ${filedOn}::date)`.execute(tx)
    return aboutFiling(tx, ctx, caseId, filingId)
  },
  concerns: ({ caseId, filingId }, r) => ({ caseId, ...r, details: { filing: filingId } }),
})

/** Sent to the wrong one: taken back by its sender while nobody has filed it. */
export const takeBackFiling = command({
  event: 'filing.take-back',
  input: OneFiling,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, filingId }) => {
    if ((await maySeeFiling(tx, ctx, caseId, filingId)) !== true) return 'not-found'
    const [filing] = await filingsOf(tx, { id: filingId })
    return filing?.sentBy === ctx.actor.id && filing.receipt === null && filing.takenBackAt === null && (await reachesCase(tx, caseId))
  },
  run: async (tx, ctx, { caseId, filingId }) => {
    await sql`select access.take_back_filing(${filingId})`.execute(tx)
    return aboutFiling(tx, ctx, caseId, filingId)
  },
  concerns: ({ caseId, filingId }, r) => ({ caseId, ...r, details: { filing: filingId } }),
})

/** Whom a filing is about, for the log: the people of its record as far as it still stands. */
async function aboutFiling(tx: Tx, ctx: Context, caseId: number, filingId: number): Promise<{ personIds: number[]; shelfIds: number[] }> {
  const [filing] = await filingsOf(tx, { id: filingId, caseIds: [caseId] })
  if (!filing) throw new NotFound('filing')
  const source = await sourceOf(tx, { pack: await casePack(tx, caseId), locale: ctx.locale, today: ctx.today }, caseId, filing.kind, filing.recordId)
  return { personIds: source?.subjects ?? [], shelfIds: [filing.shelfId] }
}
