import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import type { Source } from '../sources.server.ts'

/** A record as it goes to the case: its parties, who wrote it, its words. */
export const RecordWords = ({ source, parties }: { source: Source; parties: readonly { name: string; born: string | null }[] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <KeyValue
        items={[
          { key: m.paper.parties, value: parties.map((p) => (p.born ? m.paper.party(p.name, formatDate(locale, p.born)) : p.name)).join('; ') },
          { key: m.paper.by, value: source.by },
        ]}
      />
      {source.parts.map((part, i) => (
        <div key={i}>
          {part.heading && <h3>{part.heading}</h3>}
          <p className="prose-lines">{part.text}</p>
        </div>
      ))}
    </>
  )
}
