import { SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import type { MeetingPage, ParticipantView } from '../read-meeting.server.ts'
import { meetingTexts } from '../words.ts'

/** How somebody takes part, when an interpreter was booked, whose companion; and what they sent instead of coming. For those who arrange. */
export const ParticipantDetails = ({ p, d, action, name }: { p: ParticipantView; d: MeetingPage; action: string; name: string }) => {
  const m = meetingTexts(useLocale())
  return (
    <Details
      summary={
        <>
          {m.who.change}
          <span className="sr-only"> {name}</span>
        </>
      }
    >
      <Form action={action} prefix={`p${p.id}`}>
        <input type="hidden" name="intent" value="change-participant" />
        <input type="hidden" name="participantId" value={p.id} />
        <input type="hidden" name="seen" value={p.revision} />
        <Select name="how" label={m.propose.how} value={p.how} options={Object.entries(m.who.how).map(([value, label]) => ({ value, label }))} />
        {p.interpreterFor === null && (
          <Select
            name="companionOf"
            label={m.propose.companionOf}
            value={p.companionOf === null ? '' : String(p.companionOf)}
            optional
            placeholder={m.propose.nothing}
            options={d.people.filter((x) => d.meeting.subjects.includes(x.id)).map((x) => ({ value: x.id, label: x.name }))}
          />
        )}
        {p.interpreterFor !== null && (
          <>
            <DateFields name="bookedOn" legend={m.who.booked('', '').trim()} value={p.bookedOn} optional />
            <TextField name="bookedWith" label={m.propose.name} value={p.bookedWith} optional />
          </>
        )}
        {p.outside?.sector === 'general-practice' && <TextField name="slotFrom" label={m.call.time} hint={m.call.timeHint} value={p.slot?.from ?? ''} optional width="s" />}
        <SubmitButton variant="secondary">{m.edit.save}</SubmitButton>
      </Form>
      {p.how === 'letter' && (
        <Form action={action} prefix={`c${p.id}`}>
          <input type="hidden" name="intent" value="contribution" />
          <input type="hidden" name="participantId" value={p.id} />
          <input type="hidden" name="seen" value={p.revision} />
          <TextArea name="words" label={m.who.writeContribution} value={p.contribution} rows={3} />
          <SubmitButton variant="secondary">{m.edit.save}</SubmitButton>
        </Form>
      )}
    </Details>
  )
}
