import { NotFound } from '#app/platform/context.ts'
import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { minutesLetter } from '../minutes-letter.ts'
import { readMinutesPaper } from '../read-minutes-paper.server.ts'
import type { Route } from './+types/minutes-pdf.ts'

/** `/papir/12/referat-7.pdf?til=3`: the minutes of meeting 7 for one participant or several; `sprog=en` English. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const meetingId = /^referat-(\d{1,15})\.pdf$/.exec(params.paper ?? '')?.[1]
  if (!meetingId) throw new NotFound('paper')
  const query = new URL(request.url).searchParams
  const locale = query.get('sprog') === 'en' ? 'en' : query.get('sprog') === 'da' ? 'da' : ctx.locale
  const paper = await readMinutesPaper({ ...ctx, locale }, { caseId: idParam(params.caseId), meetingId: Number(meetingId), participantIds: query.getAll('til') })
  const pdf = await renderLetter(minutesLetter(locale, paper))
  return new Response(Buffer.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="referat.pdf"', 'cache-control': 'no-store' },
  })
})
