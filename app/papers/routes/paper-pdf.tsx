import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { easyLetter } from '../easy-blocks.ts'
import { planLetter } from '../plan-blocks.ts'
import { readPaper } from '../read-paper.server.ts'
import type { Route } from './+types/paper-pdf.ts'

/** The plan as a PDF for `til` (one or several); `slags=let` is the short one, `sprog=en` English. The same for staff and for the family. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const locale = query.get('sprog') === 'en' ? 'en' : query.get('sprog') === 'da' ? 'da' : ctx.locale
  const paper = await readPaper({ ...ctx, locale }, { caseId: idParam(params.caseId), personIds: query.getAll('til') })
  const pdf = await renderLetter(query.get('slags') === 'let' ? easyLetter(locale, paper) : planLetter(locale, paper))
  return new Response(Buffer.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="planen.pdf"', 'cache-control': 'no-store' },
  })
})
