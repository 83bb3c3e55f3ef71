import { redirect } from 'react-router'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { isRefused } from '#app/plan/components/typed.ts'
import { Button, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { actOnAgreement } from '../act-on-agreement.server.ts'
import { type Agreement, isMine, isOpen, type Marker } from '../agreement.ts'
import { ActedToast, actedParam } from '../components/acted-toast.tsx'
import { AgreementList } from '../components/agreement-list.tsx'
import { readAgreements } from '../read-agreements.server.ts'
import { agreementsAddress, agreementTexts } from '../words.ts'
import type { Route } from './+types/agreements.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return {
    d: await readAgreements(ctx, { caseId: idParam(params.caseId) }),
    chosen: { who: query.get('hvem') ?? '', show: query.get('vis') ?? '' },
    done: query.get('gjort'),
  }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  const acted = await actOnAgreement(ctx, caseId, form, values)
  return redirect(`${agreementsAddress(caseId)}?gjort=${actedParam(acted)}#aftale-${acted.id}`)
})

/** What was agreed and what became of it, the open ones first. */
export default function Agreements({ loaderData: { d, chosen, done }, actionData }: Route.ComponentProps) {
  const m = agreementTexts(useLocale())
  const base = agreementsAddress(d.caseId)
  const open = d.agreements.filter(isOpen)
  const late = open.filter((a) => a.dueOn < d.today).length
  const shown = d.agreements.filter((a) => matches(a, chosen.who, d.who))
  const [openShown, endedShown] = [shown.filter(isOpen), shown.filter((a) => !isOpen(a))]
  const list = (agreements: Agreement[], label: string) => <AgreementList agreements={agreements} today={d.today} who={d.who} base={base} label={label} />
  return (
    <>
      <title>{`${m.title} – ${d.familyName}`}</title>
      <ActedToast done={done} action={base} />
      {isRefused(actionData) && actionData.conflict && <Alert tone="warning">{m.stale}</Alert>}
      <PageHead
        title={m.title}
        lead={m.lead}
        action={
          d.make ? (
            <LinkButton variant="primary" href={`${base}/ny`}>
              {m.add}
            </LinkButton>
          ) : (
            <Button variant="primary" disabledReason={m.mayNot}>
              {m.add}
            </Button>
          )
        }
      />
      {d.agreements.length === 0 ? (
        <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
      ) : (
        <>
          <Filter d={d} chosen={chosen} />
          {chosen.show !== 'afsluttede' && (
            <Card title={m.open(openShown.length)} aside={late > 0 ? m.overdue(late) : undefined}>
              {openShown.length > 0 ? list(openShown, m.open(openShown.length)) : <p>{m.noneShown}</p>}
            </Card>
          )}
          {chosen.show !== 'aabne' && endedShown.length > 0 && <Card title={m.ended(endedShown.length)}>{list(endedShown, m.done)}</Card>}
        </>
      )}
    </>
  )
}

const ownerKey = (a: Agreement): string => (a.owner.id === null ? `navn-${a.owner.name}` : `${a.owner.kind}-${a.owner.id}`)
const matches = (a: Agreement, chosen: string, who: Marker): boolean => chosen === '' || (chosen === 'mine' ? isMine(a, who) : ownerKey(a) === chosen)

type Data = Route.ComponentProps['loaderData']
const Filter = ({ d, chosen }: Pick<Data, 'd' | 'chosen'>) => {
  const m = agreementTexts(useLocale())
  const owners = new Map(d.agreements.map((a) => [ownerKey(a), a.owner.name || m.somebody]))
  return (
    <div className="agreed-filter d-print-none">
      <Form method="get" prefix="vis">
        <Select
          name="hvem"
          label={m.filterWho}
          value={chosen.who}
          options={[{ value: '', label: m.everybody }, { value: 'mine', label: m.mine }, ...[...owners].map(([value, label]) => ({ value, label }))]}
        />
        <Select
          name="vis"
          label={m.filterWhat}
          value={chosen.show}
          options={[
            { value: '', label: m.show.all },
            { value: 'aabne', label: m.show.open },
            { value: 'afsluttede', label: m.show.ended },
          ]}
        />
        <SubmitButton variant="secondary">{m.apply}</SubmitButton>
      </Form>
    </div>
  )
}
