import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BasesCard, consentHref, DocumentsCard, LedgerCard, MatrixCard, WaitingCards } from '../components/consent-cards.tsx'
import { minimumMissing } from '../consent-words.ts'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import type { Route } from './+types/consent.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  page: await readConsentPage(ctx, { caseId: idParam(params.caseId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
}))

/** Who may see what about this family, who is missing, and the next step. */
export default function ConsentOverview({ loaderData: { locale, page: p, saved } }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const waiting = p.consents.find((c) => c.standing === 'waiting')
  const next =
    waiting && minimumMissing(p).every((x) => p.consents.some((c) => c.template === x.code && c.standing === 'waiting'))
      ? { href: `${consentHref(p.caseId)}/ark`, label: m.page.register }
      : { href: `${consentHref(p.caseId)}/ny`, label: m.page.ask }
  return (
    <>
      <title>{`${m.page.title(p.caseName)} – Helhed`}</title>
      {saved && <Toast>{m.page.saved}</Toast>}
      <PageHead
        title={m.page.title(p.caseName)}
        lead={p.whole ? m.page.lead : m.page.leadOwn}
        action={
          p.may.register ? (
            <LinkButton variant="primary" href={next.href}>
              {next.label}
            </LinkButton>
          ) : undefined
        }
      />
      <WaitingCards page={p} />
      <MatrixCard page={p} />
      <LedgerCard page={p} />
      <BasesCard page={p} />
      {p.whole && <DocumentsCard page={p} />}
    </>
  )
}
