import { joinList } from '#app/platform/i18n/words.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import type { Proposal } from '../proposals.ts'
import type { MeetingPage } from '../read-meeting.server.ts'
import { meetingTexts } from '../words.ts'
import { BehalfFields } from './behalf-fields.tsx'

type Props = { d: MeetingPage; action: string; hidden?: Record<string, string | number>; errors: Record<string, string> | null; values: Values | null }

const SHOWN = 6
/** Whom the family might want there: one press each. And somebody who is not on the list. */
export const Proposals = ({ d, action, hidden = {}, errors, values }: Props) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const names = (ids: readonly number[]) => joinList(locale, d.people.filter((p) => ids.includes(p.id)).map((p) => p.name))
  const reason = (p: Proposal) => [m.propose.why[p.why], p.by.length > 0 ? names(p.by) : p.why === 'goal' ? `“${p.about}”` : p.about].filter(Boolean).join(p.why === 'team' ? ': ' : ' ')
  const fields = (p: Proposal): Record<string, string> =>
    p.why === 'doctor'
      ? { who: 'outside', outsideName: p.name, outsideSector: 'general-practice' }
      : p.key.startsWith('outside-')
        ? { who: 'outside', outsideName: p.name, outsideRole: p.about }
        : { who: p.key }
  const list = (proposals: readonly Proposal[]) => (
    <ul className="nobullet-list proposal-list">
      {proposals.map((p) => (
        <li key={p.key} className="keep-together">
          <ActionButton action={action} fields={{ ...hidden, intent: 'add', ...fields(p) }} label={m.propose.add} describe={p.name} />
          <span>
            <strong>{p.name}</strong>
            <br />
            {reason(p)}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={m.propose.title} id="forslag">
      <p>{m.propose.lead}</p>
      {d.proposals.length === 0 && <p>{m.propose.none}</p>}
      {list(d.proposals.slice(0, SHOWN))}
      {d.proposals.length > SHOWN && <Details summary={m.propose.more(d.proposals.length - SHOWN)}>{list(d.proposals.slice(SHOWN))}</Details>}
      <Details summary={m.propose.other} open={values !== null}>
        <p>{m.propose.otherText}</p>
        <Form action={action} errors={errors ?? {}} summaryElsewhere prefix="ny">
          {Object.entries(hidden).map(([k, v]) => (
            <input key={k} type="hidden" name={k} value={v} />
          ))}
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="who" value="outside" />
          <TextField name="outsideName" label={m.propose.name} value={typed(values, 'outsideName')} />
          <TextField name="outsideRole" label={m.propose.role} hint={m.propose.roleHint} value={typed(values, 'outsideRole')} optional />
          <TextField name="outsideAddress" label={m.propose.address} hint={m.propose.addressHint} value={typed(values, 'outsideAddress')} optional />
          <Select name="how" label={m.propose.how} value={typed(values, 'how', 'seat')} options={Object.entries(m.who.how).map(([value, label]) => ({ value, label }))} />
          <Select
            name="companionOf"
            label={m.propose.companionOf}
            value={typed(values, 'companionOf')}
            optional
            placeholder={m.propose.nothing}
            options={d.people.filter((p) => d.meeting.subjects.includes(p.id)).map((p) => ({ value: p.id, label: p.name }))}
          />
          {d.may.arrange && <StaffFields d={d} values={values} />}
          <SubmitButton variant="secondary">{m.propose.add}</SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}

const StaffFields = ({ d, values }: { d: MeetingPage; values: Values | null }) => {
  const m = meetingTexts(useLocale())
  const others = d.people.filter((p) => !p.family)
  return (
    <>
      <Select
        name="outsideSector"
        label={m.propose.sector}
        value={typed(values, 'outsideSector')}
        optional
        placeholder={m.propose.noSector}
        options={Object.entries(d.sectors).filter(([code]) => code !== 'coordination').map(([value, label]) => ({ value, label }))}
      />
      {d.kind && d.kind.rules.length > 0 && (
        <Select name="requiredBy" label={m.propose.requiredBy} value={typed(values, 'requiredBy')} optional placeholder={m.propose.nothing} options={d.kind.rules.map((r) => ({ value: r.code, label: r.label }))} />
      )}
      <Select
        name="interpreterFor"
        label={m.propose.interpreterFor}
        value={typed(values, 'interpreterFor')}
        optional
        placeholder={m.propose.nothing}
        options={d.people.filter((p) => d.meeting.subjects.includes(p.id)).map((p) => ({ value: p.id, label: p.name }))}
      />
      {others.length > 0 && (
        <Select
          name="worksWith"
          label={m.propose.worksWith}
          hint={m.propose.worksWithHint}
          value={typed(values, 'worksWith')}
          optional
          placeholder={m.propose.nothing}
          options={others.map((p) => ({ value: p.id, label: p.name }))}
        />
      )}
      <BehalfFields people={d.people.filter((p) => d.meeting.subjects.includes(p.id))} today={d.today} values={values} />
    </>
  )
}
