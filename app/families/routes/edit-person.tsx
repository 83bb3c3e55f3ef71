import { redirect } from 'react-router'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { changePerson } from '../change-person.server.ts'
import { AddressForm, ContactForm, CustodyForm, type EditData, MoveForm, WhoForm } from '../components/edit-forms.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { isChild, personName } from '../families.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { moveHousehold } from '../move-household.server.ts'
import { readFamily } from '../read-family.server.ts'
import { setAddress } from '../set-address.server.ts'
import { setContact } from '../set-contact.server.ts'
import { setCustody } from '../set-custody.server.ts'
import type { Route } from './+types/edit-person.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const family = await readFamily(ctx, { caseId: idParam(params.caseId) })
  const person = family.people.find((p) => p.id === idParam(params.personId))
  if (!person || !family.may.change) throw new NotFound('person')
  return { locale: ctx.locale, family, person }
})

const SAVE: Record<string, (ctx: Context, input: Record<string, unknown>) => Promise<unknown>> = {
  who: changePerson,
  move: moveHousehold,
  custody: (ctx, v) => setCustody(ctx, { ...v, childId: v['personId'] }),
  address: setAddress,
  contact: setContact,
}
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const [caseId, personId] = [idParam(params.caseId), idParam(params.personId)]
  const save = SAVE[String(values['intent'])]
  if (!save) throw new NotFound('intent')
  await save(ctx, { ...withDates(values, ['born', 'due', 'died', 'from']), caseId, personId })
  return redirect(`/familier/${caseId}/personer?gemt=1#person-${personId}`)
})

/** Everything that can be put right about one person: who it is, the home, custody, address and contact. Each part is saved by itself. */
export default function EditPerson({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const name = personName(d.locale, d.person)
  const network = d.person.kind === 'network'
  const part = (intent: string): EditData => ({ ...d, ...refusal(d.locale, actionData, intent), intent })
  const failed = ['who', 'move', 'custody', 'address', 'contact'].find((intent) => refusal(d.locale, actionData, intent).errors !== null)
  return (
    <>
      <title>{`${m.form.editTitle(name)} – Helhed`}</title>
      {failed && <ErrorSummary errors={refusal(d.locale, actionData, failed).errors} prefix={failed} />}
      <BackLink href={`/familier/${d.family.case.id}/personer`}>{m.people.title}</BackLink>
      <PageHead title={m.form.editTitle(name)} lead={m.form.saveUndo} />
      <WhoForm {...part('who')} />
      {!network && <MoveForm {...part('move')} />}
      {!network && isChild(d.person, d.family.today) && <CustodyForm {...part('custody')} />}
      {d.person.kind === 'person' && <AddressForm {...part('address')} />}
      {d.person.kind === 'person' && <ContactForm {...part('contact')} />}
    </>
  )
}
