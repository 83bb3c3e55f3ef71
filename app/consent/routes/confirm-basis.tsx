import { redirect } from 'react-router'
import { municipalityLabels } from '../labels.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatRange } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { confirmLegalBasis, readBasisToConfirm } from '../legal-basis.server.ts'
import { da, en } from '../messages.ts'
import type { Route } from './+types/confirm-basis.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  today: ctx.today,
  basis: await readBasisToConfirm(ctx, { basisId: idParam(params.basisId) }),
  labels: await municipalityLabels(ctx, {}),
}))
export const action = formAction(async ({ ctx, params }: PageArgs<Route.ActionArgs>) => {
  const basisId = idParam(params.basisId)
  await confirmLegalBasis(ctx, { basisId })
  return redirect(`/lovgrundlag/${basisId}`)
})

/** The second person reads what is to be shared and why, and confirms or leaves it to lapse. */
export default function ConfirmBasis({ loaderData: { locale, today, basis: b, labels }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const { conflict } = refusal(locale, actionData)
  const late = conflict !== null || (!b.confirmed && (b.ended || b.confirmBy < today))
  const sectors = (codes: string[]) =>
    joinList(
      locale,
      codes.map((s) => labels.sectors[s] ?? s),
    )
  return (
    <>
      <title>{`${m.basis.confirmTitle} – Helhed`}</title>
      <PageHead title={m.basis.confirmTitle} lead={m.basis.confirmLead} />
      {b.confirmed && <Alert tone="success">{m.basis.confirmed}</Alert>}
      {late && <Alert tone="warning">{m.basis.lapsed}</Alert>}
      <KeyValue
        items={[
          { key: m.basis.caseNumber, value: b.caseNumber },
          { key: m.page.about, value: b.subject },
          { key: m.basis.paragraph, value: b.paragraph },
          { key: m.page.toWhom, value: `${sectors(b.fromSectors)} → ${sectors(b.toSectors)}` },
          {
            key: m.basis.what,
            value: joinList(
              locale,
              b.categories.map((c) => labels.categories[c] ?? c),
            ),
          },
          { key: m.page.until, value: formatRange(locale, b.validFrom, b.validUntil, today) },
          { key: m.page.basisReason, value: b.reason },
          { key: m.basis.registeredBy, value: b.registeredBy },
          { key: m.basis.deadline, value: formatDate(locale, b.confirmBy) },
        ]}
      />
      {!b.confirmed && !late && (
        <Form>
          <SubmitButton>{m.basis.confirm}</SubmitButton>
        </Form>
      )}
    </>
  )
}
