import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details, KeyValue, Note } from '#app/ui/text.tsx'
import { da, en } from '../meeting-messages.ts'
import type { IntakeTeamProject } from '../read-meeting.server.ts'
import { errorsOf, typed, typedDateParts } from './refused.tsx'

type Props = { project: IntakeTeamProject; today: string; refused: Refused | undefined }

/** The next meetings first; a new one is arranged here. */
export const Meetings = ({ project, today, refused: any }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.projectId === String(project.id) ? any : undefined
  const coming = project.meetings.filter((one) => one.heldOn >= today).toReversed()
  const held = project.meetings.filter((one) => one.heldOn < today)
  const line = (one: IntakeTeamProject['meetings'][number]) => (
    <li key={one.id}>
      <a href={`/optagelse/moede/${one.id}`}>{m.meetingOn(formatDate(locale, one.heldOn))}</a>
      {one.place && ` · ${one.place}`} · {m.cases(one.cases)}
    </li>
  )
  return (
    <Card title={m.meetings} id="moeder">
      {project.meetings.length === 0 && <p>{m.noMeetings}</p>}
      <ul className="nobullet-list">{[...coming, ...held.slice(0, 3)].map(line)}</ul>
      <Details summary={m.newMeeting} open={refused?.values.do === 'meeting'}>
        <Form errors={errorsOf(refused, locale, {}, 'meeting')} prefix={`m${project.id}`}>
          <input type="hidden" name="projectId" value={project.id} />
          <DateFields name="heldOn" legend={m.heldOn} value={typedDateParts(refused, 'heldOn', null, 'meeting')} />
          <TextField name="place" label={m.place} optional value={typed(refused, 'place', '', 'meeting')} />
          <SubmitButton variant="secondary" name="do" value="meeting">
            {m.call}
          </SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}

/** ORG-08: who belongs to the team, by function, and which functions nobody fills. */
export const Team = ({ project, today, refused: any }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.projectId === String(project.id) || any?.values.do === 'end-seat' ? any : undefined
  const was = (name: string, known = '') => typed(refused, name, known, 'seat')
  return (
    <Card title={m.team} id="team">
      {project.seats.length === 0 && <p>{m.noTeam}</p>}
      <KeyValue
        items={[...Map.groupBy(project.seats, (one) => one.label)].map(([label, seats]) => ({
          key: label,
          value: seats.map((one) => (one.comesFrom ? `${one.name}, ${one.comesFrom}` : one.name)).join(' · '),
        }))}
      />
      {project.empty.length > 0 && <Note>{m.empty(joinList(locale, project.empty))}</Note>}
      {project.may.team && (
        <Details summary={m.addSeat} open={refused?.values.do === 'seat' || refused?.values.do === 'end-seat'}>
          <Form errors={errorsOf(refused, locale, {}, 'seat')} prefix={`t${project.id}`}>
            <input type="hidden" name="projectId" value={project.id} />
            <Select
              name="function"
              label={m.function}
              placeholder
              options={project.functions.map((one) => ({ value: one.code, label: one.label }))}
              value={was('function')}
            />
            <Select
              name="staffId"
              label={m.worker}
              placeholder
              options={project.workers.map((one) => ({ value: one.id, label: `${one.name}, ${one.department}` }))}
              value={was('staffId')}
            />
            <TextField name="name" label={m.orName} hint={m.orNameHint} optional value={was('name')} />
            <TextField name="comesFrom" label={m.comesFrom} optional value={was('comesFrom')} />
            <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', today, 'seat')} />
            <DateFields name="until" legend={m.until} optional value={typedDateParts(refused, 'until', null, 'seat')} />
            <SubmitButton variant="secondary" name="do" value="seat">
              {m.addButton}
            </SubmitButton>
          </Form>
          {project.seats.length > 0 && (
            <Form errors={errorsOf(refused, locale, {}, 'end-seat')} prefix={`x${project.id}`}>
              <Select
                name="seatId"
                label={m.endSeat}
                placeholder
                options={project.seats.map((one) => ({ value: one.id, label: `${one.name}, ${one.label}` }))}
              />
              <DateFields name="until" legend={m.lastDay} value={today} />
              <SubmitButton variant="secondary" name="do" value="end-seat">
                {m.endButton}
              </SubmitButton>
            </Form>
          )}
        </Details>
      )}
    </Card>
  )
}

