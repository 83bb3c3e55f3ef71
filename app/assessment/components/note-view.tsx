import type { ReactNode } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { Quote } from '#app/ui/text.tsx'
import { isOwnWords, nameOf, situationTexts, sourceText } from '../situation-words.ts'
import type { Carried, SituationNote } from '../situation.ts'

type Props = {
  note: SituationNote
  people: readonly { id: number; name: string }[]
  today: string
  /** The part of the page is about one member: their name need not stand at each of their own words. */
  about?: number | null
  carried?: readonly Carried[]
  actions?: ReactNode
}

/** One note: the family's words in quotation marks, others' plainly, and below it what it is about and where it comes from. */
export const NoteView = ({ note: n, people, today, about, carried = [], actions }: Props) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  const speaker = n.onBehalf?.personId ?? n.authorPersonId ?? (n.heardBy !== '' ? n.personId : null)
  const by = speaker !== null && speaker !== about ? nameOf(people, speaker, m) : null
  const source = sourceText(locale, today, n)
  const own = carried.filter((c) => c.noteId === n.id)
  const line = [
    n.aspect && m.aspectShort[n.aspect],
    source,
    n.visibility === 'staff' && m.isHidden,
    n.follow && m.followed,
    own.some((c) => c.kind === 'goal') && m.goalMade,
    own.some((c) => c.kind === 'hope') && m.hopeMade,
  ].filter((part) => typeof part === 'string')
  return (
    <>
      {isOwnWords(n) || n.quoted ? (
        <Quote small by={by}>
          {n.words}
        </Quote>
      ) : (
        <p className="note-words">{n.words}</p>
      )}
      <div className="note-line">
        {line.length > 0 && <span>{line.join(' · ')}</span>}
        {actions && <div className="d-print-none">{actions}</div>}
      </div>
    </>
  )
}
