import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { consentForm } from '../consent-form.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import type { Route } from './+types/form-pdf.ts'

/** The form to sign as a PDF; `sprog=en` for English, `hvem` for one signer. */
export const loader = page(async ({ ctx, session, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const locale = query.get('sprog') === 'en' ? 'en' : query.get('sprog') === 'da' ? 'da' : ctx.locale
  const whole = await readConsentPage({ ...ctx, locale }, { caseId: idParam(params.caseId) })
  const pdf = await renderLetter(consentForm(whole, Number(query.get('hvem')) || null, locale, `${session.municipality.name} Kommune`))
  return new Response(Buffer.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="samtykke.pdf"', 'cache-control': 'no-store' },
  })
})
