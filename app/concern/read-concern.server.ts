import { holds } from '#app/consent/rights.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { z } from 'zod'
import { inOrder, OneConcern } from './concern.ts'
import { openReport, openWords } from './content.server.ts'
import { concernPack, concernsOf, mailsOf, procedureOf, saidAfter } from './queries.server.ts'
import { protects, seesConcern } from './rights.server.ts'

/** One notification as its writer or a child-protection role reads it; also what its paper is made of. */
export const readConcern = query({
  event: 'concern.read',
  input: OneConcern,
  may: (tx, ctx, { concernId }) => seesConcern(tx, ctx, concernId),
  run: async (tx, ctx, { concernId }) => {
    const [row] = await concernsOf(tx, { only: concernId })
    if (!row) throw new NotFound('concern')
    const { content, content_key, ...concern } = row
    const after = await saidAfter(tx, concernId)
    const { results } = procedureOf(await concernPack(tx, null), ctx.locale, ctx.today)
    const words = <S extends { content: Buffer; content_key: string }>({ content: c, content_key: k, ...said }: S) => ({
      ...said,
      text: openWords(ctx.municipalityId, { content: c, content_key: k }),
    })
    const mine = row.authorId === ctx.actor.id
    return {
      concern,
      report: openReport(ctx.municipalityId, { content, content_key }),
      additions: after.additions.map(words),
      assessments: after.assessments.map(words),
      receipt: after.receipt ? words(after.receipt) : null,
      mails: await mailsOf(tx, concernId),
      results,
      mine,
      may: { assess: await holds(tx, 'child-protection') },
      now: ctx.now,
      today: ctx.today,
    }
  },
  concerns: ({ concernId }, { mine }) => ({ personIds: [], bases: [mine ? 'own-sector' : 'legal-basis'], details: { concern: concernId } }),
})

/** All notifications of the municipality, for those who assess them: what waits stands first. */
export const listConcerns = query({
  event: 'concern.list',
  input: z.object({}),
  may: (tx, ctx) => protects(tx, ctx),
  run: async (tx, ctx) => {
    const { results, clocks } = procedureOf(await concernPack(tx, null), ctx.locale, ctx.today)
    const rows = (await concernsOf(tx)).map(({ content, content_key, ...c }) => ({
      ...c,
      children: openReport(ctx.municipalityId, { content, content_key }).children.map((child) => child.name),
    }))
    return { concerns: inOrder(rows, ctx.now), results, clocks, now: ctx.now, today: ctx.today }
  },
  concerns: (_input, { concerns }) => ({ personIds: [], bases: ['legal-basis'], details: { concerns: concerns.map((c) => c.id) } }),
})
