import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Badge, KeyValue } from '#app/ui/text.tsx'
import { da, en } from '../compare-messages.ts'
import { type Change, fieldsOf } from '../compare.ts'
import type { PlanContent } from '../plan.ts'
import { fieldText, type Names, planTexts, whenText } from '../plan-words.ts'

type Props = {
  changes: readonly Change[]
  before: PlanContent
  after: PlanContent
  titles: { before: string; after: string }
  today: string
  people: readonly { id: number; name: string; family?: boolean }[]
  names: Names
  /** Records that have not changed too. */
  whole: boolean
}
type Pair = { what: Change['what']; id: number; change: Change | undefined }

/**
 * Both states of the plan beside each other, record by record; below each other on a phone. What has changed is marked with a word and
 * stands where it stood, so that one can follow with a finger.
 */
export const SideBySide = ({ changes, before, after, titles, today, people, names, whole }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  const pairs = pairsOf(before, after, changes).filter((pair) => whole || pair.change)
  const kinds = ['hope', 'goal', 'activity', 'terms'] as const
  return (
    <>
      {kinds.map((kind) => {
        const some = pairs.filter((pair) => pair.what === kind)
        if (some.length === 0) return null
        return (
          <section key={kind}>
            <h2>{p.thing[kind]}</h2>
            {some.map((pair) => {
              const [then, now] = [fieldsOf(kind, before, pair.id), fieldsOf(kind, after, pair.id)]
              const changed = pair.change?.kind === 'changed' ? pair.change.fields.map((f) => f.field) : []
              // What stands on one side only is told in two lines; all of it stands in the plan.
              const alone = then === null || now === null ? { when: whenOf(pair, before, after, locale, today) } : null
              const side = (values: ReturnType<typeof fieldsOf>, title: string, gone: string) => (
                <div className="compare-side">
                  <p className="note">{title}</p>
                  {values === null ? (
                    <p>{gone}</p>
                  ) : alone && !whole ? (
                    <p>
                      <strong>{fieldText(locale, today, people, names, headField[kind], values[headField[kind]] ?? null)}</strong>
                      {alone.when && <br />}
                      {alone.when}
                    </p>
                  ) : (
                    <KeyValue
                      items={shownFields(kind, values, changed, then, now, whole).map((field) => ({
                        key: (
                          <>
                            {p.field[field] ?? field}
                            {changed.includes(field) && (
                              <>
                                {' '}
                                <Badge tone="attention">{m.changedMark}</Badge>
                              </>
                            )}
                          </>
                        ),
                        value: fieldText(locale, today, people, names, field, values[field] ?? null),
                      }))}
                    />
                  )}
                </div>
              )
              return (
                <div key={pair.id} className="compare keep-together">
                  {side(then, titles.before, m.notThere)}
                  {side(now, titles.after, m.notThereNow)}
                </div>
              )
            })}
          </section>
        )
      })}
    </>
  )
}

/** Every record of either state, in the order of the newer one; what is gone stands last. */
function pairsOf(before: PlanContent, after: PlanContent, changes: readonly Change[]): Pair[] {
  type Some = readonly { id: number; dropped: unknown }[]
  const of = (what: Change['what'], old: Some, now: Some): Pair[] =>
    [...new Set([...now, ...old].filter((r) => !r.dropped).map((r) => r.id))].map((id) => ({
      what,
      id,
      change: changes.find((c) => c.what === what && c.id === id),
    }))
  return [
    ...of('hope', before.hopes, after.hopes),
    ...of('goal', before.goals, after.goals),
    ...of('activity', before.activities, after.activities),
    ...of('terms', before.terms, after.terms),
  ]
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
/** The field a record is known by. */
const headField: Record<Change['what'], string> = { hope: 'words', goal: 'title', activity: 'what', terms: 'nextOn' }
function whenOf(pair: Pair, before: PlanContent, after: PlanContent, locale: 'da' | 'en', today: string): string {
  const activity = pair.what === 'activity' && [...after.activities, ...before.activities].find((a) => a.id === pair.id)
  return activity ? whenText(locale, today, activity) : ''
}
/** What the record is known by and what has changed; of the whole plan all that says something on either side. */
function shownFields(
  kind: Change['what'],
  values: Record<string, unknown>,
  changed: readonly string[],
  then: Record<string, unknown> | null,
  now: Record<string, unknown> | null,
  whole: boolean,
): string[] {
  return Object.keys(values).filter((field) => {
    if (changed.includes(field) || field === headField[kind]) return true
    return whole && field !== 'level' && !(isEmpty(then?.[field]) && isEmpty(now?.[field]))
  })
}
