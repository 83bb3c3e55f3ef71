import { words } from '#app/platform/i18n/words.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ReadableBy, Select, TextArea } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { flatten, goalTree } from '../goal-order.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import type { Goal, PlanContent } from '../plan.ts'
import { planTexts, sectorName } from '../plan-words.ts'
import { AboutOthersQuestion } from './about-others.tsx'
import { AimAndMeasure, OwnerAndDates } from './goal-depth.tsx'
import { StatedFields } from './stated-fields.tsx'
import { errorsIn, seenRevision, typed } from './typed.ts'

type Props = {
  goal?: Goal
  plan: PlanContent & {
    goalOrder: readonly number[]
    people: readonly { id: number; name: string }[]
    team: readonly { staffId: number; name: string; title: string }[]
    today: string
    nextFollowUpOn: string | null
    goalRules: { levels: number; lawAreas: readonly { code: string; label: Words; sector: string }[] }
    readers: readonly string[]
    me: number | null
    may: { sectors: readonly string[] }
  }
  /** For a new one: the goal it is a step towards, the hope it belongs to, the sector plan it is picked out of. */
  start?: { parentId: number | null; hopeId: number | null; sectorPlanId?: number | null }
  data: unknown
  draft: { values: Record<string, string | string[]>; savedAt: string } | null
  draftUrl: string
  cancelHref: string
}

/** A goal with everything that may be said about it; all of it may wait. Errors are summed up above the page's title. */
export const GoalForm = ({ goal, plan, start, data, draft, draftUrl, cancelHref }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const v = typed(data, draft?.values)
  const sectors = plan.may.sectors
  const coordination = sectors.includes('coordination')
  const below = goal ? stepsUnder(plan.goals, goal.id) : []
  const parents = flatten(goalTree(plan.goals, plan.goalOrder)).filter(
    (g) => g.level < plan.goalRules.levels && g.id !== goal?.id && !below.includes(g.id),
  )
  const parentId = goal ? goal.parentId : (start?.parentId ?? null)
  const coordinations = coordination && (!goal || goal.sector === 'coordination')
  const lawArea = (
    <Select
      name="lawArea"
      label={m.lawArea}
      value={v.text('lawArea', goal?.lawArea ?? null)}
      optional
      placeholder={m.chooseLater}
      options={plan.goalRules.lawAreas
        .filter((area) => coordinations || area.sector === (goal?.sector ?? sectors[0]))
        .map((area) => ({ value: area.code, label: area.label[locale] }))}
    />
  )
  const hopePerson = plan.hopes.find((h) => h.id === (start?.hopeId ?? null))?.personId
  const begin = { owner: hopePerson ? `person-${hopePerson}` : '', today: plan.today, lookOn: plan.nextFollowUpOn }
  return (
    <Form errors={errorsIn(data, locale)} summaryElsewhere draftUrl={draftUrl} guard>
      <AboutOthersQuestion data={data} />
      {!goal && v.text('fromNoteId') && <input type="hidden" name="fromNoteId" value={v.text('fromNoteId')} />}
      {goal && <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, goal.revision)} />}
      {!goal && sectors.length > 1 && (
        <Select
          name="sector"
          label={m.sector}
          value={v.text('sector', sectors[0])}
          options={sectors.map((s) => ({ value: s, label: sectorName(m, s) }))}
        />
      )}
      {!goal && start?.sectorPlanId && <input type="hidden" name="sectorPlanId" value={start.sectorPlanId} />}
      {coordinations ? (
        <RadioGroup
          name="kind"
          legend={m.goalKind}
          value={v.text('kind', goal?.kind ?? (start?.sectorPlanId ? 'sector' : 'own'))}
          choices={[
            { value: 'own', label: m.ownGoal, hint: m.ownGoalHint },
            { value: 'sector', label: m.sectorGoal, hint: m.sectorGoalHint, reveals: lawArea },
          ]}
        />
      ) : (
        plan.me === null && lawArea
      )}
      <TextArea
        name="title"
        label={m.goalTitle}
        hint={m.goalTitleHint}
        value={v.text('title', goal?.title)}
        rows={2}
        below={plan.readers.length > 0 && <ReadableBy names={plan.readers} />}
      />
      <Select
        name="hopeId"
        label={m.goalHope}
        value={v.text('hopeId', goal ? goal.hopeId : (start?.hopeId ?? null))}
        optional
        placeholder={m.chooseLater}
        options={plan.hopes.map((h) => ({ value: h.id, label: h.words }))}
      />
      <Select
        name="parentId"
        label={m.goalParent}
        hint={below.length > 0 ? m.movesWithSteps : undefined}
        value={v.text('parentId', parentId)}
        optional
        placeholder={m.noParent}
        options={parents.map((g) => ({ value: g.id, label: `${'– '.repeat(g.level - 1)}${g.title || m.noTitle}` }))}
      />
      <AimAndMeasure v={v} goal={goal} errors={errorsIn(data, locale)} />
      <OwnerAndDates v={v} goal={goal} begin={begin} people={plan.people} team={plan.team} />
      <CheckboxGroup
        name="subjects"
        legend={m.subjects}
        hint={m.subjectsHint}
        values={[...(goal?.subjects ?? []), ...v.list('subjects')]}
        optional
        choices={plan.people.map((p) => ({
          value: p.id,
          label: p.name,
          disabled: goal?.subjects.includes(p.id) || (goal !== undefined && goal.authorStaffId === null && plan.me === null),
        }))}
      />
      {coordinations && (
        <StatedFields v={v} stated={goal?.stated ?? null} open={'statedName' in errorsIn(data, locale)} />
      )}
      <ButtonGroup>
        <SubmitButton>{words(locale).save}</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          {words(locale).cancel}
        </LinkButton>
      </ButtonGroup>
      <DraftStatus />
    </Form>
  )
}

/** The goals below a goal: it cannot stand under one of them. */
const stepsUnder = (goals: readonly Goal[], id: number): number[] =>
  goals.filter((g) => g.parentId === id).flatMap((g) => [g.id, ...stepsUnder(goals, g.id)])
