import type { NormSet } from '#app/catalogue/pack-instruments.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { Alert } from '#app/ui/feedback.tsx'
import type { Scale, Tool } from '../instruments.ts'
import { inWords } from '../score-words.ts'
import { useWords } from './words.ts'

export type ShownScore = {
  scales: { scale: Pick<Scale, 'code' | 'label' | 'followed'>; value: number | null; range: readonly [number, number]; band: string | null }[]
  norm: Pick<NormSet, 'label' | 'bands'> | null
  /** The reason to talk, where a band is one. */
  talk: Words | null
  alerts: Tool['alerts']
  incomplete: boolean
}

/** What nobody may pass over comes first. */
export function AlertsShown({ alerts }: { alerts: Tool['alerts'] }) {
  const { locale, m } = useWords()
  return (
    <>
      {alerts.map((a) => (
        <Alert key={a.item} tone="warning" title={a.title[locale]}>
          <p className="alert-text">{a.text[locale]}</p>
          {a.paragraph && <p className="alert-text">{`${m.paragraph}: ${a.paragraph}`}</p>}
        </Alert>
      ))}
    </>
  )
}

/** The scores with their bands, and whose bands they are. */
export function ScoreLines({ shown }: { shown: ShownScore }) {
  const { locale, m } = useWords()
  const { norm } = shown
  return (
    <>
      <dl className="key-value">
        {shown.scales.map(({ scale, value, range, band }) => (
          <div key={scale.code}>
            <dt>{scale.label[locale]}</dt>
            <dd>
              <strong>{value === null ? m.noScore : m.of(inWords(locale, value), inWords(locale, range[1]))}</strong>
              {band && norm && ` · ${norm.bands.find((b) => b.code === band)?.label[locale] ?? band}`}
            </dd>
          </div>
        ))}
      </dl>
      {shown.scales.some((s) => !s.scale.followed) && <p>{m.subscales}</p>}
      {shown.incomplete && <p>{m.incomplete}</p>}
      {norm && <p>{m.normUsed(norm.label[locale])}</p>}
      {shown.talk && <p>{shown.talk[locale]}</p>}
    </>
  )
}
