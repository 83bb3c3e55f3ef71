import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Note } from '#app/ui/text.tsx'
import type { HandoverPage } from '../read-handover.server.ts'
import { da, en } from '../team-messages.ts'

type Handover = NonNullable<HandoverPage['handover']>
type Props = { page: HandoverPage; refused: Refused | undefined }

/** The planned change with its checklist; each of the two ticks their own. */
export const HandoverCard = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const h = page.handover
  if (!h) return null
  const date = formatDate(locale, h.takesOverOn)
  return (
    <Card
      title={h.planned ? m.changePlanned(h.from, h.to, date) : m.takenOver(h.to, date)}
      aside={<Badge tone={h.open === 0 ? 'done' : 'attention'}>{m.changeRunning(h.open)}</Badge>}
      accent={h.planned}
    >
      <Note>{m.reasonIs(h.reasonLabel)}</Note>
      <h3>{m.checklist}</h3>
      <ul className="tick-list">
        {h.items.map((item) => (
          <li key={item.code}>
            <span>{item.label}</span>
            <span className="tick-sides">
              {item.sides.map((one) => (
                <Tick key={one.side} page={page} handover={h} item={item} side={one.side} done={one.done} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {h.planned && page.may.plan && (
        <Form prefix="back" errors={errorsOf(refused, locale, {}, 'back')}>
          <input type="hidden" name="handoverId" value={h.id} />
          <ButtonGroup>
            <ConfirmButton label={m.takeBack} question={m.takeBackQuestion} confirm={m.takeBack} name="do" value="back" />
          </ButtonGroup>
        </Form>
      )}
    </Card>
  )
}

const Tick = ({
  page,
  handover: h,
  item,
  side,
  done,
}: {
  page: HandoverPage
  handover: Handover
  item: Handover['items'][number]
  side: 'old' | 'new'
  done: { name: string; on: string } | null
}) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const name = side === 'old' ? h.from : h.to
  const may = side === 'old' ? page.may.tickOld : page.may.tickNew
  return (
    <Form prefix={`t-${item.code}-${side}`}>
      <input type="hidden" name="do" value="tick" />
      <input type="hidden" name="handoverId" value={h.id} />
      <input type="hidden" name="item" value={item.code} />
      <input type="hidden" name="side" value={side} />
      {!done && <input type="hidden" name="done" value="yes" />}
      {done ? (
        <>
          <Badge tone="done">{m.ticked(done.name, formatShortDate(locale, done.on, page.today))}</Badge>{' '}
          {may && (
            <SubmitButton variant="quiet">
              {m.untick}
              <span className="sr-only">: {m.tickOf(name, item.label)}</span>
            </SubmitButton>
          )}
        </>
      ) : may ? (
        <SubmitButton variant="secondary">
          {name.split(' ')[0]}: {m.tick.toLowerCase()}
          <span className="sr-only">: {item.label}</span>
        </SubmitButton>
      ) : (
        <span>
          {name.split(' ')[0]}: {m.notTicked}
        </span>
      )}
    </Form>
  )
}

/** Planning a change: who, from when and why. In a project with two coordinators the secondary takes over in one step. */
export const PlanForms = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { secondary } = page
  return (
    <>
      {secondary && page.model === 'primary-and-secondary' && (
        <Card title={m.oneStep(secondary.name)}>
          <p>{m.oneStepText(secondary.name)}</p>
          <Form prefix="one" errors={errorsOf(refused, locale, m.missing, 'one-step')}>
            <input type="hidden" name="toStaffId" value={secondary.staffId} />
            <Select name="reason" label={m.reason} placeholder options={page.reasons} value={typed(refused, 'reason', '', 'one-step')} />
            <ButtonGroup>
              <ConfirmButton label={m.oneStep(secondary.name)} question={m.planQuestion} confirm={m.oneStep(secondary.name)} name="do" value="one-step" />
            </ButtonGroup>
          </Form>
        </Card>
      )}
      <Card title={m.planTitle}>
        <Form prefix="plan" errors={errorsOf(refused, locale, m.missing, 'plan')}>
          <Select
            name="toStaffId"
            label={m.toStaff}
            placeholder
            value={typed(refused, 'toStaffId', '', 'plan')}
            options={page.candidates.map((one) => ({ value: one.id, label: m.toStaffOf(`${one.name}, ${one.department}`, one.primary, page.full) }))}
          />
          <DateFields
            name="takesOverOn"
            legend={m.takesOverOn}
            hint={m.takesOverOnHint}
            value={typedDateParts(refused, 'takesOverOn', null, 'plan')}
          />
          <Select name="reason" label={m.reason} placeholder options={page.reasons} value={typed(refused, 'reason', '', 'plan')} />
          <ButtonGroup>
            <ConfirmButton variant="primary" label={m.plan} question={m.planQuestion} confirm={m.plan} name="do" value="plan" />
          </ButtonGroup>
        </Form>
      </Card>
    </>
  )
}

/** Somebody stands in for the coordinator for some days, where the project has no secondary. */
export const SubstituteCard = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.substitute} id="afloeser">
      <p>{m.substituteLead}</p>
      {page.standing && <Note>{m.substituteStanding(page.standing.substitute)}</Note>}
      <Form prefix="sub" errors={errorsOf(refused, locale, m.missing, 'substitute')}>
        <Select
          name="staffId"
          label={m.substituteWho}
          placeholder
          value={typed(refused, 'staffId', page.standing ? String(page.standing.substituteId) : '', 'substitute')}
          options={page.substitutes
            .filter((one) => one.id !== page.primary?.staffId)
            .map((one) => ({ value: one.id, label: `${one.name}, ${one.department}` }))}
        />
        <DateFields name="from" legend={m.fromDay} value={typedDateParts(refused, 'from', page.today, 'substitute')} />
        <DateFields name="until" legend={m.until} value={typedDateParts(refused, 'until', null, 'substitute')} />
        <SubmitButton variant="secondary" name="do" value="substitute">
          {m.substituteStart}
        </SubmitButton>
      </Form>
    </Card>
  )
}
