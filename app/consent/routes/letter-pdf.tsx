import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { readRequestLetter } from '../read-request-letter.server.ts'
import type { Route } from './+types/letter-pdf.ts'

/** The other parent's letter, about the child only, as a PDF. */
export const loader = page(async ({ ctx, session, params }: PageArgs<Route.LoaderArgs>) => {
  const ids = {
    caseId: idParam(params.caseId),
    consentId: idParam(params.consentId),
    signerId: idParam(params.signerFile?.replace(/\.pdf$/, '')),
  }
  const { letter } = await readRequestLetter(ctx, ids)
  const pdf = await renderLetter({ ...letter, sender: { name: `${session.municipality.name} Kommune`, lines: [] } })
  return new Response(Buffer.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="brev.pdf"', 'cache-control': 'no-store' },
  })
})
