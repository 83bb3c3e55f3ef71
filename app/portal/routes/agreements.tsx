import { redirect } from 'react-router'
import { actOnAgreement } from '#app/agreements/act-on-agreement.server.ts'
import { isOpen } from '#app/agreements/agreement.ts'
import { ActedToast, actedParam } from '#app/agreements/components/acted-toast.tsx'
import { TickList } from '#app/agreements/components/tick-list.tsx'
import type { AgreementsPage } from '#app/agreements/read-agreements.server.ts'
import { agreementTexts } from '#app/agreements/words.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { inCase, portalTexts } from '../portal-words.ts'
import { readMyAgreements } from '../read-my-agreements.server.ts'
import type { Route } from './+types/agreements.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return { found: await readMyAgreements(ctx, { caseId: query.get('sag') }), done: query.get('gjort') }
})

/** Ticks from here and from "Vores plan"; back to where one came from. */
export const action = formAction(async ({ ctx, form, values }) => {
  const caseId = Number(values['caseId'])
  const acted = await actOnAgreement(ctx, caseId, form, values)
  const back = values['back'] === 'plan' ? '/min/plan' : '/min/aftaler'
  return redirect(`${inCase(back, caseId, { gjort: actedParam(acted) })}#aftale-${acted.id}`)
})

/** "Det har vi aftalt", for a telephone. */
export default function MyAgreements({ loaderData: { found, done }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const { conflict } = refusal(locale, actionData)
  return found.page === null ? <ChooseCase cases={found.cases} path="/min/aftaler" /> : <Agreed d={found.page} done={done} stale={conflict !== null} />
}

const Agreed = ({ d, done, stale }: { d: AgreementsPage; done: string | null; stale: boolean }) => {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const open = d.agreements.filter(isOpen)
  const ended = d.agreements.filter((a) => !isOpen(a))
  const list = (agreements: typeof open) => (
    <TickList
      agreements={agreements}
      today={d.today}
      who={d.who}
      action="/min/aftaler"
      href={(id) => inCase(`/min/aftaler/${id}`, d.caseId)}
      hidden={{ caseId: d.caseId }}
    />
  )
  return (
    <>
      <title>{m.portalTitle}</title>
      <ActedToast done={done} action="/min/aftaler" hidden={{ caseId: d.caseId }} own />
      {stale && <Alert tone="warning">{m.stale}</Alert>}
      <BackLink href={inCase('/min/plan', d.caseId)}>{portalTexts(locale).back}</BackLink>
      <PageHead
        title={m.portalTitle}
        lead={m.portalLead}
        action={d.make && <LinkButton href={inCase('/min/aftaler/ny', d.caseId)}>{m.portalAdd}</LinkButton>}
      />
      {d.agreements.length === 0 && <EmptyState title={m.cardEmpty}>{m.cardEmptyText}</EmptyState>}
      {open.length > 0 && <Card title={m.open(open.length)}>{list(open)}</Card>}
      {ended.length > 0 && <Card title={m.done}>{list(ended)}</Card>}
    </>
  )
}
