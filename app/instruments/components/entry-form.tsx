import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Details } from '#app/ui/text.tsx'
import { answerField, numbered, scoreField } from '../entry.ts'
import type { EntryPage } from '../read-entry.server.ts'
import { inWords } from '../score-words.ts'
import { NumberTable } from './number-table.tsx'
import { useWords } from './words.ts'

type Chosen = NonNullable<EntryPage['chosen']>
type Props = { chosen: Chosen; values: Values | null; today: string }
const digits = (most: number) => Array.from({ length: most + 1 }, (_, k) => String(k)).join('')

/** Everything that is told about one filled-in form. */
export function EntryFields({ chosen: c, values, today }: Props) {
  const { locale, m } = useWords()
  const old = c.corrects
  const parents = c.adults.map((p) => ({ value: p.id, label: p.name }))
  const onlyScores = c.ways.length === 1
  return (
    <>
      <input type="hidden" name="personId" value={c.person.id} />
      <input type="hidden" name="instrument" value={c.tool.code} />
      <input type="hidden" name="form" value={c.form.code} />
      <input type="hidden" name="replaces" value={old?.id ?? ''} />
      <DateFields name="answeredOn" legend={m.answeredOn} value={typedDate(values, 'answeredOn', old?.answeredOn ?? today)} />
      {c.form.informant === 'parent' && <Select name="informantPerson" label={m.informantPerson} placeholder={parents.length > 1 ? true : undefined} options={parents} value={typed(values, 'informantPerson', old?.informantPerson ? String(old.informantPerson) : '')} />}
      {c.form.informant === 'teacher' && <TextField name="informantName" label={m.informantName} hint={m.informantNameHint} value={typed(values, 'informantName', old?.informantName)} />}
      {c.norm && c.norm.groups.length > 0 && (
        <RadioGroup name="group" legend={m.group} hint={m.groupHint(c.norm.label[locale])} inline value={typed(values, 'group', old?.normGroup)} choices={c.norm.groups.map((g) => ({ value: g.code, label: g.label[locale] }))} />
      )}
      {onlyScores ? (
        <>
          <input type="hidden" name="filled" value="elsewhere" />
          <Scores chosen={c} values={values} today={today} />
        </>
      ) : (
        <>
          <RadioGroup
            name="filled"
            legend={m.filled}
            value={typed(values, 'filled', old?.filled ?? 'paper')}
            choices={c.ways.map((way) => ({ value: way, label: m.filledWays[way], reveals: way === 'elsewhere' ? <Scores chosen={c} values={values} today={today} /> : undefined }))}
          />
          <div id="f-numbers">
            {(['score', 'impact'] as const).map((part) => (
              <Answers key={part} chosen={c} values={values} part={part} />
            ))}
          </div>
        </>
      )}
      {c.tool.missing && <Details summary={m.missingRule}>{c.tool.missing[locale]}</Details>}
    </>
  )
}

function Answers({ chosen: c, values, part }: { chosen: Chosen; values: Values | null; part: 'score' | 'impact' }) {
  const { locale, m } = useWords()
  const items = c.items.filter((i) => i.part === part)
  if (items.length === 0) return null
  return (
    <NumberTable
      caption={part === 'score' && c.items.every((i) => i.part === 'score') ? m.answers : m.itemsPart[part]}
      hint={m.answersHint(items[0]?.max ?? 0)}
      values={values}
      rows={numbered(items).map(({ item, number }) => ({
        name: answerField(item.code),
        label: part === 'impact' ? (m.impactNames[item.code] ?? item.code) : `${m.number(number)} · ${item.label?.[locale] ?? item.code}`,
        aside: null,
        keys: digits(item.max),
        stands: asText(c.corrects?.answers?.[item.code]),
      }))}
    />
  )
}
const asText = (value: number | null | undefined): string => (typeof value === 'number' ? String(value) : '')

function Scores({ chosen: c, values }: Props) {
  const { locale, m } = useWords()
  return (
    <NumberTable
      caption={c.tool.framework ? m.levels : m.scores}
      hint={c.tool.framework ? undefined : m.scoresHint}
      values={values}
      rows={c.scales.map(({ scale, range, noted, last }) => ({
        name: scoreField(scale.code),
        label: scale.label[locale],
        aside: [m.between(inWords(locale, range[0]), inWords(locale, range[1])), last === null ? null : m.lastTime(inWords(locale, last)), noted === null ? null : m.noted(noted)].filter(Boolean).join(' · '),
        keys: range[1] < 10 ? digits(range[1]) : null,
        stands: asText(c.corrects?.answers === null ? c.corrects.scores[scale.code] : null),
      }))}
    />
  )
}
