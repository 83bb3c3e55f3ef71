import { redirect } from 'react-router'
import { proposeConsents } from '#app/consent/propose-consents.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ActionButton, LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ReadableBy } from '#app/ui/fields.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, KeyValue, Note } from '#app/ui/text.tsx'
import { errorsIn, isRefused } from '#app/plan/components/typed.ts'
import { goalFacts } from '#app/plan/goal-words.ts'
import { planTexts, statedText } from '#app/plan/plan-words.ts'
import { addPlanFile } from '../add-plan-file.server.ts'
import { Checklist } from '../components/checklist.tsx'
import { Holistic } from '../components/holistic.tsx'
import { PlanFile } from '../components/plan-file.tsx'
import { planFacts } from '../components/plan-list.tsx'
import { da, en } from '../messages.ts'
import { sectorPlanAddress, sectorPlansAddress, sectorPlanTexts } from '../plan-words.ts'
import { readSectorPlan, type SectorPlanPage } from '../read-sector-plan.server.ts'
import { restOnHolistic } from '../rest-on-holistic.server.ts'
import { takeOverSectorPlan } from '../take-over-sector-plan.server.ts'
import { writePart } from '../write-part.server.ts'
import type { Route } from './+types/sector-plan.ts'

/** `?del=goals` opens that part of the checklist for writing. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const { shelfIds: _, ...found } = await readSectorPlan(ctx, { caseId: idParam(params.caseId), planId: idParam(params.planId) })
  return { page: found, editing: query.get('del'), saved: query.has('gemt') }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const [caseId, planId] = [idParam(params.caseId), idParam(params.planId)]
  const here = (part: string) => redirect(`${sectorPlanAddress(caseId, planId)}?gemt=1#${part}`)
  switch (values['intent']) {
    case 'file': {
      await addPlanFile(ctx, { caseId, planId, ...(await uploaded(form)) })
      return here('pdf')
    }
    case 'take-over': {
      const { id } = await takeOverSectorPlan(ctx, { caseId, planId })
      return redirect(`${sectorPlanAddress(caseId, id)}?gemt=1`)
    }
    case 'rest':
      await restOnHolistic(ctx, { ...values, caseId, planId })
      return here('del-af-familiens-plan')
    case 'prepare': {
      const { holistic, today } = await readSectorPlan(ctx, { caseId, planId })
      const asked = holistic?.consents.filter((c) => !c.yes && c.consentId === null) ?? []
      // A question for each person and this plan alone: one yes never covers two.
      const consents = asked.map((c) => ({ template: holistic?.template ?? '', subjectId: c.personId, from: today, until: '' }))
      if (consents.length > 0) await proposeConsents(ctx, { caseId, consents })
      return here('del-af-familiens-plan')
    }
    default:
      await writePart(ctx, { ...values, caseId, planId })
      return here(`del-${String(values['part'])}`)
  }
})

async function uploaded(form: FormData): Promise<{ content: Uint8Array; name: string }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new Invalid([{ field: 'file', message: { da: da.noFile, en: en.noFile } }])
  return { content: new Uint8Array(await file.arrayBuffer()), name: file.name }
}

/** One plan of one law: who decides it, what it says, and how it hangs together with the family's plan. */
export default function SectorPlan({ loaderData: { page: d, editing, saved }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const here = sectorPlanAddress(d.caseId, d.plan.id)
  const title = d.plan.title || d.kindLabel
  const names = joinList(locale, d.people.filter((p) => d.plan.subjects.includes(p.id)).map((p) => p.name))
  const stale = isRefused(actionData) && actionData.conflict?.code === 'stale'
  const intent = isRefused(actionData) ? actionData.values['intent'] : null
  return (
    <>
      <title>{`${title}: ${names} – ${d.familyName}`}</title>
      <BackLink href={sectorPlansAddress(d.caseId)}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      {stale && (
        <Alert tone="warning" title={m.staleTitle}>
          {m.stale}
        </Alert>
      )}
      {saved && <Toast>{m.saved}</Toast>}
      <PageHead
        title={`${title}: ${names}`}
        lead={d.plan.paragraph}
        action={
          d.may.change ? (
            <LinkButton href={`${here}/ret`}>{m.edit}</LinkButton>
          ) : (
            d.mayTakeOver && <ActionButton action={here} fields={{ intent: 'take-over' }} label={m.takeOver} variant="primary" />
          )
        }
      >
        <p>
          <Badge tone={d.state === 'in-force' ? 'done' : 'plain'}>{m.state[d.state]}</Badge>{' '}
          <span className="note">{statedText(locale, d.today, d.plan)}</span>
        </p>
      </PageHead>
      {!d.verified && <Note icon="info">{m.unverified}</Note>}
      {d.plan.notNeededReason ? (
        <p>{m.notNeededSaid(d.plan.notNeededReason)}</p>
      ) : (
        <>
          <Card>
            <KeyValue items={planFacts(locale, d.today, d)} />
          </Card>
          <Card title={m.contents} id="indhold">
            {d.may.change && <p>{m.contentsLead}</p>}
            {d.readers.length > 0 && <ReadableBy names={d.readers} />}
            <Checklist page={d} editing={editing} data={intent === 'part' ? actionData : null} />
          </Card>
          <Card title={m.goals} id="maal">
            <PlanGoals page={d} />
          </Card>
          <Card title={m.file} id="pdf">
            <PlanFile page={d} data={intent === 'file' ? actionData : null} />
          </Card>
          <Card title={m.holistic} id="del-af-familiens-plan">
            <Holistic page={d} />
          </Card>
          {d.may.copy && (
            <Card title={m.copyTo} id="kopier">
              <CopyLinks page={d} />
            </Card>
          )}
        </>
      )}
    </>
  )
}

type Shown = Omit<SectorPlanPage, 'shelfIds'>

const PlanGoals = ({ page: d }: { page: Shown }) => {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  return (
    <>
      {d.may.addGoal && <p>{m.goalsLead}</p>}
      {d.planGoals.length === 0 ? (
        <p className="note">{m.noGoals}</p>
      ) : (
        <ul>
          {d.planGoals.map((g) => (
            <li key={g.id}>
              <a href={`/familier/${d.caseId}/planen#maal-${g.id}`}>{g.title || planTexts(locale).noTitle}</a>{' '}
              <span className="note">{goalFacts(locale, d.today, d.people, d.team, g)}</span>
            </li>
          ))}
        </ul>
      )}
      {d.may.addGoal && (
        <LinkButton href={`/familier/${d.caseId}/planen/maal/nyt?delplan=${d.plan.id}`}>{m.addGoal}</LinkButton>
      )}
    </>
  )
}

const CopyLinks = ({ page: d }: { page: Shown }) => {
  const m = sectorPlanTexts(useLocale())
  if (d.targets.length === 0) return <p>{m.copyNobody}</p>
  return (
    <>
      <p>{m.copyLead}</p>
      <div className="button-row">
        {d.targets.map((t) => (
          <LinkButton key={t.code} href={`${sectorPlanAddress(d.caseId, d.plan.id)}/kopier/${t.code}`}>
            {m.copyTitle(t.label)}
          </LinkButton>
        ))}
      </div>
    </>
  )
}
