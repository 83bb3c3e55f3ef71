import type { Note } from '#app/meeting-room/room.ts'
import type { Point } from '#app/meetings/meeting.ts'
import type { MinutesKind } from './minutes.ts'
import type { MinutesTexts } from './words.ts'

export type DraftPoint = { kind: MinutesKind; title: string; words: string; subjects: number[] }
type Said = Pick<Note, 'kind' | 'words' | 'value' | 'pointId' | 'participantId' | 'subjects'>

/**
 * The first text of the minutes, from what was written in the room: the agenda in its order, under each point the voices as they came and the
 * columns. What was said about other people than the point is a point of its own, on its own walls. Decisions only where the kind decides.
 */
export function draftFrom(part: {
  agenda: readonly Pick<Point, 'id' | 'title' | 'kind' | 'subjects'>[]
  notes: readonly Said[]
  nameOf: (participantId: number | null) => string
  decides: boolean
  subjects: readonly number[]
  m: MinutesTexts
}): DraftPoint[] {
  const spoken = part.notes.filter((n) => n.kind !== 'reflection' && n.kind !== 'decision')
  const known = new Set(part.agenda.map((p) => p.id))
  const under = (pointId: number | null) => spoken.filter((n) => (n.pointId !== null && known.has(n.pointId) ? n.pointId : null) === pointId)
  const points = part.agenda.flatMap((p): DraftPoint[] => {
    const kind = p.kind === 'child' ? 'child' : 'point'
    const groups = bySubjects(under(p.id))
    return groups.length === 0
      ? [{ kind, title: p.title, words: '', subjects: p.subjects }]
      : groups.map((notes) => ({ kind, title: p.title, words: kind === 'child' && notes.length === 1 ? notes[0]!.words : wordsOf(notes, part), subjects: notes[0]!.subjects }))
  })
  const rest = bySubjects(under(null)).map((notes): DraftPoint => ({ kind: 'point', title: part.m.otherPoint, words: wordsOf(notes, part), subjects: notes[0]!.subjects }))
  const own = (kind: 'reflection' | 'decision') => part.notes.filter((n) => n.kind === kind).map((n): DraftPoint => ({ kind, title: '', words: n.words, subjects: n.subjects }))
  return [...points, ...rest, ...own('reflection'), ...(part.decides ? own('decision') : [])]
}

/** Notes about the same people together, in the order in which the first of them came. */
function bySubjects(notes: readonly Said[]): Said[][] {
  const groups = new Map<string, Said[]>()
  for (const n of notes) {
    const key = n.subjects.toSorted((a, b) => a - b).join()
    groups.set(key, [...(groups.get(key) ?? []), n])
  }
  return [...groups.values()]
}

function wordsOf(notes: readonly Said[], { nameOf, m }: { nameOf: (id: number | null) => string; m: MinutesTexts }): string {
  const line = (n: Said): string => {
    const name = nameOf(n.participantId)
    const by = name ? `${name}: ` : ''
    if (n.kind === 'scale') return `${by}${m.scale(n.value ?? 0)}${n.words ? `. ${n.words}` : ''}`
    return n.kind === 'voice' ? `${by}${n.words}` : n.words
  }
  const column = (kind: 'works' | 'worries' | 'possible'): string[] => {
    const lines = notes.filter((n) => n.kind === kind).map(line)
    return lines.length === 0 ? [] : [`${m.column[kind]}: ${lines.join(' ')}`]
  }
  return [...notes.filter((n) => n.kind === 'voice' || n.kind === 'scale').map(line), ...column('works'), ...column('worries'), ...column('possible')].join('\n')
}
