import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatSaved } from '#app/platform/time/format.ts'
import { AboutOthersQuestion } from '#app/plan/components/about-others.tsx'
import { StaleNotice } from '#app/plan/components/stale.tsx'
import { seenRevision } from '#app/plan/components/typed.ts'
import { mayChangeHope } from '#app/plan/may.ts'
import { writeHope } from '#app/plan/write-hope.server.ts'
import { carriedDraft, carriedFrom } from '#app/plan/carry.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { chosenPlan } from '../chosen-case.server.ts'
import { ownChildren } from '#app/plan/for-a-member.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/hope.ts'

const draftName = (caseId: number, hopeId: number | null) => `portal.hope.${caseId}.${hopeId ?? 'new'}`

/** `?haab=12` changes one of my own; without it a new one. */
export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { plan, me, elsewhere } = await chosenPlan(ctx, request)
  if (!plan.may.hope) throw new NotFound('hope')
  const wanted = new URL(request.url).searchParams.get('haab')
  const hope = wanted === null ? null : (plan.hopes.find((h) => h.id === Number(wanted) && mayChangeHope(h, plan)) ?? null)
  if (wanted !== null && hope === null) throw new NotFound('hope')
  const children = ownChildren(plan.people, me.id).map((c) => ({ id: c.id, name: c.name }))
  const carried = hope === null ? await carriedFrom(ctx, plan.caseId, new URL(request.url).searchParams, 'hope') : null
  return {
    carried: carried && { ...carried, values: { ...carried.values, personId: carried.values['personId'] || 'family' } },
    caseId: plan.caseId,
    today: plan.today,
    me,
    children,
    elsewhere,
    hope,
    draft: await findDraft(ctx, draftName(plan.caseId, hope?.id ?? null)),
  }
})

export const action = formAction(async ({ ctx, values }) => {
  const caseId = Number(values['caseId'])
  const personId = values['personId'] === 'family' ? null : values['personId']
  await writeHope(ctx, { ...values, personId, caseId })
  if (values['fromNoteId']) await dropDraft(ctx, carriedDraft('hope', caseId, values['fromNoteId']))
  await dropDraft(ctx, draftName(caseId, values['hopeId'] ? Number(values['hopeId']) : null))
  return redirect(`${inCase('/min/plan', caseId, { gemt: 'haab' })}#haab`)
})

/** One hope, in the words of the one who hopes. */
export default function HopePage({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = portalTexts(locale)
  const { errors, values } = refusal(locale, actionData)
  const known = values ?? d.carried?.values ?? d.draft?.values ?? null
  const back = `${inCase('/min/plan', d.caseId)}#haab`
  const whose = [
    { value: String(d.me.id), label: m.hopeMine },
    ...d.children.map((c) => ({ value: String(c.id), label: m.hopeOf(c.name) })),
    ...(d.elsewhere || d.children.length === 0 ? [] : [{ value: 'family', label: m.hopeFamily }]),
  ]
  return (
    <>
      <title>{d.hope ? m.editHope : m.hopeTitle}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <StaleNotice data={actionData} />
      <PageHead title={d.hope ? m.editHope : m.hopeTitle} lead={m.hopeLead} />
      <Form
        action={inCase('/min/plan/haab', d.caseId, d.hope ? { haab: d.hope.id } : {})}
        errors={errors}
        summaryElsewhere
        draftUrl={`/kladde/${d.carried?.name ?? draftName(d.caseId, d.hope?.id ?? null)}`}
      >
        <AboutOthersQuestion data={actionData} />
        <input type="hidden" name="caseId" value={d.caseId} />
        {!d.hope && typed(known, 'fromNoteId') && <input type="hidden" name="fromNoteId" value={typed(known, 'fromNoteId')} />}
        {d.hope && (
          <>
            <input type="hidden" name="hopeId" value={d.hope.id} />
            <input type="hidden" name="seenRevision" value={seenRevision(actionData, d.draft?.values, d.hope.revision)} />
          </>
        )}
        {d.hope ? null : whose.length === 1 ? (
          <input type="hidden" name="personId" value={d.me.id} />
        ) : (
          <RadioGroup name="personId" legend={m.hopeWhose} choices={whose} value={typed(known, 'personId', String(d.me.id))} />
        )}
        <TextArea name="words" label={m.hopeWords} hint={m.hopeHint} value={typed(known, 'words', d.hope?.words)} rows={4} />
        <Note icon="lock">{m.hopeRead}</Note>
        <ButtonGroup>
          <SubmitButton>{m.save}</SubmitButton>
          <LinkButton href={back} variant="quiet">
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
        <DraftStatus />
        {d.draft && !d.carried && !values && <Note>{m.draft(formatSaved(locale, d.draft.savedAt, d.today))}</Note>}
      </Form>
    </>
  )
}
