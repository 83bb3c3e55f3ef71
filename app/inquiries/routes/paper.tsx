import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { referenceOf } from '../inquiry.ts'
import { readPaper } from '../read-paper.server.ts'
import type { Route } from './+types/paper.ts'

/** The form on paper, as PDF. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { letter, inquiry } = await readPaper(ctx, { caseId: idParam(params.caseId), inquiryId: idParam(params.inquiryId) })
  return new Response(Buffer.from(await renderLetter(letter)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${referenceOf(inquiry.id)}.pdf"`,
      'cache-control': 'no-store',
    },
  })
})
