import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { asRefused, ConflictNotice, errorsOf, typed } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { LineCard } from '../components/line-card.tsx'
import { answersOfForm } from '../districts.ts'
import { da, en } from '../messages.ts'
import { readRound } from '../read-districts.server.ts'
import { listCase, screenLine, takeStep } from '../screen-district.server.ts'
import type { Route } from './+types/district-round.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readRound(ctx, { roundId: idParam(params.roundId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const roundId = idParam(params.roundId)
    const here = `/optagelse/distrikter/${roundId}`
    if (values.do === 'list') {
      const { id } = await listCase(ctx, { roundId, ownNumber: values.ownNumber })
      return redirect(`${here}#sag-${id}`)
    }
    if (values.do === 'screen') await screenLine(ctx, { ...values, answers: answersOfForm(values) })
    else
      await takeStep(ctx, {
        lineId: values.lineId,
        step: values.step,
        on: typedDate(values, 'on'),
        reason: values.step === 'left-out' ? values.leftOut : values.step === 'no' ? values.said : '',
        yesForm: values.step === 'yes' ? values.yesForm : '',
      })
    return redirect(`${here}#sag-${String(values.lineId)}`)
  },
)

/** The department's own cases in a district: screened, on the shortlist, asked. Those to ask now stand first. */
export default function DistrictRound({ loaderData: round, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const first = (id: number) => (round.next.includes(id) ? 0 : 1)
  const lines = round.lines.toSorted((a, b) => first(a.id) - first(b.id) || order[a.step ?? 'listed'] - order[b.step ?? 'listed'] || a.id - b.id)
  // One next step: a family that has said yes is referred before another is asked.
  const primary = lines.find((one) => one.step === 'yes')?.id ?? lines.find((one) => round.next.includes(one.id))?.id
  const open = lines.filter((one) => one.step !== 'referred' && one.step !== 'left-out')
  return (
    <>
      <title>{`${round.label} – Helhed`}</title>
      <BackLink href="/optagelse/distrikter">{m.backToDistricts}</BackLink>
      <ConflictNotice refused={refused} />
      <PageHead title={round.label} lead={m.roundLead} />
      {open.length > 0 && (
        <Note icon="info">
          {m.nextTitle(round.next.length)}
          {round.next.length > 0 && `: ${round.lines.filter((one) => round.next.includes(one.id)).map((one) => one.ownNumber).join(', ')}`}.{' '}
          {m.nextText(round.places.free)}
        </Note>
      )}
      {lines.length === 0 && <EmptyState title={m.linesNone}>{m.linesNoneText}</EmptyState>}
      {round.closedOn === null && (
        <Card title={m.addCase}>
          <Form errors={errorsOf(refused, locale, {}, 'list')} prefix="n">
            <TextField name="ownNumber" label={m.ownNumber} hint={m.ownNumberHint} value={typed(refused, 'ownNumber', '', 'list')} />
            <SubmitButton variant={lines.length === 0 ? 'primary' : 'secondary'} name="do" value="list">
              {m.addButton}
            </SubmitButton>
          </Form>
        </Card>
      )}
      {lines.map((line) => (
        <LineCard key={line.id} line={line} page={round} refused={refused} next={round.next.includes(line.id)} primary={line.id === primary} />
      ))}
    </>
  )
}
const order = { yes: 0, asked: 1, shortlisted: 2, listed: 3, no: 4, 'left-out': 5, referred: 6 }
