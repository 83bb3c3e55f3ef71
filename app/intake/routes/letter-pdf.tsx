import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { readIntakeLetter } from '../read-intake.server.ts'
import type { Route } from './+types/letter-pdf.ts'

/** The same letter as a PDF to print. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const letter = await readIntakeLetter(ctx, { letterId: idParam(params.letterId) })
  const pdf = await renderLetter({
    locale: letter.locale,
    sender: { name: letter.municipality, lines: [] },
    recipient: { name: letter.to, lines: [] },
    date: letter.writtenOn,
    reference: letter.number,
    title: letter.title,
    blocks: [{ kind: 'text', text: letter.body }],
  })
  return new Response(Buffer.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="brev-${letter.id}.pdf"`,
      'cache-control': 'no-store',
    },
  })
})
