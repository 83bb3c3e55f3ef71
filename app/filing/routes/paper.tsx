import { NotFound } from '#app/platform/context.ts'
import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { filingLetter } from '../filing-letter.ts'
import { readFiling } from '../read-filing.server.ts'
import type { Route } from './+types/paper.ts'

/** The paper for the case, made for whoever fetches it from what they may read now. */
export const loader = page(async ({ ctx, session, params }: PageArgs<Route.LoaderArgs>) => {
  const read = await readFiling(ctx, { caseId: idParam(params.caseId), filingId: idParam(params.filingId) })
  if (read.source === null || read.filing.takenBackAt !== null) throw new NotFound('paper')
  const pdf = await renderLetter(filingLetter(ctx.locale, `${session.municipality.name} Kommune`, { ...read, source: read.source }))
  return new Response(Buffer.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="til-sagen.pdf"', 'cache-control': 'no-store' },
  })
})
