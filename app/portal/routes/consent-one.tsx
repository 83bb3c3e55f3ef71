import { redirect } from 'react-router'
import { MyConsentView } from '#app/consent/components/my-consent.tsx'
import { consentTexts } from '#app/consent/consent-words.ts'
import { readMyConsent } from '#app/consent/read-my-consents.server.ts'
import { registerRefusal } from '#app/consent/register-refusal.server.ts'
import { registerSignature } from '#app/consent/register-signature.server.ts'
import { narrowConsent, withdrawConsent } from '#app/consent/withdraw-consent.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Alert } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import type { Route } from './+types/consent-one.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  consent: await readMyConsent(ctx, { consentId: idParam(params.consentId) }),
}))

const verbs = {
  yes: [registerSignature, 'ja'],
  no: [registerRefusal, 'nej'],
  stop: [withdrawConsent, 'stoppet'],
  narrow: [narrowConsent, 'aendret'],
} as const
const isVerb = (name: string): name is keyof typeof verbs => Object.hasOwn(verbs, name)

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const intent = String(values['intent'] ?? '')
  if (!isVerb(intent)) throw new NotFound('intent')
  const { caseId, id } = await readMyConsent(ctx, { consentId: idParam(params.consentId) })
  const [verb, done] = verbs[intent]
  await verb(ctx, { ...withDates(values, ['until']), caseId, consentId: id })
  return redirect(`/min/samtykke?${done}=1`)
})

/** One question, or one yes: read it, answer it, see less, stop it. */
export default function MyConsentPage({ loaderData: { locale, consent }, actionData }: Route.ComponentProps) {
  const texts = consentTexts(locale)
  const { conflict } = refusal(locale, actionData)
  const conflicts: Readonly<Record<string, string>> = texts.conflict
  return (
    <>
      <title>{`${consent.label} – Helhed`}</title>
      <BackLink href="/min/samtykke">{texts.mine.back}</BackLink>
      {conflict && <Alert tone="error">{conflicts[conflict.code] ?? texts.conflict.other}</Alert>}
      <MyConsentView consent={consent} narrow={refusal(locale, actionData, 'narrow')} />
    </>
  )
}
