import { addMonths } from '#app/platform/time/plain-date.ts'
import { words } from '#app/platform/i18n/words.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Fieldset, Form } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import { flatten, goalTree } from '../goal-order.ts'
import type { PlanContent } from '../plan.ts'
import { planTexts, termsTexts } from '../plan-words.ts'
import { type Home, type Often, oftens, registrations, type Terms, weeksOf } from '../terms.ts'
import { AboutOthersQuestion } from './about-others.tsx'
import { Readability } from './readability.tsx'
import { StaleNotice } from './stale.tsx'
import { errorsIn, seenRevision, typed } from './typed.ts'

type Props = {
  home: Home
  terms?: Terms
  plan: PlanContent & {
    goalOrder: readonly number[]
    people: readonly { id: number; name: string }[]
    team: readonly { staffId: number; name: string; role: string }[]
    today: string
    readers: readonly string[]
    rules: { followUpEveryMonths: number }
  }
  data: unknown
  draft: { values: Record<string, string | string[]> } | null
  draftUrl: string
  action: string
  cancelHref: string
}

/** How the plan is followed up, edited in its place. Everything may wait until the plan is agreed. Sends `intent=terms`. */
export const TermsForm = ({ home, terms: one, plan, data, draft, draftUrl, action, cancelHref }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const t = termsTexts(locale)
  const v = typed(data, draft?.values)
  const goals = flatten(goalTree(plan.goals, plan.goalOrder))
  const longest = plan.rules.followUpEveryMonths
  const possible = oftens.filter((o) => weeksOf[o] <= Math.ceil((longest * 52) / 12))
  const coordinators = plan.team.filter((h) => h.role === 'coordinator').map((h) => h.staffId)
  return (
    <>
      <StaleNotice data={data} />
      <Form action={action} errors={errorsIn(data, locale)} draftUrl={draftUrl} guard>
        <AboutOthersQuestion data={data} />
        <input type="hidden" name="intent" value="terms" />
        <input type="hidden" name="householdId" value={home.id ?? ''} />
        {one && <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, one.revision)} />}
        <Note>{t.emptyText}</Note>
        {plan.readers.length > 0 && <ReadableBy names={[...plan.readers]} />}
        <Fieldset legend={t.howPart}>
          <TextArea
            name="howFollowed"
            label={t.howFollowed}
            hint={t.howFollowedHint}
            rows={2}
            optional
            value={v.text('howFollowed', one?.howFollowed)}
            below={<Readability name="howFollowed" text={v.text('howFollowed', one?.howFollowed)} />}
          />
          <RadioGroup
            name="howOften"
            legend={t.howOften}
            inline
            optional
            value={v.text('howOften', one?.howOften ?? '')}
            choices={possible.map((o: Often) => ({ value: o, label: t.often[o] }))}
          />
        </Fieldset>
        <Fieldset legend={t.nextPart}>
          <DateFields name="nextOn" legend={t.nextOn} value={v.date('nextOn', one ? one.nextOn : addMonths(plan.today, longest))} optional />
          <CheckboxGroup
            name="nextPeople"
            legend={t.nextPeople}
            inline
            optional
            values={v.list('nextPeople', one ? one.nextPeople : home.personIds)}
            choices={plan.people.filter((p) => home.personIds.includes(p.id)).map((p) => ({ value: p.id, label: p.name }))}
          />
          {plan.team.length > 0 && (
            <CheckboxGroup
              name="nextStaff"
              legend={t.nextStaff}
              optional
              values={v.list('nextStaff', one ? one.nextStaff : coordinators)}
              choices={plan.team.map((h) => ({ value: h.staffId, label: h.name }))}
            />
          )}
          <TextField name="nextOthers" label={t.nextOthers} hint={t.nextOthersHint} value={v.text('nextOthers', one?.nextOthers)} optional />
          {goals.length === 0 ? (
            <Note>{t.noGoals}</Note>
          ) : (
            <CheckboxGroup
              name="nextGoals"
              legend={t.nextGoals}
              optional
              values={v.list('nextGoals', one?.nextGoals)}
              choices={goals.map((g) => ({ value: g.id, label: `${'– '.repeat(g.level - 1)}${g.title || m.noTitle}` }))}
            />
          )}
          <TextArea
            name="thinkOver"
            label={t.thinkOver}
            hint={t.thinkOverHint}
            rows={2}
            optional
            value={v.text('thinkOver', one?.thinkOver)}
          />
        </Fieldset>
        <Fieldset legend={t.otherwisePart}>
          <TextArea
            name="ifOtherwise"
            label={t.ifOtherwise}
            rows={2}
            optional
            value={v.text('ifOtherwise', one?.ifOtherwise)}
            below={<Readability name="ifOtherwise" text={v.text('ifOtherwise', one?.ifOtherwise)} />}
          />
          <TextField name="whoCalls" label={t.whoCalls} hint={t.whoCallsHint} value={v.text('whoCalls', one?.whoCalls)} optional width="full" />
          <TextField
            name="reopenedWhen"
            label={t.reopenedWhen}
            hint={t.reopenedWhenHint}
            value={v.text('reopenedWhen', one?.reopenedWhen)}
            optional
            width="full"
          />
        </Fieldset>
        <Fieldset legend={t.registeredPart}>
          <TextField name="registeredBy" label={t.registeredBy} value={v.text('registeredBy', one?.registeredBy)} optional />
          <TextField
            name="registeredWhat"
            label={t.registeredWhat}
            hint={t.registeredWhatHint}
            value={v.text('registeredWhat', one?.registeredWhat)}
            optional
            width="full"
          />
          <TextField
            name="registeredOften"
            label={t.registeredOften}
            hint={t.registeredOftenHint}
            value={v.text('registeredOften', one?.registeredOften)}
            optional
          />
          <Select
            name="registeredChannel"
            label={t.registeredChannel}
            value={v.text('registeredChannel', one?.registeredChannel ?? '')}
            options={registrations.map((c) => ({ value: c, label: t.channel[c] }))}
            placeholder={m.chooseLater}
            optional
          />
        </Fieldset>
        <ButtonGroup>
          <SubmitButton>{words(locale).save}</SubmitButton>
          <LinkButton href={cancelHref} variant="quiet">
            {words(locale).cancel}
          </LinkButton>
        </ButtonGroup>
        <DraftStatus />
      </Form>
    </>
  )
}
