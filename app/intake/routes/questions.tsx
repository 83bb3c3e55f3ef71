import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Note, Quote } from '#app/ui/text.tsx'
import { answerQuestion, askWithoutIdentity, readQuestions } from '../ask-question.server.ts'
import { asRefused, ConflictNotice, errorsOf, typed } from '../components/refused.tsx'
import { da, en } from '../referral-messages.ts'
import type { Route } from './+types/questions.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => {
  const { questions, ...rest } = await readQuestions(ctx, {})
  return {
    ...rest,
    questions: questions.map((one) => ({
      ...one,
      askedOn: copenhagenDay(String(one.askedAt)),
      answer: one.answer && { ...one.answer, on: copenhagenDay(String(one.answer.at)) },
    })),
  }
})

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  if (values.do === 'ask') {
    await askWithoutIdentity(ctx, values)
    return redirect('/spoergsmaal?sendt=1')
  }
  await answerQuestion(ctx, { questionId: values.questionId, answer: values.answer })
  return redirect('/spoergsmaal')
})

/** A question to the intake team without naming anybody, and the answers. */
export default function Questions({ loaderData: { questions, mayAnswer, departments }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const [search] = useSearchParams()
  return (
    <>
      <title>{`${m.askTitle} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead title={m.askTitle} lead={m.askIntro} />
      {search.get('sendt') && <Toast>{m.asked}</Toast>}
      {search.get('fra') === 'henvisning' && (
        <Alert tone="info" title={m.notYet}>
          {m.notYetText}
        </Alert>
      )}
      <Form errors={errorsOf(refused, locale, m.missing, 'ask')} draftUrl="/kladde/intake.question">
        <Select
          name="departmentId"
          label={m.department}
          options={departments.map((one) => ({ value: one.id, label: one.name }))}
          value={typed(refused, 'departmentId', String(departments[0]?.id ?? ''), 'ask')}
        />
        <TextArea
          name="question"
          label={m.question}
          hint={m.questionHint}
          limit={2000}
          value={typed(refused, 'question', '', 'ask')}
          below={<Note icon="warning">{m.askWarning}</Note>}
        />
        <Checkbox name="nobodyNamed" label={m.nobodyNamed} checked={typed(refused, 'nobodyNamed', '', 'ask') === 'on'} />
        <SubmitButton name="do" value="ask">
          {m.ask}
        </SubmitButton>
      </Form>
      <h2>{m.yourQuestions}</h2>
      {questions.length === 0 && <EmptyState title={m.noQuestions}>{m.noQuestionsText}</EmptyState>}
      {questions.map((one) => (
        <Card
          key={one.id}
          level={3}
          title={m.askedBy(one.department, formatDate(locale, one.askedOn))}
          aside={!one.answer && <Badge tone="accent">{m.waitingForAnswer}</Badge>}
        >
          <Quote>{one.question}</Quote>
          {one.answer && (
            <>
              <p>{one.answer.text}</p>
              <Note>{m.answered(one.answer.by, formatDate(locale, one.answer.on))}</Note>
            </>
          )}
          {!one.answer && mayAnswer && (
            <Form
              prefix={`s${one.id}`}
              errors={refused?.values.questionId === String(one.id) ? errorsOf(refused, locale, m.missing, 'answer') : {}}
            >
              <input type="hidden" name="questionId" value={one.id} />
              <TextArea
                name="answer"
                label={m.answer}
                rows={3}
                value={refused?.values.questionId === String(one.id) ? typed(refused, 'answer', '', 'answer') : ''}
              />
              <SubmitButton variant="secondary" name="do" value="answer">
                {m.sendAnswer}
              </SubmitButton>
            </Form>
          )}
        </Card>
      ))}
    </>
  )
}
