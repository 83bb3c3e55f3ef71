import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { genitive } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDate, formatRange } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details, KeyValue } from '#app/ui/text.tsx'
import { askSigner } from '../ask-signer.server.ts'
import { consentHref } from '../components/consent-cards.tsx'
import { SignerCard } from '../components/signer-forms.tsx'
import { nameOf, plainSectors, thingsOf, titleOf } from '../consent-words.ts'
import { VIA } from '../consent.ts'
import { extendConsent } from '../extend-consent.server.ts'
import { markMustNotContact } from '../mark-no-contact.server.ts'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import { registerAttempt } from '../register-attempt.server.ts'
import { registerRefusal } from '../register-refusal.server.ts'
import { registerSignature } from '../register-signature.server.ts'
import { withdrawConsent } from '../withdraw-consent.server.ts'
import type { Route } from './+types/one-consent.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const whole = await readConsentPage(ctx, { caseId: idParam(params.caseId) })
  const consent = whole.consents.find((c) => c.id === idParam(params.consentId))
  if (!consent) throw new NotFound('consent')
  return { locale: ctx.locale, page: whole, consent, saved: new URL(request.url).searchParams.has('gemt') }
})

const verbs = {
  yes: registerSignature,
  no: registerRefusal,
  ask: askSigner,
  attempt: registerAttempt,
  'no-contact': markMustNotContact,
  stop: withdrawConsent,
  renew: extendConsent,
} as const
const isVerb = (name: string): name is keyof typeof verbs => Object.hasOwn(verbs, name)

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const [caseId, consentId] = [idParam(params.caseId), idParam(params.consentId)]
  const intent = String(values['intent'] ?? '').split('.')[0] ?? ''
  if (!isVerb(intent)) throw new NotFound('intent')
  await verbs[intent](ctx, { ...withDates(values, ['on', 'until']), caseId, consentId })
  return redirect(`${consentHref(caseId, consentId)}?gemt=1`)
})

/** One yes: what was asked, who must answer, and how to stop it in two clicks. */
export default function OneConsent({ loaderData: { locale, page: p, consent: c, saved }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const name = (id: number) => nameOf(locale, p.people, id)
  const { conflict } = refusal(locale, actionData)
  const conflicts: Readonly<Record<string, string>> = m.conflict
  const over = c.standing === 'withdrawn' || c.standing === 'ended'
  const signers = c.signers.filter((s) => s.required || s.signedAt !== null)
  const what = `${genitive(locale, name(c.subjectId))} ${thingsOf(locale, p.labels, c.categories)}`
  const vias: Readonly<Record<string, string>> = m.via
  return (
    <>
      <title>{`${titleOf(p, c)} – Helhed`}</title>
      {saved && <Toast>{m.page.saved}</Toast>}
      <BackLink href={consentHref(p.caseId)}>{m.page.back}</BackLink>
      {conflict && <Alert tone="error">{conflicts[conflict.code] ?? m.conflict.other}</Alert>}
      <PageHead title={titleOf(p, c)} lead={m.one.about(name(c.subjectId))}>
        <p>
          <Badge tone={c.standing === 'valid' ? 'done' : 'plain'}>{m.standing[c.standing]}</Badge>
        </p>
      </PageHead>
      {p.shield && (
        <Alert tone="warning" title={m.page.shield} live={false}>
          {m.page.shieldText}
        </Alert>
      )}
      <KeyValue
        items={[
          {
            key: m.page.toWhom,
            value: `${c.fromSectors.map((s) => p.labels.sectors[s] ?? s).join(', ')} → ${c.toSectors.map((s) => p.labels.sectors[s] ?? s).join(', ')}`,
          },
          { key: m.page.matrixWhat, value: c.categories.map((k) => p.labels.categories[k] ?? k).join(', ') },
          { key: m.page.until, value: formatRange(locale, c.validFrom, c.lastsUntil, p.today) },
          {
            key: m.page.state,
            value: c.withdrawnAt
              ? m.one.withdrawn(
                  formatDate(locale, copenhagenDay(c.withdrawnAt)),
                  c.withdrawnBy ? name(c.withdrawnBy) : m.somebody,
                  vias[c.withdrawnVia ?? ''] ?? '',
                )
              : '',
          },
          { key: '', value: c.renews ? m.one.renews : '' },
          { key: '', value: c.healthAgreement ? m.one.health(c.healthAgreement) : '' },
        ].filter((i) => i.value !== '')}
      />
      <Details summary={m.one.wording}>
        {c.wording.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Details>
      <Details summary={m.one.gdpr}>
        <ul>
          {c.categories.map((k) => (
            <li key={k}>
              {p.labels.categories[k] ?? k}: {p.labels.gdpr[k]}
            </li>
          ))}
        </ul>
      </Details>
      <h2>{m.one.signers}</h2>
      {c.standing === 'no-signer' && <p>{m.noSigner}</p>}
      {signers.map((s) => (
        <SignerCard
          key={s.personId}
          consent={c}
          signer={s}
          name={name(s.personId)}
          person={p.people.find((x) => x.id === s.personId)}
          today={p.today}
          may={p.may.register}
          refusalOf={(intent) => refusal(locale, actionData, intent)}
        />
      ))}
      {(c.standing === 'valid' || c.standing === 'partly') && p.may.register && (
        <RenewForm until={c.lastsUntil ?? p.today} errors={refusal(locale, actionData, 'renew').errors} locale={locale} />
      )}
      {!over && p.may.withdraw && signers.some((s) => s.state === 'signed') && (
        <Card title={m.one.stop}>
          <p>
            {c.purpose === 'coordination' || c.purpose === 'intake'
              ? capital(m.one.stopChanges(plainSectors(locale, p.labels, c.toSectors), what))
              : m.one.stopOther}
          </p>
          <p>{m.one.stopCannot}</p>
          <Form errors={refusal(locale, actionData, 'stop').errors} prefix="stop">
            <input type="hidden" name="intent" value="stop" />
            <RadioGroup
              name="signerId"
              legend={m.one.stopWhose}
              value={signers[0]?.personId}
              choices={signers.map((s) => ({ value: s.personId, label: name(s.personId) }))}
              inline
            />
            <RadioGroup
              name="via"
              legend={m.one.stopVia}
              value="telephone"
              choices={VIA.filter((v) => v !== 'portal').map((value) => ({ value, label: m.via[value] }))}
              inline
            />
            <ButtonGroup>
              <ConfirmButton label={m.one.stop} question={m.one.stopQuestion} confirm={m.one.stopConfirm} />
            </ButtonGroup>
          </Form>
        </Card>
      )}
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)

function RenewForm({ until, errors, locale }: { until: string; errors: Record<string, string> | null; locale: 'da' | 'en' }) {
  const m = pick(locale, { da, en })
  return (
    <Details summary={m.one.renew} open={errors !== null}>
      <Form errors={errors} prefix="renew">
        <input type="hidden" name="intent" value="renew" />
        <DateFields name="until" legend={m.one.renewUntil} value={until} />
        <SubmitButton variant="secondary">{m.one.saveRenew}</SubmitButton>
      </Form>
    </Details>
  )
}
