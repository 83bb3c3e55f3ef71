import { redirect } from 'react-router'
import { MyConsentCards } from '#app/consent/components/my-consent-cards.tsx'
import { consentTexts } from '#app/consent/consent-words.ts'
import { readMyConsents } from '#app/consent/read-my-consents.server.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.server.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import type { Route } from './+types/consent.ts'

const DONE = { ja: 'yesSaved', nej: 'noSaved', stoppet: 'stopped', aendret: 'changed' } as const

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((key) => query.has(key))
  return { locale: ctx.locale, mine: await readMyConsents(ctx, {}), done: done ? DONE[done] : null }
})
export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  for (const pair of [values['consent'] ?? []].flat()) {
    const [caseId, consentId] = pair.split('.')
    await withdrawConsent(ctx, { caseId: idParam(caseId), consentId: idParam(consentId) })
  }
  return redirect('/min/samtykke?stoppet=1')
})

/** "Hvem må se hvad om os?": the questions that wait, then a card for each helper by name. */
export default function MyConsentsPage({ loaderData: { locale, mine, done } }: Route.ComponentProps) {
  const m = consentTexts(locale).mine
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {done && <Toast>{m[done]}</Toast>}
      <PageHead
        title={m.title}
        lead={mine.onlyAbout && mine.onlyAbout.length > 0 ? m.leadOther(joinList(locale, mine.onlyAbout)) : m.lead}
      />
      <MyConsentCards mine={mine} />
    </>
  )
}
