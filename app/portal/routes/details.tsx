import { redirect } from 'react-router'
import { CHANNELS } from '#app/families/families.ts'
import { setContact } from '#app/families/set-contact.server.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { seenRevision } from '#app/plan/components/typed.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note, PersonChip } from '#app/ui/text.tsx'
import { inCase, portalTexts } from '../portal-words.ts'
import { readMyDetails } from '../read-my-details.server.ts'
import type { Route } from './+types/details.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const { caseId, contact, home, coordinator } = await readMyDetails(ctx, { caseId: query.get('sag') })
  return { caseId, contact, home, coordinator, saved: query.has('gemt') }
})

export const action = formAction(async ({ ctx, values }) => {
  const caseId = Number(values['caseId'])
  await setContact(ctx, { ...values, caseId, personId: ctx.actor.id })
  return redirect(inCase('/min/oplysninger', caseId, { gemt: 1 }))
})

/** How the municipality may reach this person; they decide themselves. */
export default function Details({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = portalTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  return (
    <>
      <title>{m.detailsTitle}</title>
      {d.saved && !actionData && <Toast>{m.saved}</Toast>}
      <BackLink href={inCase('/min/plan', d.caseId)}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.detailsTitle} lead={m.detailsLead} />
      {conflict && (
        <Alert tone="warning" title={m.staleTitle}>
          <p>{m.staleBody}</p>
          {d.contact && (
            <p>
              {m.staleNow} {[d.contact.phone, d.contact.email, m.channels[d.contact.channel]].filter(Boolean).join(' · ')}
            </p>
          )}
        </Alert>
      )}
      <Form action={inCase('/min/oplysninger', d.caseId)} errors={errors} summaryElsewhere guard>
        <input type="hidden" name="caseId" value={d.caseId} />
        <input
          type="hidden"
          name="revision"
          value={conflict ? (d.contact?.revision ?? 0) : seenRevision(actionData, null, d.contact?.revision ?? 0)}
        />
        <RadioGroup
          name="channel"
          legend={m.channel}
          hint={m.channelHint}
          value={typed(values, 'channel', d.contact?.channel ?? 'digital-post')}
          choices={CHANNELS.map((c) => ({ value: c, label: m.channels[c] ?? c }))}
        />
        <TextField name="phone" label={m.phone} value={typed(values, 'phone', d.contact?.phone)} inputMode="tel" optional />
        <TextField name="email" label={m.email} value={typed(values, 'email', d.contact?.email)} inputMode="email" width="full" optional />
        <SubmitButton>{m.save}</SubmitButton>
      </Form>
      {d.home.length > 0 && (
        <Card title={m.home}>
          <div className="people">
            {d.home.map((p) => (
              <PersonChip key={p.id} name={p.name} age={p.age} whole />
            ))}
          </div>
          {d.coordinator && <Note>{m.homeWrong(d.coordinator)}</Note>}
        </Card>
      )}
    </>
  )
}
