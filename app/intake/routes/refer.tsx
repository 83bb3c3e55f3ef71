import { redirect, useSearchParams } from 'react-router'
import { dropDraft, findDraft, saveDraft } from '#app/platform/drafts/drafts.server.ts'
import { parseInput } from '#app/platform/command.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Button, ButtonGroup, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ReadableBy, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink, StepHeading } from '#app/ui/navigation.tsx'
import { StructuredList } from '#app/ui/table.tsx'
import { PersonFields } from '../components/people-fields.tsx'
import { asRefused, errorsOf } from '../components/refused.tsx'
import { readReferralForm, referFamily } from '../refer-family.server.ts'
import { draftOf, furthestStep, type ReferStep, referSteps, rowsToShow, stepInput, stepSchema, wholeInput } from '../refer-steps.ts'
import { personsFromForm, PeopleStep, yesChannels, yesForms } from '../referral.ts'
import { da, en } from '../referral-messages.ts'
import type { Route } from './+types/refer.ts'

const asStep = (text: string | null): ReferStep | 'check' | null =>
  text === 'tjek' ? 'check' : (referSteps.find((step) => String(step) === text) ?? null)

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const drafts = await Promise.all(referSteps.map(async (step) => (await findDraft(ctx, draftOf(step)))?.values ?? null))
  const wished = asStep(new URL(request.url).searchParams.get('trin')) ?? 1
  const furthest = furthestStep(drafts)
  const order = (step: ReferStep | 'check') => (step === 'check' ? 4 : step)
  const step = order(wished) > order(furthest) ? furthest : wished
  const people =
    step === 'check'
      ? personsFromForm(drafts[1] ?? {}).map(({ firstName = '', lastName = '', born = '' }) => ({ firstName, lastName, born }))
      : []
  return { step, drafts, form: await readReferralForm(ctx, { people }) }
})

export const action = formAction(
  async ({ ctx, values: { csrf: _token, ...values } }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    if (values.do === 'send') return send(ctx)
    const step = asStep(typeof values.step === 'string' ? values.step : null)
    if (step === null || step === 'check') return redirect('/familier/ny')
    if (step === 1 && values.asked === 'no') return redirect('/spoergsmaal?fra=henvisning')
    await saveDraft(ctx, draftOf(step), values)
    if (values.do === 'add') return redirect('/familier/ny?trin=2&flere=1')
    parseInput(stepSchema[step], stepInput(step, values))
    return redirect(`/familier/ny?trin=${step === 3 ? 'tjek' : step + 1}`)
  },
)

async function send(ctx: PageArgs<Route.ActionArgs>['ctx']) {
  const drafts = await Promise.all(referSteps.map(async (step) => (await findDraft(ctx, draftOf(step)))?.values ?? null))
  const result = await referFamily(ctx, wholeInput(drafts))
  if (result.outcome !== 'referred') return { outcome: result.outcome }
  for (const step of referSteps) await dropDraft(ctx, draftOf(step))
  return redirect(`/familier/ny/tak/${result.caseId}`)
}

function shortlisted(search: URLSearchParams): Record<string, string> | null {
  const line = search.get('linje')
  const [year = '', month = '', day = ''] = (search.get('ja') ?? '').split('-')
  return line === null
    ? null
    : { shortlistLineId: line, yesForm: search.get('form') ?? '', 'yesOn.day': day, 'yesOn.month': month, 'yesOn.year': year }
}

/** A referral in three steps and a look at the answers. Without the family's yes it leads to the question without names. */
export default function Refer({ loaderData: { step, drafts, form }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const errors = errorsOf(refused, locale, m.missing)
  if (form.departments.length === 0)
    return (
      <>
        <title>{`${m.title} – Helhed`}</title>
        <PageHead title={m.title} />
        <Alert tone="info">{m.noPost}</Alert>
      </>
    )
  // From a department's shortlist: which line it is, and the day and form of the family's yes.
  const from = shortlisted(useSearchParams()[0])
  const was = (name: string): string => {
    const v = (refused?.values ?? (step === 'check' ? null : (from ?? drafts[step - 1])))?.[name]
    return typeof v === 'string' ? v : (v?.[0] ?? '')
  }
  const known = actionData && 'outcome' in actionData
  const heading = step === 'check' ? m.check : [m.stepYes, m.stepPeople, m.stepReason][step - 1]
  return (
    <>
      <title>{`${heading}, ${m.title} – Helhed`}</title>
      {step !== 1 && <BackLink href={`/familier/ny?trin=${step === 'check' ? 3 : step - 1}`} />}
      <ErrorSummary errors={errors} />
      {step === 'check' ? (
        <PageHead title={m.check} lead={m.checkIntro} />
      ) : (
        <StepHeading step={step} of={3}>
          {heading}
        </StepHeading>
      )}
      {known && <Alert tone="warning" title={m.known} />}
      {step === 'check' ? (
        <>
          <CheckAnswers drafts={drafts} form={form} />
          <Form>
            <SubmitButton name="do" value="send">
              {m.send}
            </SubmitButton>
          </Form>
        </>
      ) : (
        <Form errors={errors} summaryElsewhere draftUrl={`/kladde/${draftOf(step)}`}>
          <input type="hidden" name="step" value={step} />
          {step === 1 && <YesFields was={was} form={form} />}
          {step === 2 && <PeopleFields was={was} values={refused?.values ?? drafts[1] ?? null} />}
          {step === 3 && (
            <TextArea
              name="reason"
              label={m.reason}
              hint={m.reasonHint}
              rows={8}
              limit={4000}
              value={was('reason')}
              below={<ReadableBy>{m.reasonReaders}</ReadableBy>}
            />
          )}
          <DraftStatus />
          <ButtonGroup>
            <SubmitButton name="do" value="next">
              {m.next}
            </SubmitButton>
            {step === 2 && (
              <Button type="submit" name="do" value="add" icon="plus">
                {m.addPerson}
              </Button>
            )}
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

type FormData_ = Route.ComponentProps['loaderData']['form']
type Drafts = Route.ComponentProps['loaderData']['drafts']

const YesFields = ({ was, form }: { was: (name: string) => string; form: FormData_ }) => {
  const m = pick(useLocale(), { da, en })
  const only = (list: readonly { id: number }[]) => (list.length === 1 ? String(list[0]?.id) : '')
  return (
    <>
      <p>{m.intro}</p>
      <RadioGroup
        name="asked"
        legend={m.yesQuestion}
        value={was('asked') || 'yes'}
        choices={[
          { value: 'yes', label: m.yesNo.yes },
          { value: 'no', label: m.yesNo.no },
        ]}
      />
      <DateFields
        name="yesOn"
        legend={m.yesOn}
        hint={m.yesOnHint}
        value={{ day: was('yesOn.day'), month: was('yesOn.month'), year: was('yesOn.year') }}
      />
      <RadioGroup
        name="yesForm"
        legend={m.yesForm}
        value={was('yesForm')}
        choices={yesForms.map((value) => ({ value, label: m.yesForms[value] }))}
      />
      <RadioGroup
        name="yesChannel"
        legend={m.yesChannel}
        hint={m.yesChannelHint}
        value={was('yesChannel')}
        choices={yesChannels.map((value) => ({ value, label: m.yesChannels[value] }))}
      />
      {was('shortlistLineId') !== '' && <input type="hidden" name="shortlistLineId" value={was('shortlistLineId')} />}
      {form.projects.length === 1 ? (
        <input type="hidden" name="projectId" value={only(form.projects)} />
      ) : (
        <Select
          name="projectId"
          label={m.project}
          placeholder
          options={form.projects.map((one) => ({ value: one.id, label: one.name }))}
          value={was('projectId')}
        />
      )}
      {form.departments.length === 1 ? (
        <input type="hidden" name="departmentId" value={only(form.departments)} />
      ) : (
        <Select
          name="departmentId"
          label={m.department}
          hint={m.departmentHint}
          placeholder
          options={form.departments.map((one) => ({ value: one.id, label: one.name }))}
          value={was('departmentId')}
        />
      )}
    </>
  )
}

const PeopleFields = ({ was, values }: { was: (name: string) => string; values: Record<string, string | string[]> | null }) => {
  const m = pick(useLocale(), { da, en })
  const more = useSearchParams()[0].has('flere')
  return (
    <>
      <p>{m.peopleIntro}</p>
      <TextField name="familyName" label={m.familyName} hint={m.familyNameHint} value={was('familyName')} />
      {Array.from({ length: rowsToShow(values, more) }, (_, n) => (
        <PersonFields key={n} n={n} was={was} />
      ))}
    </>
  )
}

/** "Tjek dine svar": everything that will be sent, each with its own way back; and people the reader already sees. */
const CheckAnswers = ({ drafts, form }: { drafts: Drafts; form: FormData_ }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const yes = stepInput(1, drafts[0] ?? {})
  const people = PeopleStep.safeParse(stepInput(2, drafts[1] ?? {})).data
  const reason = drafts[2]?.reason
  const channel = yesChannels.find((one) => one === yes.yesChannel)
  const edit = (step: number) => `/familier/ny?trin=${step}`
  return (
    <>
      {form.similar.length > 0 && <Alert tone="warning" title={m.similar(form.similar.map((one) => one.name).join(', '))} live={false} />}
      <StructuredList
        caption={m.check}
        items={[
          {
            label: m.saysYes,
            value: `${formatDate(locale, String(yes.yesOn))}${channel ? ` · ${m.yesChannels[channel]}` : ''}`,
            editHref: edit(1),
          },
          {
            label: m.family,
            value: (
              <>
                <p>{people?.familyName}</p>
                <ul className="nobullet-list">
                  {people?.persons.map((person, n) => (
                    <li key={n}>
                      {[
                        `${person.firstName} ${person.lastName}`.trim(),
                        m.parts[person.part],
                        person.born && m.bornOn(formatDate(locale, person.born)),
                        person.due && m.dueOn(formatDate(locale, person.due)),
                        person.cpr && m.withCpr,
                        person.custody && m.withCustody,
                        person.saidYes && m.didSayYes,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </li>
                  ))}
                </ul>
              </>
            ),
            editHref: edit(2),
          },
          { label: m.stepReason, value: typeof reason === 'string' ? reason : '', editHref: edit(3) },
        ]}
      />
    </>
  )
}
