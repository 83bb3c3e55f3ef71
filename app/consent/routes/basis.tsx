import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { ConfirmButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { withholdFromLog } from '../break-glass.server.ts'
import { consentHref } from '../components/consent-cards.tsx'
import { WithholdForm } from '../components/withhold-form.tsx'
import { nameOf } from '../consent-words.ts'
import { endLegalBasis } from '../legal-basis.server.ts'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import type { Route } from './+types/basis.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const whole = await readConsentPage(ctx, { caseId: idParam(params.caseId) })
  const basis = whole.bases.find((b) => b.id === idParam(params.basisId))
  if (!basis) throw new NotFound('basis')
  return {
    locale: ctx.locale,
    caseId: whole.caseId,
    today: whole.today,
    may: whole.may,
    basis,
    about: nameOf(ctx.locale, whole.people, basis.subjectId),
  }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const [caseId, basisId] = [idParam(params.caseId), idParam(params.basisId)]
  if (values['intent'] === 'end') await endLegalBasis(ctx, { caseId, basisId })
  else await withholdFromLog(ctx, { ...withDates(values, ['until']), kind: 'legal-basis', id: basisId })
  return redirect(`${consentHref(caseId)}?gemt=1`)
})

/** One sharing without consent: stop it, or wait before it is shown to the family. */
export default function OneBasis({ loaderData: { locale, caseId, today, may, basis: b, about }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const { conflict } = refusal(locale, actionData)
  const conflicts: Readonly<Record<string, string>> = m.conflict
  return (
    <>
      <title>{`${b.paragraph} – Helhed`}</title>
      <BackLink href={consentHref(caseId)}>{m.page.back}</BackLink>
      {conflict && <Alert tone="error">{conflicts[conflict.code] ?? m.conflict.other}</Alert>}
      <PageHead title={b.paragraph} lead={m.one.about(about)} />
      <KeyValue
        items={[
          { key: m.page.state, value: m.basis.standing[b.standing] },
          { key: m.page.until, value: formatRange(locale, b.validFrom, b.validUntil, today) },
          { key: m.page.basisReason, value: b.reason },
        ]}
      />
      {b.standing !== 'ended' && b.standing !== 'lapsed' && (may.registerBasis || may.confirmBasis) && (
        <Form>
          <input type="hidden" name="intent" value="end" />
          <ConfirmButton label={m.basis.end} question={m.basis.endQuestion} confirm={m.basis.endConfirm} />
        </Form>
      )}
      {may.withhold && <WithholdForm kind="legal-basis" id={b.id} refused={refusal(locale, actionData, `hide.${b.id}`)} />}
    </>
  )
}
