import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant, formatMonth } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton, LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { changeDelivery, checkExtract, readDelivery } from '../deliveries.server.ts'
import { da, en } from '../extract-messages.ts'
import type { Route } from './+types/extract.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const id = idParam(params.deliveryId)
  const delivery = await readDelivery(ctx, { id })
  const wanted = new URL(request.url).searchParams.has('igen') && delivery.keyKept
  const { concerns: _forTheLog, ...again } = wanted ? await checkExtract(ctx, { id }) : { concerns: [] }
  return { delivery, again: 'same' in again ? again : null }
})

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  const id = idParam(params.deliveryId)
  await changeDelivery(ctx, { id, do: values['do'] })
  return redirect(`/projekt/udtraek/${id}`)
})

/** What is in this delivery, and is it still what was sent? */
export default function Extract({ loaderData: { delivery: d, again } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const here = `/projekt/udtraek/${d.id}`
  return (
    <>
      <title>{`${m.oneTitle(formatMonth(locale, d.month))} – Helhed`}</title>
      <BackLink href={`/projekt/udtraek?projekt=${d.project_id}`}>{m.backList}</BackLink>
      <PageHead title={m.oneTitle(formatMonth(locale, d.month))} lead={m.basis[d.basis]} />
      {again && <Alert tone={again.same ? 'success' : 'info'}>{again.same ? m.same : m.differs(again.differs.join(', '))}</Alert>}
      <KeyValue
        items={[
          { key: m.purpose, value: d.withdrawn_at === null ? (m.marks[d.mark] ?? d.mark) : m.withdrawn },
          { key: m.who, value: m.inFamilies(d.people, d.families) },
          ...(d.left_out > 0 ? [{ key: m.leftOut, value: m.leftOutLong(d.left_out) }] : []),
          { key: m.made, value: formatInstant(locale, d.made_at) },
          { key: m.by, value: d.by },
          { key: m.keyState, value: d.key_destroyed_at === null ? m.keyKept : m.keyGone(formatInstant(locale, d.key_destroyed_at)) },
        ]}
      />
      <ButtonGroup>
        <LinkButton href={`${here}/fil`} variant="primary">
          {m.download}
        </LinkButton>
        {d.keyKept && <LinkButton href={`${here}?igen`}>{m.check}</LinkButton>}
      </ButtonGroup>
      <h2>{m.files}</h2>
      <Table
        caption={m.files}
        hideCaption
        compact
        rows={[...d.contents, { name: m.whole, rows: null, sha256: d.sha256 }]}
        rowKey={(f) => f.name}
        columns={[
          { key: 'file', label: m.file, rowHeader: true, cell: (f) => f.name },
          { key: 'rows', label: m.rows, numeric: true, cell: (f) => f.rows ?? '' },
          { key: 'sum', label: m.sum, cell: (f) => <code>{f.sha256.match(/.{1,16}/g)?.join(' ')}</code> },
        ]}
      />
      {d.keyKept && <Change here={here} what="destroy-key" label={m.destroy} why={m.destroyWhy} />}
      {d.withdrawn_at === null && <Change here={here} what="withdraw" label={m.withdraw} why={m.withdrawWhy} />}
    </>
  )
}

function Change({ here, what, label, why }: { here: string; what: 'destroy-key' | 'withdraw'; label: string; why: string }) {
  return (
    <Form action={here} prefix={what}>
      <input type="hidden" name="do" value={what} />
      <ConfirmButton label={label} question={why} confirm={label} />
    </Form>
  )
}
