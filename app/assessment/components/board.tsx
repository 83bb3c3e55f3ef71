import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { classes, useLocale } from '#app/ui/context.tsx'
import { situationTexts } from '../situation-words.ts'
import { boxes, type Carried, columns, familyFirst, isHouse, type Member, type Part, type Scale, type SituationNote } from '../situation.ts'
import { NoteView } from './note-view.tsx'
import { Scales } from './scale.tsx'

export type Slots = {
  /** Beside a box's title: the way to write in it. */
  write?: (part: Part, member: Member | null) => ReactNode
  /** Below a note: the way to open it. */
  note?: (note: SituationNote) => ReactNode
  /** Below a member's scale. */
  rate?: (member: Member) => ReactNode
  /** Beside a member's name: the three houses. */
  member?: (member: Member) => ReactNode
}
type Props = {
  people: readonly Member[]
  notes: readonly SituationNote[]
  scales: readonly Scale[]
  carried: readonly Carried[]
  today: string
  /** Only these members get a part of their own; default all of the family, and others when something stands about them. */
  show?: (member: Member) => boolean
  slots?: Slots
  columns?: boolean
  /** The reader sees only some of it: an empty box says nothing of what others have written. */
  partial?: boolean
}

/** The whole family on one page: each member with four boxes, strengths first; then the three columns. Always everybody (UDR-16). */
export const Board = ({ people, notes, scales, carried, today, show, slots = {}, columns: withColumns = true, partial }: Props) => {
  const m = situationTexts(useLocale())
  const shown = people.filter((p) => (show ? show(p) : p.family || notes.some((n) => n.personId === p.id)))
  const whole = notes.filter((n) => n.personId === null)
  const boxed = (member: Member | null, part: Part, first: boolean) => (
    <BoxOf
      key={part}
      part={part}
      first={first}
      title={m.part[part]}
      empty={partial ? '' : m.empty[part]}
      aside={slots.write?.(part, member)}
      notes={familyFirst(notes.filter((n) => n.part === part && n.personId === (member?.id ?? null)))}
      view={(n) => (
        <NoteView note={n} people={people} today={today} about={member?.id ?? null} carried={carried} actions={slots.note?.(n)} />
      )}
    />
  )
  const wholeBoxes = boxes.filter((b) => whole.some((n) => n.part === b))
  return (
    <>
      {shown.map((p) => (
        <Card key={p.id} id={`person-${p.id}`} title={p.age === null ? p.name : `${p.name}, ${p.age}`} aside={slots.member?.(p)}>
          <div className="boxes">{boxes.map((b, i) => boxed(p, b, i === 0))}</div>
          {columns
            .filter((c) => notes.some((n) => n.part === c && n.personId === p.id))
            .map((c) => boxed(p, c, false))}
          <div className="scale">
            <Scales scales={scales.filter((s) => s.personId === p.id)} about={p.id} people={people} today={today} />
            {slots.rate?.(p)}
          </div>
        </Card>
      ))}
      {withColumns && (
        <Card id="familien" title={m.columnsTitle} aside={m.columnsLead}>
          {wholeBoxes.length > 0 && <div className="boxes boxes-whole">{wholeBoxes.map((b, i) => boxed(null, b, i === 0))}</div>}
          <div className="boxes boxes-3">{columns.map((c, i) => boxed(null, c, i === 0))}</div>
        </Card>
      )}
    </>
  )
}

const BoxOf = (p: {
  part: Part
  title: string
  first: boolean
  aside: ReactNode
  empty: string
  notes: readonly SituationNote[]
  view: (n: SituationNote) => ReactNode
}) => (
  <section className={classes('box', p.first && 'box-first')}>
    <div className="box-head">
      <h3 className="box-title">{p.title}</h3>
      {p.aside && <span className="d-print-none">{p.aside}</span>}
    </div>
    {p.notes.length === 0 ? (
      p.empty && <p className="box-empty">{p.empty}</p>
    ) : (
      <ul className="box-notes nobullet-list">
        {p.notes.map((n) => (
          <li key={n.id} id={`note-${n.id}`}>
            {p.view(n)}
          </li>
        ))}
      </ul>
    )}
  </section>
)

export const houseNotes = (notes: readonly SituationNote[], personId: number) => notes.filter((n) => isHouse(n.part) && n.personId === personId)
