import { redirect, useSearchParams } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { answerCriteria } from '../answer-criteria.server.ts'
import { ComputedResult, CriteriaAnswers, CriteriaForm } from '../components/criteria-form.tsx'
import { asRefused, ConflictNotice, errorsOf, typed, typedDateParts } from '../components/refused.tsx'
import { da, en } from '../meeting-messages.ts'
import { decideReassessment, openReassessment, readReassessment, type ReassessmentPage } from '../reassess.server.ts'
import { typedDate } from '../referral.ts'
import { answersFromForm } from '../screening.ts'
import type { Route } from './+types/reassess.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const { shelfIds: _shelves, people: _people, ...round } = await readReassessment(ctx, { caseId })
  return { round, draft: round.may.decide ? ((await findDraft(ctx, `intake.screening.${caseId}`))?.values ?? null) : null }
})

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    const here = `/familier/${caseId}/optagelse/igen`
    if (values.do === 'save-answers') {
      await answerCriteria(ctx, { caseId, answers: answersFromForm(values), note: values.note })
      await dropDraft(ctx, `intake.screening.${caseId}`)
      return redirect(`${here}?gemt=svar#resultat`)
    }
    if (values.do === 'open') await openReassessment(ctx, { caseId })
    else await decideReassessment(ctx, { ...values, caseId, decidedOn: typedDate(values, 'decidedOn') })
    return redirect(`${here}?gemt=1`)
  },
)

type Round = Omit<ReassessmentPage, 'shelfIds' | 'people'>

/** VIS-12: a family with a place is assessed anew: the questions with the earlier answers beside, the result and the decision. */
export default function Reassess({ loaderData: { round, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].get('gemt')
  const earlier = Object.fromEntries(
    Object.entries(round.earlier).map(([code, one]) => [
      code,
      m.earlier(one.answer === 'yes' ? m.yes.toLowerCase() : m.no.toLowerCase(), formatDate(locale, one.on)),
    ]),
  )
  return (
    <>
      <title>{`${m.reassessTitle}, ${round.name} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead title={m.reassessTitle} lead={m.reassessLead} />
      {saved && !refused && <Toast>{saved === 'svar' ? m.answersSaved : m.saved}</Toast>}
      {round.may.open && (
        <Card title={m.begin}>
          <p>{m.beginText}</p>
          <Form prefix="o">
            <SubmitButton variant={round.rounds.length === 0 ? 'primary' : 'secondary'} name="do" value="open">
              {m.begin}
            </SubmitButton>
          </Form>
        </Card>
      )}
      {round.open && (
        <Card title={m.criteria} id="kriterier">
          {round.may.decide ? (
            <Details summary={m.criteria} open={round.result.result === 'unanswered' || refused?.values.do === 'save-answers'}>
              <CriteriaForm page={round} draft={draft} refused={refused} earlier={earlier} />
            </Details>
          ) : (
            <CriteriaAnswers page={round} />
          )}
        </Card>
      )}
      {round.open && (
        <Card title={m.result} id="resultat">
          <ComputedResult page={round} />
        </Card>
      )}
      {round.may.decide && <Decide round={round} refused={refused} />}
      {round.rounds.some((one) => one.decidedOn !== null) && (
        <Card title={m.rounds}>
          {round.rounds.map((one) => (
            <div key={one.id}>
              <p>
                {m.roundLine(formatDate(locale, one.openedOn))}
                {one.decidedOn && (
                  <>
                    . <strong>{one.decision === 'leaves' ? m.leaves : m.stays}</strong> {formatDate(locale, one.decidedOn)}
                  </>
                )}
              </p>
              {one.reasons && <Note>{one.reasons}</Note>}
            </div>
          ))}
          {round.rounds[0]?.decision === 'leaves' && (
            <LinkButton href={`/familier/${round.caseId}/optagelse/afslut`} variant="primary">
              {m.toExit}
            </LinkButton>
          )}
        </Card>
      )}
    </>
  )
}

const Decide = ({ round, refused }: { round: Round; refused: ReturnType<typeof asRefused> }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string) => typed(refused, name, '', 'decide')
  return (
    <Card title={m.decisionTitle} id="beslutning" accent>
      <Form errors={errorsOf(refused, locale, {}, 'decide')} prefix="d">
        <RadioGroup
          name="decision"
          legend={m.decisionTitle}
          value={was('decision')}
          choices={[
            { value: 'stays', label: m.stays },
            { value: 'leaves', label: m.leaves, hint: m.leavesHint },
          ]}
        />
        <DateFields name="decidedOn" legend={m.decidedOn} value={typedDateParts(refused, 'decidedOn', round.today, 'decide')} />
        <CheckboxGroup
          name="present"
          legend={m.present}
          values={[round.me]}
          choices={round.team.map((one) => ({ value: one.id, label: one.title ? `${one.name}, ${one.title}` : one.name }))}
        />
        <TextArea name="reasons" label={m.reasons} rows={3} value={was('reasons')} />
        <SubmitButton variant={round.result.result === 'unanswered' ? 'secondary' : 'primary'} name="do" value="decide">
          {m.decideButton}
        </SubmitButton>
      </Form>
    </Card>
  )
}
