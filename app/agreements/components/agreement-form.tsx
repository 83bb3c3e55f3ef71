import { joinList, words } from '#app/platform/i18n/words.ts'
import { AboutOthersQuestion } from '#app/plan/components/about-others.tsx'
import { errorsIn, seenRevision, typed } from '#app/plan/components/typed.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import type { Agreement } from '../agreement.ts'
import type { AgreementsPage } from '../read-agreements.server.ts'
import { agreementTexts } from '../words.ts'

type Values = Record<string, string | string[]>
type Props = {
  page: Pick<AgreementsPage, 'people' | 'team' | 'goals' | 'who' | 'readers' | 'today'>
  data: unknown
  cancelHref: string
  agreement?: Agreement
  draft?: { values: Values } | null
  draftUrl?: string
  meetingId?: number | null
}

/** What, who and when; for a new one also which goal and whom it is about. An agreement that is there gets its new day by being postponed. */
export const AgreementForm = ({ page, data, cancelHref, agreement, draft, draftUrl, meetingId }: Props) => {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const v = typed(data, draft?.values)
  const { staff, me } = page.who
  const children = page.people.filter((p) => p.child && !p.died && (staff || p.speaksFor))
  const owner = agreement ? (agreement.owner.id === null ? 'outside' : `${agreement.owner.kind}-${agreement.owner.id}`) : staff ? '' : `person-${me}`
  return (
    <Form errors={errorsIn(data, locale)} summaryElsewhere guard {...(draftUrl ? { draftUrl } : {})}>
      <AboutOthersQuestion data={data} />
      <input type="hidden" name="intent" value={agreement ? 'change' : 'make'} />
      {agreement && <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, agreement.revision)} />}
      {meetingId && <input type="hidden" name="meetingId" value={meetingId} />}
      <TextArea
        name="what"
        label={staff ? m.what : m.whatOwn}
        hint={children.length > 0 && staff ? `${m.whatHint} ${m.whatChildHint}` : m.whatHint}
        value={v.text('what', agreement?.what)}
        rows={2}
        limit={500}
        below={page.readers.length > 0 && <ReadableBy names={page.readers} />}
      />
      <RadioGroup
        name="owner"
        legend={m.who}
        hint={staff ? m.whoHint : undefined}
        value={v.text('owner', owner)}
        choices={[
          ...page.people.filter((p) => !p.died && (staff || p.speaksFor || p.id === me)).map((p) => ({ value: `person-${p.id}`, label: p.name })),
          ...(staff ? page.team.map((h) => ({ value: `staff-${h.staffId}`, label: h.title ? `${h.name}, ${h.title.toLocaleLowerCase(locale)}` : h.name })) : []),
          {
            value: 'outside',
            label: m.outside,
            reveals: (
              <TextField name="ownerName" label={m.ownerName} hint={m.ownerNameHint} value={v.text('ownerName', agreement?.owner.id === null ? agreement.owner.name : '')} />
            ),
          },
        ]}
      />
      {staff && children.length > 0 && (
        <TextField
          name="heardBy"
          label={m.heardBy}
          hint={`${m.heardByHint} (${joinList(locale, children.map((c) => c.name), 'or')})`}
          value={v.text('heardBy', agreement?.heardBy)}
          optional
        />
      )}
      {!agreement && <DateFields name="dueOn" legend={m.due} value={v.date('dueOn')} />}
      {page.goals.length > 0 && (
        <Select
          name="goalId"
          label={m.goal}
          value={v.text('goalId', agreement?.goal?.id ?? null)}
          optional
          placeholder={m.noGoal}
          options={page.goals.map((g) => ({ value: g.id, label: g.title }))}
        />
      )}
      {!agreement && staff && (
        <CheckboxGroup
          name="subjects"
          legend={m.subjects}
          hint={m.subjectsHint}
          values={v.list('subjects').map(String)}
          optional
          choices={page.people.map((p) => ({ value: String(p.id), label: p.name }))}
        />
      )}
      <ButtonGroup>
        <SubmitButton>{agreement ? words(locale).save : m.save}</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          {words(locale).cancel}
        </LinkButton>
      </ButtonGroup>
      {draftUrl && <DraftStatus />}
    </Form>
  )
}
