import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { readIntake } from '../read-intake.server.ts'
import { da, en } from '../referral-messages.ts'
import type { Route } from './+types/refer-receipt.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { caseId, name } = await readIntake(ctx, { caseId: idParam(params.caseId) })
  return { caseId, name }
})

/** The receipt of a referral: what happens now. */
export default function Receipt({ loaderData: { caseId, name } }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.receipt} – Helhed`}</title>
      <PageHead title={m.receipt} />
      <Alert tone="success">{m.receiptText(name)}</Alert>
      <h2>{m.receiptNext}</h2>
      <ol>
        {Object.values(m.receiptSteps).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <LinkButton href={`/familier/${caseId}/optagelse`} variant="primary">
        {m.receiptLink}
      </LinkButton>
    </>
  )
}
