import { redirect, useSearchParams } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Details, Note, Quote } from '#app/ui/text.tsx'
import { answerCriteria } from '../answer-criteria.server.ts'
import { LeavingLinks } from '../components/leaving-links.tsx'
import { ComputedResult, CriteriaAnswers, CriteriaForm } from '../components/criteria-form.tsx'
import { DecisionForm, HearingPart } from '../components/decision-form.tsx'
import { asRefused, ConflictNotice } from '../components/refused.tsx'
import { StateSteps } from '../components/state-steps.tsx'
import { YesForm } from '../components/yes-form.tsx'
import { answerHearing, decideIntake, sendHearing } from '../decide-intake.server.ts'
import { da, en } from '../messages.ts'
import { type IntakePage, readIntake } from '../read-intake.server.ts'
import { typedDate } from '../referral.ts'
import { registerOnBehalf } from '../register-yes.server.ts'
import { answersFromForm } from '../screening.ts'
import type { Route } from './+types/case-intake.ts'

const draftOf = (caseId: number) => `intake.screening.${caseId}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const { shelfIds: _shelves, ...intake } = await readIntake(ctx, { caseId })
  const draft = intake.may.decide ? await findDraft(ctx, draftOf(caseId)) : null
  return { intake: { ...intake, shelfIds: [] as number[] }, draft: draft?.values ?? null }
})

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    const here = `/familier/${caseId}/optagelse`
    switch (values.do) {
      case 'save-answers':
        await answerCriteria(ctx, { caseId, answers: answersFromForm(values), note: values.note })
        await dropDraft(ctx, draftOf(caseId))
        return redirect(`${here}?gemt=svar#resultat`)
      case 'hearing':
        await sendHearing(ctx, { caseId, reasons: values.reasons })
        return redirect(`${here}#hoering`)
      case 'answer-hearing':
        await answerHearing(ctx, {
          caseId,
          hearingId: values.hearingId,
          answeredOn: typedDate(values, 'answeredOn'),
          answer: values.answer,
        })
        return redirect(`${here}#beslutning`)
      case 'yes':
        await registerOnBehalf(ctx, {
          caseId,
          personId: values.personId,
          saidTo: values.saidTo,
          on: typedDate(values, 'on'),
          channel: values.channel,
        })
        return redirect(`${here}?gemt=ja`)
      default:
        await decideIntake(ctx, { ...values, caseId, decidedOn: typedDate(values, 'decidedOn') })
        return redirect(values.decision === 'waiting' ? here : '/optagelse')
    }
  },
)

/** One family's way in: how far it is, the criteria with their result, the hearing, the decision and its letters. */
export default function CaseIntake({ loaderData: { intake, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].get('gemt')
  const open = intake.may.decide
  const does = refused?.values.do
  // The step that is next stands open, the others are one click away; a form with errors is always open.
  const unfold = {
    criteria: (intake.result.result === 'unanswered' && intake.missingIntakeConsent.length === 0) || does === 'save-answers',
    hearing: intake.hearings.length > 0 || intake.result.result === 'does-not-meet' || does === 'hearing',
  }
  return (
    <>
      <title>{`${m.title}, ${intake.name} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead title={m.title} lead={m.lead} action={open && <NextStep intake={intake} />} />
      {saved && !refused && <Toast>{saved === 'ja' ? m.yesSaved : m.answersSaved}</Toast>}
      <Card title={m.state}>
        <StateSteps state={intake.state} later={intake.later} />
        {intake.closedOn && <Note>{m.closedOn(formatDate(locale, intake.closedOn), intake.closedWhy)}</Note>}
        {intake.may.reopen && !intake.closedOn && intake.state.steps.some((one) => one.step === 'accepted' && one.done) && (
          <p>
            <a href={`/familier/${intake.caseId}/optagelse/igen`}>{m.reassess}</a>
          </p>
        )}
      </Card>
      {intake.placeAsked && (
        <Alert tone="info" title={m.placeAsked(formatDate(locale, intake.placeAsked))} live={false}>
          <p>
            <a href={`/familier/${intake.caseId}/optagelse/plads`}>{m.askPlace}</a>
          </p>
        </Alert>
      )}
      <ConsentNotice intake={intake} />
      <ReferralPart intake={intake} />
      {(open || intake.screening) && (
        <Card title={m.criteria} id="kriterier">
          <p>{m.criteriaIntro(intake.packName, intake.packVersion)}</p>
          {open ? (
            <Details summary={m.answerCriteria(intake.criteria.length)} open={unfold.criteria}>
              <CriteriaForm page={intake} draft={draft} refused={refused} />
            </Details>
          ) : (
            <Details summary={m.showAnswers}>
              <CriteriaAnswers page={intake} />
            </Details>
          )}
        </Card>
      )}
      {(open || intake.screening) && (
        <Card title={m.result} id="resultat">
          <ComputedResult page={intake} />
        </Card>
      )}
      {intake.decisions.length > 0 && <Decided intake={intake} />}
      {(open || intake.hearings.length > 0) && (
        <Card title={m.hearing} id="hoering">
          {open ? (
            <Details summary={m.hearingFold} open={unfold.hearing}>
              <HearingPart page={intake} refused={refused} />
            </Details>
          ) : (
            <HearingPart page={intake} refused={refused} />
          )}
        </Card>
      )}
      {open && (
        <Card title={m.decision} id="beslutning" accent>
          <DecisionForm page={intake} refused={refused} />
        </Card>
      )}
      {open && <YesForm page={intake} refused={refused} />}
      <LeavingLinks page={intake} />
      {intake.letters.length > 0 && (
        <Card title={m.letters}>
          <ul className="nobullet-list">
            {intake.letters.map((one) => (
              <li key={one.id}>
                <a href={`/brev/${one.id}`}>{m.letterTo(one.title, one.to, formatDate(locale, one.on))}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

const NextStep = ({ intake }: { intake: IntakePage }) => {
  const m = pick(useLocale(), { da, en })
  // Towards a no nobody is asked for consent: the family is heard, and then the team decides.
  if (intake.result.result === 'does-not-meet')
    return (
      <LinkButton variant="primary" href={intake.hearings.length > 0 ? '#beslutning' : '#hoering'}>
        {intake.hearings.length > 0 ? m.next.decide : m.hearing}
      </LinkButton>
    )
  if (intake.missingIntakeConsent.length > 0 || intake.missingConsents.length > 0)
    return (
      <LinkButton variant="primary" href={`/familier/${intake.caseId}/samtykke`}>
        {m.next.consent}
      </LinkButton>
    )
  const screened = intake.result.result !== 'unanswered'
  return (
    <LinkButton variant="primary" href={screened ? '#beslutning' : '#kriterier'}>
      {screened ? m.next.decide : m.next.screen}
    </LinkButton>
  )
}

/** CON-02: whose consent is missing, said before anything else; nothing is asked of who may not see the ledger. */
const ConsentNotice = ({ intake }: { intake: IntakePage }) => {
  const m = pick(useLocale(), { da, en })
  if (!intake.seesConsents || intake.decisions.some((one) => one.decision !== 'waiting')) return null
  const missing = [...intake.missingIntakeConsent, ...intake.missingConsents]
  if (missing.length === 0) return null
  return (
    <Alert tone="info" title={m.consentMissing} live={false}>
      {intake.missingIntakeConsent.length > 0 && <p>{m.intakeConsentMissing}</p>}
      <p>{m.minimumMissing}</p>
      <ul>
        {missing.map((one) => (
          <li key={one.who + one.what}>{m.consentFor(one.who, one.what)}</li>
        ))}
      </ul>
      <p>
        <a href={`/familier/${intake.caseId}/samtykke`}>{m.askConsent}</a>
      </p>
    </Alert>
  )
}

const ReferralPart = ({ intake }: { intake: IntakePage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (!intake.referral) return null
  return (
    <Card title={m.referral}>
      <p>
        {m.referredBy(intake.referral.by, intake.referral.sector, formatDate(locale, intake.referral.on))}.{' '}
        {m.saidYes(formatDate(locale, intake.referral.yesOn))}.
      </p>
      {intake.notes.map((note) => (
        <Quote key={note.id} by={`${note.by}, ${note.sector}`}>
          {note.text}
        </Quote>
      ))}
      {intake.notes.length === 0 && intake.may.decide && <Note icon="info">{m.noNote}</Note>}
    </Card>
  )
}

const Decided = ({ intake }: { intake: IntakePage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.decidedTitle}>
      {intake.decisions.map((one) => (
        <div key={one.id}>
          <p>
            <strong>{m.decidedLine(m.decisions[one.decision], formatDate(locale, one.decidedOn))}</strong>
          </p>
          {one.decision === 'accepted' && <p>{m.intakeDate(formatDate(locale, one.decidedOn))}</p>}
          <p>{one.reasons}</p>
          {one.deviationReason && <p>{m.deviated(one.deviationReason)}</p>}
          <Note>{m.decidedBy(one.present.join(', '))}</Note>
        </div>
      ))}
    </Card>
  )
}
