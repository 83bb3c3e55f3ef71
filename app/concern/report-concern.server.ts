import { sql } from 'kysely'
import { cprHash } from '#app/platform/cpr/cpr-column.server.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { enqueue } from '#app/platform/jobs/enqueue.server.ts'
import { bornOf, type Child, deadlines, type Report, ReportConcern } from './concern.ts'
import { seal } from './content.server.ts'
import { childrenOf, concernPack, procedureOf } from './queries.server.ts'
import { worksHere } from './rights.server.ts'
import { tellAboutConcerns } from './watch.server.ts'

/**
 * Writes a notification: at once, by anybody who works here, about any child, whatever consents there are. Mail to the authority's mailbox and a
 * neutral word to the child-protection roles follow in the same minute.
 */
export const reportConcern = command({
  event: 'concern.report',
  input: ReportConcern,
  may: async (tx, ctx, { caseId }) => (caseId === null || (await reachesCase(tx, caseId)) ? worksHere(tx, ctx) : 'not-found'),
  run: async (tx, ctx, input) => {
    const known = input.caseId === null ? [] : await childrenOf(tx, input.caseId, ctx.today)
    const chosen = known.filter((c) => input.childIds.includes(c.id))
    if (chosen.length !== input.childIds.length)
      throw new Invalid([{ field: 'childIds', message: { da: 'Vælg barnet igen', en: 'Choose the child again' } }])
    const children: Child[] = [
      ...chosen.map((c) => ({ personId: c.id, name: c.name, born: c.born, cpr: null, where: '' })),
      ...input.typed.filter((c) => c.name !== '').map((c) => ({ personId: null, name: c.name, born: bornOf(c.cpr), cpr: c.cpr, where: c.where })),
    ]
    const { clocks, mailbox } = procedureOf(await concernPack(tx, input.caseId), ctx.locale, ctx.today)
    const due = deadlines(ctx.now, clocks)
    const sealed = seal(ctx.municipalityId, reportOf(input, children))
    const hashes = children.flatMap((c) => (c.cpr === null ? [] : [cprHash(c.cpr).toString('hex')]))
    const { rows } = await sql<{ id: number }>`select access.report_concern(${input.caseId}, ${chosen.map((c) => c.id)}::bigint[], ${hashes}::text[], ${input.danger === 'yes'},
      ${sealed.content}, ${sealed.key}, ${due.assessBy}::timestamptz, ${due.remindAt}::timestamptz, ${due.receiptBy}::date, ${mailbox?.address ?? null}, ${mailbox?.secure ?? false}) as id`.execute(tx)
    await enqueue(tx, tellAboutConcerns, {})
    return { id: rows[0]?.id ?? 0, people: chosen.map((c) => c.id) }
  },
  concerns: (_input, { id, people }) => ({ personIds: [], bases: [], details: { concern: id, people } }),
})

const reportOf = (input: ReportConcern, children: Child[]): Report => ({
  children,
  seen: input.seen,
  when: input.when,
  parents: input.parents,
  parentsWords: input.parents === 'told' ? input.parentsSaid : input.notToldBecause,
  done: input.done,
  reach: input.reach,
})
