import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { readLetter } from '#app/platform/messages/read-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import type { Route } from './+types/letter-pdf.ts'

/** A letter as a PDF to print. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { id, letter } = await readLetter(ctx, { id: idParam(params.id) })
  return new Response(Buffer.from(await renderLetter(letter)), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="brev-${id}.pdf"`, 'cache-control': 'no-store' },
  })
})
