import { words } from '#app/platform/i18n/words.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Fieldset, Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { flatten, goalTree } from '../goal-order.ts'
import type { Activity, OpenField, PlanContent } from '../plan.ts'
import { hoursText, planTexts, sectorName } from '../plan-words.ts'
import { ActivityDepth, OwnHours } from './activity-depth.tsx'
import { AboutOthersQuestion } from './about-others.tsx'
import { Readability } from './readability.tsx'
import { StatedFields } from './stated-fields.tsx'
import { errorsIn, seenRevision, type Typed, typed } from './typed.ts'

type Props = {
  activity?: Activity
  plan: PlanContent & {
    goalOrder: readonly number[]
    people: readonly { id: number; name: string }[]
    today: string
    readers: readonly string[]
    goalRules: { measureKinds: readonly { code: string; label: { da: string; en: string } }[] }
    may: { sectors: readonly string[] }
  }
  start?: { goalId: number | null }
  data: unknown
  draft: { values: Record<string, string | string[]>; savedAt: string } | null
  draftUrl: string
  cancelHref: string
}

/** An activity with PLAN-02's fields, each of which may be "ved vi ikke endnu" with a date. */
export const ActivityForm = ({ activity: a, plan, start, data, draft, draftUrl, cancelHref }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const v = typed(data, draft?.values)
  const errors = errorsIn(data, locale)
  const sectors = plan.may.sectors
  const goals = flatten(goalTree(plan.goals, plan.goalOrder))
  return (
    <Form errors={errors} summaryElsewhere draftUrl={draftUrl} guard>
      <AboutOthersQuestion data={data} />
      {!a && v.text('fromNoteId') && <input type="hidden" name="fromNoteId" value={v.text('fromNoteId')} />}
      {a && <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, a.revision)} />}
      <Fieldset legend={m.partWhat}>
        {!a && sectors.length > 1 && (
          <Select
            name="sector"
            label={m.sector}
            value={v.text('sector', sectors[0])}
            options={sectors.map((s) => ({ value: s, label: sectorName(m, s) }))}
          />
        )}
        <TextField name="what" label={m.what} value={v.text('what', a?.what)} width="full" />
        {plan.goalRules.measureKinds.length > 0 && (
          <Select
            name="measureKind"
            label={m.measureKind}
            value={v.text('measureKind', a?.measureKind)}
            optional
            placeholder={m.chooseLater}
            options={plan.goalRules.measureKinds.map((kind) => ({ value: kind.code, label: kind.label[locale] }))}
          />
        )}
        <Select
          name="goalId"
          label={m.activityGoal}
          value={v.text('goalId', a ? a.goalId : (start?.goalId ?? null))}
          optional
          placeholder={m.chooseLater}
          options={goals.map((g) => ({ value: g.id, label: `${'– '.repeat(g.level - 1)}${g.title || m.noTitle}` }))}
        />
      </Fieldset>
      <Fieldset legend={m.partHelp}>
        <TextArea
          name="offer"
          label={m.offer}
          hint={m.offerHint}
          value={v.text('offer', a?.offer)}
          rows={3}
          optional
          below={
            <>
              {plan.readers.length > 0 && <ReadableBy names={plan.readers} />}
              {sectors.length > 0 && <Readability name="offer" text={v.text('offer', a?.offer)} />}
            </>
          }
        />
        <Unknown field="offer" v={v} a={a} />
        <TextField name="provider" label={m.provider} hint={m.providerHint} value={v.text('provider', a?.provider)} optional />
        <Unknown field="provider" v={v} a={a} />
        <TextField name="place" label={m.place} value={v.text('place', a?.place)} optional />
      </Fieldset>
      <Fieldset legend={m.partWhen}>
        <RadioGroup
          name="rhythm"
          legend={m.rhythm}
          inline
          value={v.text('rhythm', a?.rhythm ?? 'weekly')}
          choices={[
            { value: 'weekly', label: m.weekly },
            { value: 'once', label: m.once },
          ]}
        />
        <CheckboxGroup
          name="weekdays"
          legend={m.weekdaysLabel}
          inline
          optional
          values={v.list('weekdays', a?.weekdays)}
          choices={[1, 2, 3, 4, 5, 6, 7].map((d) => ({ value: d, label: m.weekday[d] ?? '' }))}
        />
        <TextField name="timeFrom" label={m.timeFrom} hint={m.timeHint} width="s" value={v.text('timeFrom', a?.timeFrom)} optional />
        <TextField name="timeTo" label={m.timeTo} width="s" value={v.text('timeTo', a?.timeTo)} optional />
        <DateFields name="start" legend={m.start} value={v.date('start', a?.start)} optional />
        <Unknown field="start" v={v} a={a} />
        <DateFields name="end" legend={m.end} hint={m.endOnceHint} value={v.date('end', a?.end)} optional />
        <Unknown field="end" v={v} a={a} />
        <TextField
          name="hours"
          label={m.hours}
          hint={m.hoursHint}
          width="s"
          inputMode="decimal"
          suffix={m.hoursUnit}
          optional
          value={v.text('hours', a?.minutesPerWeek ? hoursText(locale, a.minutesPerWeek) : '')}
        />
        <Unknown field="hours" v={v} a={a} />
      </Fieldset>
      <ActivityDepth v={v} a={a} others={plan.activities} today={plan.today} />
      <Fieldset legend={m.partWho}>
        <CheckboxGroup
          name="takesPart"
          legend={m.takesPart}
          hint={m.takesPartHint}
          optional
          values={v.list('takesPart', a?.takesPart)}
          choices={plan.people.map((p) => ({ value: p.id, label: p.name }))}
        />
        <OwnHours v={v} a={a} people={plan.people} />
      </Fieldset>
      {sectors.includes('coordination') && (!a || a.sector === 'coordination') && (
        <StatedFields v={v} stated={a?.stated ?? null} open={'statedName' in errors} />
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

/** "Ved I det ikke endnu?": the date by which we know. */
const Unknown = ({ field, v, a }: { field: OpenField; v: Typed; a?: Activity }) => {
  const m = planTexts(useLocale())
  const name = `${field}UnknownUntil`
  const stored = a?.unknownUntil[field] ?? null
  return (
    <Details
      summary={
        <>
          {m.unknown}
          <span className="sr-only"> {m.unknownBy[field]}</span>
        </>
      }
      open={stored !== null || v.text(`${name}.day`) !== ''}
    >
      <DateFields name={name} legend={m.unknownBy[field]} hint={m.unknownHint} value={v.date(name, stored)} optional />
    </Details>
  )
}
