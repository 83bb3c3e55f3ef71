import { redirect } from 'react-router'
import { ScaleFields } from '#app/assessment/components/scale-fields.tsx'
import { rate } from '#app/assessment/rate.server.ts'
import { situationTexts } from '#app/assessment/situation-words.ts'
import { NotFound } from '#app/platform/context.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { inCase } from '../portal-words.ts'
import { readMySituation } from '../read-my-situation.server.ts'
import type { Route } from './+types/situation-scale.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const found = await readMySituation(ctx, { caseId: query.get('sag') })
  if (found.page === null) throw redirect('/min/situation')
  const person = found.page.people.find((p) => p.id === Number(query.get('om')) && p.speaksFor)
  if (!person || !found.page.may.write) throw new NotFound('person')
  return { caseId: found.page.caseId, person, readers: found.readers }
})

export const action = formAction(async ({ ctx, request, values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  await rate(ctx, { ...values, caseId })
  return redirect(`${inCase('/min/situation', caseId, { gemt: '1' })}#person-${String(values['personId'])}`)
})

/** One number, with a few words if one likes. */
export default function RateMine({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors, values } = refusal(locale, actionData)
  const back = inCase('/min/situation', d.caseId)
  const title = m.scaleOf(d.person.name)
  return (
    <>
      <title>{title}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={title} lead={m.scaleHint} />
      <Form action={inCase('/min/situation/tal', d.caseId, { om: d.person.id })} errors={errors} summaryElsewhere>
        <input type="hidden" name="personId" value={d.person.id} />
        <ScaleFields values={values} readers={d.readers} />
        <ButtonGroup>
          <SubmitButton>{m.saveOne}</SubmitButton>
          <LinkButton variant="quiet" href={back}>
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
