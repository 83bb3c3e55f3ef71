import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { plural } from '#app/platform/i18n/words.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { whatWasDone } from '#app/rights/family-log.ts'
import * as rights from '#app/rights/messages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { type FieldErrors, Form } from '#app/ui/form.tsx'
import { Badge, Details, KeyValue } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { type LookUp, VERDICTS } from '../spot-check.ts'

type Props = { lookUp: LookUp; /** Plain date. */ today: string; refused: { errors: FieldErrors | null; values: Values | null } | null }

/** One look-up with the question what it was for. */
export function LookUpCard({ lookUp, today, refused }: Props) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const r = pick(locale, { da: rights.da, en: rights.en })
  const words = { ...r.words.staff, roles: r.roles, actors: r.actors, unnamed: r.unnamed }
  const form = <ReviewForm lookUp={lookUp} refused={refused} />
  return (
    <Card level={3} title={`${lookUp.staff} · ${formatShortDate(locale, lookUp.day, today)}`} aside={<Badge>{m.spot.because[lookUp.because]}</Badge>}>
      <KeyValue items={[
        { key: m.spot.who, value: [lookUp.staff, r.roles[lookUp.role ?? ''], lookUp.department].filter(Boolean).join(', ') },
        { key: m.spot.family, value: <a href={`/familier/${lookUp.caseId}/har-set`}>{lookUp.family} ({lookUp.number})</a> },
        { key: m.spot.what, value: `${lookUp.events.map((e) => whatWasDone(e, words)).join(', ')} · ${plural(lookUp.times, ...m.spot.times)}` },
        { key: m.spot.basis, value: lookUp.bases.map((b) => m.bases[b] ?? b).join(', ') },
        { key: m.spot.verdict, value: lookUp.verdict && `${m.spot.verdicts[lookUp.verdict]}. ${lookUp.note}` },
      ]} />
      {lookUp.reviewedAt && !refused
        ? <><p>{m.spot.reviewed(formatShortDate(locale, copenhagenDay(lookUp.reviewedAt), today))}</p><Details summary={m.spot.again}>{form}</Details></>
        : form}
    </Card>
  )
}

function ReviewForm({ lookUp, refused }: Omit<Props, 'today'>) {
  const m = pick(useLocale(), { da, en }).spot
  const value = (name: string, otherwise: string) => (refused ? typed(refused.values, name) : otherwise)
  return (
    <Form errors={refused?.errors} summaryElsewhere prefix={`l${lookUp.id}`}>
      <input type="hidden" name="id" value={lookUp.id} />
      <RadioGroup name="verdict" legend={m.verdict} inline value={value('verdict', lookUp.verdict ?? '')} choices={VERDICTS.map((v) => ({ value: v, label: m.verdicts[v] }))} />
      <TextArea name="note" label={m.note} hint={m.noteHint} rows={2} optional value={value('note', lookUp.note)} />
      <SubmitButton>{m.save}</SubmitButton>
    </Form>
  )
}
