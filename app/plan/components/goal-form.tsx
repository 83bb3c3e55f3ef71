import { words } from '#app/platform/i18n/words.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ReadableBy, ReadOnlyField, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { flatten, goalTree } from '../goal-order.ts'
import type { Goal, PlanContent } from '../plan.ts'
import { planTexts, sectorName } from '../plan-words.ts'
import { AboutOthersQuestion } from './about-others.tsx'
import { StatedFields } from './stated-fields.tsx'
import { errorsIn, seenRevision, typed } from './typed.ts'

type Props = {
  goal?: Goal
  plan: PlanContent & {
    goalOrder: readonly number[]
    people: readonly { id: number; name: string }[]
    readers: readonly string[]
    me: number | null
    may: { sectors: readonly string[] }
  }
  /** For a new one: the goal it is a step towards, the hope it belongs to. */
  start?: { parentId: number | null; hopeId: number | null }
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
  const parents = flatten(goalTree(plan.goals, plan.goalOrder)).filter((g) => g.level < 3 && g.id !== goal?.id)
  const parentFixed = goal !== undefined && plan.goals.some((g) => g.parentId === goal.id)
  const parentId = goal ? goal.parentId : (start?.parentId ?? null)
  return (
    <Form errors={errorsIn(data, locale)} summaryElsewhere draftUrl={draftUrl} guard>
      <AboutOthersQuestion data={data} />
      {goal && <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, goal.revision)} />}
      {!goal && sectors.length > 1 && (
        <Select
          name="sector"
          label={m.sector}
          value={v.text('sector', sectors[0])}
          options={sectors.map((s) => ({ value: s, label: sectorName(m, s) }))}
        />
      )}
      {coordination && (!goal || goal.sector === 'coordination') && (
        <RadioGroup
          name="kind"
          legend={m.goalKind}
          value={v.text('kind', goal?.kind ?? 'own')}
          choices={[
            { value: 'own', label: m.ownGoal, hint: m.ownGoalHint },
            { value: 'sector', label: m.sectorGoal, hint: m.sectorGoalHint },
          ]}
        />
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
      {parentFixed ? (
        <>
          <ReadOnlyField label={m.goalParent} value={parents.find((g) => g.id === parentId)?.title ?? m.noParent} hint={m.parentFixed} />
          <input type="hidden" name="parentId" value={parentId ?? ''} />
        </>
      ) : (
        <Select
          name="parentId"
          label={m.goalParent}
          value={v.text('parentId', parentId)}
          optional
          placeholder={m.noParent}
          options={parents.map((g) => ({ value: g.id, label: `${'– '.repeat(g.level - 1)}${g.title || m.noTitle}` }))}
        />
      )}
      <TextField name="measure" label={m.measure} value={v.text('measure', goal?.measure)} optional width="full" />
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
      {coordination && (!goal || goal.sector === 'coordination') && (
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
