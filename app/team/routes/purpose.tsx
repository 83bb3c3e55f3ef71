import { redirect } from 'react-router'
import { asRefused, errorsOf, typed } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { typedList } from '#app/platform/forms/form-values.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Quote } from '#app/ui/text.tsx'
import { da as coordinatorDa, en as coordinatorEn } from '../coordinator-messages.ts'
import { readPurpose } from '../read-purpose.server.ts'
import { da, en } from '../team-messages.ts'
import { writePurpose } from '../write-purpose.server.ts'
import type { Route } from './+types/purpose.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readPurpose(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    await writePurpose(ctx, { ...values, caseId })
    return redirect(`/familier/${caseId}/hjaelpere?gemt=1#formaal`)
  },
)

/** KOO-14: writing with the family what the coordination is for. */
export default function PurposePage({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const team = pick(locale, { da: coordinatorDa, en: coordinatorEn })
  const refused = asRefused(actionData)
  const { now, people } = d.purpose
  const back = `/familier/${d.caseId}/hjaelpere`
  return (
    <>
      <title>{`${m.purposeTitle} – Helhed`}</title>
      <BackLink href={back}>{team.team}</BackLink>
      <PageHead title={m.purposeTitle} lead={m.purposeLead} />
      {refused?.conflict && (
        <Alert tone="warning" title={m.purposeStale}>
          {now && <Quote>{`${now.whatFor} ${now.aim}`}</Quote>}
        </Alert>
      )}
      <Form errors={errorsOf(refused, locale, m.missing)} guard>
        <input type="hidden" name="seenId" value={now?.id ?? ''} />
        <TextArea name="whatFor" label={m.whatForLabel} hint={m.whatForHint} rows={3} limit={600} value={typed(refused, 'whatFor', now?.whatFor)} />
        <TextArea name="aim" label={m.aimLabel} hint={m.aimHint} rows={3} limit={600} value={typed(refused, 'aim', now?.aim)} />
        <CheckboxGroup
          name="writtenWith"
          legend={m.writtenWith}
          optional
          values={typedList(refused?.values ?? null, 'writtenWith')}
          choices={people.map((one) => ({ value: one.id, label: one.name }))}
        />
        <ButtonGroup>
          <SubmitButton>{m.purposeSave}</SubmitButton>
          <LinkButton variant="quiet" href={back}>
            {locale === 'da' ? 'Fortryd' : 'Cancel'}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
