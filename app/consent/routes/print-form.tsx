import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { consentHref } from '../components/consent-cards.tsx'
import { consentForm, toSign } from '../consent-form.ts'
import { nameOf } from '../consent-words.ts'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import type { Route } from './+types/print-form.ts'

export const loader = page(async ({ ctx, session, params, request }: PageArgs<Route.LoaderArgs>) => {
  const whole = await readConsentPage(ctx, { caseId: idParam(params.caseId) })
  const signer = Number(new URL(request.url).searchParams.get('hvem')) || null
  const signers = [
    ...new Set(toSign(whole, null).flatMap((c) => c.signers.filter((s) => s.required && s.state !== 'signed').map((s) => s.personId))),
  ]
  return {
    locale: ctx.locale,
    caseId: whole.caseId,
    signer,
    signers: signers.map((id) => ({ id, name: nameOf(ctx.locale, whole.people, id) })),
    letter: consentForm(whole, signer, ctx.locale, `${session.municipality.name} Kommune`),
  }
})

/** The form for the table: boxes and lines to sign on. The same as the PDF. */
export default function PrintForm({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  return (
    <>
      <title>{`${m.form.title} – Helhed`}</title>
      <div className="d-print-none">
        <BackLink href={consentHref(d.caseId)}>{m.page.back}</BackLink>
        <Form method="get" action={`${consentHref(d.caseId)}/udskriv`}>
          <RadioGroup
            name="hvem"
            legend={m.form.choose}
            inline
            value={d.signer ?? ''}
            choices={[{ value: '', label: m.form.everybody }, ...d.signers.map((s) => ({ value: s.id, label: s.name }))]}
          />
          <ButtonGroup>
            <SubmitButton variant="secondary">{m.see.show}</SubmitButton>
            <LinkButton href={`${consentHref(d.caseId)}/skema.pdf${d.signer ? `?hvem=${d.signer}` : ''}`} newWindow>
              {m.page.pdf}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </div>
      <h1>{d.letter.title}</h1>
      <p>
        {d.letter.sender.name}, {formatDate(d.locale, d.letter.date)}
      </p>
      {d.letter.blocks.map((b, i) => {
        if (b.kind === 'heading') return <h2 key={i}>{b.text}</h2>
        if (b.kind === 'text') return <p key={i}>{b.text}</p>
        if (b.kind === 'choices')
          return (
            <p key={i} className="keep-together">
              {b.question}: {b.options.map((o) => `☐ ${o}`).join('   ')}
            </p>
          )
        if (b.kind === 'signatures')
          return (
            <div key={i} className="keep-together">
              {b.lines.map((l) => (
                <p key={l}>
                  {l}: ______________________________ {m.form.date}: ______________
                </p>
              ))}
            </div>
          )
        return null
      })}
    </>
  )
}
