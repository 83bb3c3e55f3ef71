import { redirect, useSearchParams } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton, LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { closeFamily, referAgain, reopenFamily } from '../close-family.server.ts'
import { Closed } from '../components/closed.tsx'
import { ConflictAlert } from '../components/conflict.tsx'
import { OpenRows } from '../components/open-rows.tsx'
import { decisionsFromForm } from '../exit.ts'
import { da, en } from '../messages.ts'
import { type ExitPage, readExit } from '../read-exit.server.ts'
import type { Route } from './+types/close.ts'

const draftOf = (caseId: number) => `exit.close.${caseId}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const { shelfIds: _shelves, ...exit } = await readExit(ctx, { caseId })
  const draft = exit.may.close ? await findDraft(ctx, draftOf(caseId)) : null
  return { exit: { ...exit, shelfIds: [] as number[] }, draft: draft?.values ?? null }
})

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const here = `/familier/${caseId}/optagelse/afslut`
  if (values['intent'] === 'reopen') {
    const back = await reopenFamily(ctx, { caseId, reason: values['reason'] })
    return redirect(`/familier/${caseId}/optagelse/afslut?tilbage=${[back.helpers, back.restored, back.helpersGone, back.consents].join('.')}`)
  }
  if (values['intent'] === 'again') {
    await referAgain(ctx, { ...withDates(values, ['yesOn']), caseId })
    return redirect(`/familier/${caseId}/optagelse`)
  }
  await closeFamily(ctx, { ...withDates(values, ['leftOn']), caseId, decisions: decisionsFromForm(values) })
  await dropDraft(ctx, draftOf(caseId))
  return redirect(here)
})

/** Leaving: why, what is open and who goes on with it, what the family gets. */
export default function Close({ loaderData: { exit, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = refusal(locale, actionData, 'close')
  const back = useSearchParams()[0].get('tilbage')?.split('.').map(Number)
  return (
    <>
      <title>{`${m.title}, ${exit.name} – Helhed`}</title>
      <ErrorSummary errors={refused.errors} />
      <ConflictAlert conflict={refused.conflict ?? refusal(locale, actionData).conflict} />
      <BackLink href={`/familier/${exit.caseId}/optagelse`}>{m.back}</BackLink>
      <PageHead title={exit.closing ? m.doneTitle : m.title} lead={exit.closing ? undefined : m.lead(m.family(exit.name))} />
      {back && <Back numbers={back} />}
      {exit.unanswered.length > 0 && (
        <Alert tone="warning" title={m.unanswered} live={false}>
          <p>{m.unansweredText}</p>
          <ul>
            {exit.unanswered.map((t) => (
              <li key={t.thread}>
                <a href={`/familier/${exit.caseId}/beskeder/${t.thread}`}>{m.unansweredFrom(t.name)}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {exit.closing ? (
        <Closed page={exit} reopen={refusal(locale, actionData, 'reopen')} again={refusal(locale, actionData, 'again')} />
      ) : exit.may.close && !exit.inIntake ? (
        <CloseForm exit={exit} errors={refused.errors} values={refused.values ?? draft} />
      ) : (
        <Alert title={exit.inIntake ? m.inIntake : m.mayNot} live={false} />
      )}
    </>
  )
}

const CloseForm = ({ exit, errors, values }: { exit: ExitPage; errors: Record<string, string> | null; values: Values | null }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Form errors={errors} summaryElsewhere draftUrl={`/kladde/${draftOf(exit.caseId)}`} guard>
      <input type="hidden" name="intent" value="close" />
      <Card title={m.whyTitle}>
        <RadioGroup
          name="reason"
          legend={m.reason}
          value={typed(values, 'reason')}
          choices={exit.reasons.map((one) => ({
            value: one.code,
            label: one.label,
            reveals: one.code === 'moved' ? <TextField name="to" label={m.to} hint={m.toHint} value={typed(values, 'to')} optional /> : undefined,
          }))}
        />
        <DateFields name="leftOn" legend={m.leftOn} hint={m.leftOnHint} value={typedDate(values, 'leftOn', exit.today)} />
        <Select
          name="saidBy"
          label={m.saidBy}
          options={exit.people.map((p) => ({ value: p.id, label: p.name }))}
          value={typed(values, 'saidBy')}
          placeholder={m.saidByMe}
          optional
        />
        <TextArea name="words" label={m.words} hint={m.wordsHint} rows={3} value={typed(values, 'words')} optional />
      </Card>
      <h2 id="foer-i-lukker">{m.beforeTitle}</h2>
      <OpenRows page={exit} values={values} />
      <Card title={m.letterTitle}>
        <p>{exit.letterTo.length > 0 ? m.letterTo(joinList(locale, exit.letterTo.map((p) => p.name))) : m.letterNobody}</p>
        <p>{m.pagesUntil(formatDate(locale, exit.pagesUntil))}</p>
      </Card>
      <ButtonGroup>
        <ConfirmButton variant="primary" label={m.closeButton} question={m.closeQuestion} confirm={m.closeConfirm} />
        <LinkButton variant="quiet" href={`/familier/${exit.caseId}/optagelse`}>
          {m.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}

const Back = ({ numbers: [helpers = 0, restored = 0, gone = 0, consents = 0] }: { numbers: number[] }) => {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <Toast>{m.reopened}</Toast>
      <Alert tone="success" title={m.reopened}>
        <ul>
          <li>{m.reopenedWhat(helpers, restored)}</li>
          {gone > 0 && <li>{m.reopenedGone(gone)}</li>}
          {consents > 0 && <li>{m.reopenedYes(consents)}</li>}
        </ul>
      </Alert>
    </>
  )
}
