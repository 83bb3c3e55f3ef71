import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { concernLetter } from '../concern-letter.ts'
import { readConcern } from '../read-concern.server.ts'
import type { Route } from './+types/paper.ts'

/** The notification on paper, for the authority's own case. Read under the same seal as the page. */
export const loader = page(async ({ ctx, session, params }: PageArgs<Route.LoaderArgs>) => {
  const read = await readConcern(ctx, { concernId: idParam(params.concernId) })
  const pdf = await renderLetter(concernLetter(ctx.locale, `${session.municipality.name} Kommune`, read))
  return new Response(Buffer.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="underretning.pdf"', 'cache-control': 'no-store' },
  })
})
