import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { drawAs } from '../draw-as.server.ts'
import { networkTexts, shownName } from '../map-words.ts'
import { SHAPES } from '../network.ts'
import { readNetwork } from '../read-network.server.ts'
import type { Route } from './+types/shapes.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const network = await readNetwork(ctx, { caseId: idParam(params.caseId) })
  if (!network.may.change) throw new NotFound('shapes')
  return { locale: ctx.locale, caseId: network.caseId, people: network.people.filter((p) => p.kind !== 'unborn') }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const before = new Map((await readNetwork(ctx, { caseId })).people.map((p) => [String(p.id), p.shape]))
  for (const [name, shape] of Object.entries(values)) {
    const personId = name.startsWith('form-') ? name.slice(5) : null
    if (personId && shape !== before.get(personId)) await drawAs(ctx, { caseId, personId, shape })
  }
  return redirect(`/familier/${caseId}/netvaerk?gemt=1`)
})

/** Circle, square or diamond: what each prefers. */
export default function Shapes({ loaderData: d }: Route.ComponentProps) {
  const m = networkTexts(d.locale)
  return (
    <>
      <title>{`${m.shapesTitle} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/netvaerk`}>{m.back}</BackLink>
      <PageHead title={m.shapesTitle} lead={m.shapesLead} />
      <Form>
        {d.people.map((p) => (
          <RadioGroup
            key={p.id}
            name={`form-${p.id}`}
            legend={shownName(d.locale, p)}
            value={p.shape}
            choices={SHAPES.map((s) => ({ value: s, label: m.shape[s] }))}
            inline
          />
        ))}
        <SubmitButton>{m.save}</SubmitButton>
      </Form>
    </>
  )
}
