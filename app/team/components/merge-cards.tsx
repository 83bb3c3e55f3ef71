import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import type { TeamPage } from '../read-team.server.ts'
import { da, en } from '../team-messages.ts'

type Props = { team: TeamPage; refused: Refused | undefined }

/** KOO-08: which roles might be one, as questions with their answers. */
export const MergeCards = ({ team, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (team.suggestions.length + team.answered.length === 0) return null
  return (
    <Card title={m.merge} id="samle">
      {team.suggestions.length > 0 && <p>{m.mergeLead}</p>}
      {team.suggestions.map((one) => (
        <div key={one.code} className="keep-together">
          <h3>
            {m.mergeQuestion(
              one.keep.name,
              joinList(
                locale,
                one.others.map((other) => other.name),
              ),
            )}
          </h3>
          <p>{one.why}</p>
          <Details summary={m.mergeAnswer} open={refused?.values.code === one.code}>
            <Answer one={one} refused={refused?.values.code === one.code ? refused : undefined} />
          </Details>
        </div>
      ))}
      {team.answered.length > 0 && (
        <Details summary={m.mergeAnswered}>
          {team.answered.map((one) => (
            <p key={one.id}>
              {joinList(locale, one.names)}: <Badge tone={one.answer === 'merged' ? 'done' : 'plain'}>{one.answer === 'merged' ? m.merged : m.notMerged}</Badge>
              <br />
              {one.why} ({formatShortDate(locale, one.on, team.today)})
            </p>
          ))}
        </Details>
      )}
    </Card>
  )
}

const Answer = ({ one, refused }: { one: TeamPage['suggestions'][number]; refused: Refused | undefined }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Form prefix={`m-${one.code}`} errors={errorsOf(refused, locale, m.missing, 'merge')}>
      <input type="hidden" name="code" value={one.code} />
      <input type="hidden" name="keep" value={one.keep.staffId} />
      <input type="hidden" name="others" value={one.others.map((other) => other.staffId).join(',')} />
      <RadioGroup
        name="answer"
        legend={m.mergeAnswer}
        value={typed(refused, 'answer', '', 'merge')}
        choices={[
          {
            value: 'merged',
            label: m.mergeYes,
            reveals: <DateFields name="endsOn" legend={m.mergeEnds} hint={m.mergeEndsHint} value={typedDateParts(refused, 'endsOn', null, 'merge')} />,
          },
          { value: 'not-merged', label: m.mergeNo },
        ]}
      />
      <TextField name="why" label={m.mergeWhy} hint={m.mergeWhyHint} value={typed(refused, 'why', '', 'merge')} />
      <SubmitButton variant="secondary" name="do" value="merge">
        {m.mergeSave}
      </SubmitButton>
      {refused?.conflict && <Note>{m.mergeGone}</Note>}
    </Form>
  )
}
