import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { type FieldErrors, Form } from '#app/ui/form.tsx'
import { Badge, Details, Quote } from '#app/ui/text.tsx'
import { type GoalScale, LEVELS, levelOn, SAID_BY } from '../attainment.ts'
import { useWords } from './words.ts'

type Refused = { errors: FieldErrors | null; values: Values | null }
type Props = { action: string; today: string; refused: Refused }

/** Five empty levels to put words to. */
export function SetScaleForm({ action, today, refused: r, goal, before }: Props & { goal: { id: number; title: string }; before: GoalScale | null }) {
  const { m } = useWords()
  const prefix = `set${goal.id}`
  return (
    <Form action={action} errors={r.errors ?? undefined} summaryElsewhere prefix={prefix} guard>
      <input type="hidden" name="intent" value={`set-${goal.id}`} />
      <input type="hidden" name="goalId" value={goal.id} />
      <input type="hidden" name="replaces" value={before?.id ?? ''} />
      {LEVELS.map((level, k) => (
        <TextField key={level} name={`level${k + 1}`} label={m.gasLevels[String(level)]} value={typed(r.values, `level${k + 1}`, before?.levels[k])} width="full" maxLength={300} />
      ))}
      <RadioGroup name="baseline" legend={m.baseline} value={typed(r.values, 'baseline', String(before?.baseline ?? -1))} choices={LEVELS.map((level) => ({ value: level, label: m.gasLevels[String(level)] }))} />
      <Select name="weight" label={m.weight} hint={m.weightHint} value={typed(r.values, 'weight', String(before?.weight ?? 1))} options={[1, 2, 3, 4, 5].map((n) => ({ value: n, label: String(n) }))} />
      <DateFields name="agreedOn" legend={m.agreedOn} value={typedDate(r.values, 'agreedOn', before?.agreedOn ?? today)} />
      <SubmitButton variant="secondary">{m.save}</SubmitButton>
    </Form>
  )
}

/** The five levels in the family's words, where they began and where they are, the best on top. */
export function Levels({ scale, today }: { scale: GoalScale; today: string }) {
  const { m } = useWords()
  const now = levelOn(scale, today)
  return (
    <dl className="key-value key-value-stacked">
      {LEVELS.toReversed().map((level) => (
        <div key={level}>
          <dt>
            {m.gasLevels[String(level)]} {level === now && <Badge tone="accent">{m.gasNow}</Badge>} {level === scale.baseline && <Badge>{m.gasStart}</Badge>}
          </dt>
          <dd>{scale.levels[level + 2]}</dd>
        </div>
      ))}
    </dl>
  )
}

export function RateForm({ action, today, refused: r, scale }: Props & { scale: GoalScale }) {
  const { m } = useWords()
  return (
    <Form action={action} errors={r.errors ?? undefined} summaryElsewhere prefix={`rate${scale.id}`}>
      <input type="hidden" name="intent" value={`rate-${scale.id}`} />
      <input type="hidden" name="scaleId" value={scale.id} />
      <RadioGroup name="level" legend={m.gasRate} value={typed(r.values, 'level')} choices={LEVELS.toReversed().map((level) => ({ value: level, label: scale.levels[level + 2] ?? '', hint: m.gasLevels[String(level)] }))} />
      <RadioGroup name="saidBy" legend={m.saidBy} inline value={typed(r.values, 'saidBy', 'together')} choices={SAID_BY.map((s) => ({ value: s, label: m.saidByWho[s] }))} />
      <TextField name="words" label={m.words} value={typed(r.values, 'words')} width="full" optional />
      <DateFields name="on" legend={m.day} value={typedDate(r.values, 'on', today)} />
      <SubmitButton variant="secondary">{m.rate}</SubmitButton>
    </Form>
  )
}

/** What has been said before, the newest first, and an end to the scale. */
export function RatingHistory({ action, today, scale, mine }: { action: string; today: string; scale: GoalScale; mine: boolean }) {
  const { locale, m } = useWords()
  return (
    <Details summary={m.gasHistory}>
      <ul className="nobullet-list">
        {scale.ratings.toReversed().map((r) => (
          <li key={r.id}>
            {`${formatShortDate(locale, r.on, today)}: ${scale.levels[r.level + 2] ?? ''} (${m.saidByWho[r.saidBy]})`}
            {r.words && <Quote small>{r.words}</Quote>}
            {mine && <ActionButton action={action} fields={{ intent: 'take-back', id: r.id }} label={m.gasTakeBack} variant="quiet" describe={formatShortDate(locale, r.on, today)} />}
          </li>
        ))}
        <li>{`${formatShortDate(locale, scale.agreedOn, today)}: ${m.gasStart}: ${scale.levels[scale.baseline + 2] ?? ''}`}</li>
      </ul>
      {mine && (
        <Form action={action} prefix={`end${scale.id}`} summaryElsewhere>
          <input type="hidden" name="intent" value={`end-${scale.id}`} />
          <input type="hidden" name="id" value={scale.id} />
          <ConfirmButton label={m.gasEnd} question={m.gasEndAsk} confirm={m.gasEndYes} variant="quiet">
            <TextField name="reason" label={m.gasReason} width="full" />
          </ConfirmButton>
        </Form>
      )}
    </Details>
  )
}
