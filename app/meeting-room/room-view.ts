import type { How, MeetingState, PointKind } from '#app/meetings/meeting.ts'
import type { Note, NoteKind } from './room.ts'

/** What the screens of a meeting show. Names of those in the room are no secret there: they sit at the table. */
export type Attendant = {
  participantId: number
  name: string
  /** What they are there as: "bisidder for Mette", a role, ''. */
  personId: number | null
  staffId: number | null
  outsideRole: string
  family: boolean
  child: boolean
  how: How
  companionOf: number | null
  interpreterFor: number | null
  here: boolean
  /** Instants of the last stay. */
  cameAt: string | null
  leftAt: string | null
  wentAlongWith: number | null
}
export type ShownPoint = { id: number; title: string; words: string; kind: PointKind; onWall: boolean }
/** `hiddenFrom`: participants in the room who may not read it; `open`: those for whom a yes could open it. Told only to who works with the whole case. */
export type ShownNote = Pick<Note, 'id' | 'key' | 'revision' | 'shelfId' | 'subjects' | 'kind' | 'words' | 'value' | 'pointId' | 'participantId'> & {
  onWall: boolean
  hiddenFrom: number[]
  open: number[]
}
export type ShownAgreement = { id: number; what: string; owner: string; dueOn: string; goal: string | null; shelfId: number; onWall: boolean; hiddenFrom: number[]; open: number[] }
export type EarlierNote = { id: number; words: string; meetingOn: string; returned: boolean; shelfId: number; onWall: boolean }
export type Turn = { participantId: number; since: string; minutes: number }
/** What would leave and come when somebody comes or goes. */
export type Change = { participantId: number; goes: boolean; gone: number; come: number }
export type Anyway = {
  shelfId: number
  participantId: number
  sector: string | null
  /** Each a consent of its own. `here`: this signer is in the room. */
  needs: { subject: number; name: string; signers: { id: number; name: string; here: boolean }[] | null }[]
}
export type RoomPage = {
  caseId: number
  meetingId: number
  state: MeetingState
  kindLabel: string
  /** Instant. */
  startsAt: string
  /** Instant of this read. */
  now: string
  today: string
  pulse: { key: string; at: number } | null
  may: { lead: boolean; consents: boolean }
  decides: { here: boolean; words: string }
  minutesEach: number
  people: { id: number; name: string; child: boolean }[]
  attendants: Attendant[]
  points: ShownPoint[]
  pointId: number | null
  turn: Turn | null
  notes: ShownNote[]
  agreements: ShownAgreement[]
  carried: ShownAgreement[]
  earlier: EarlierNote[]
  goals: { id: number; title: string }[]
  owners: { value: string; name: string }[]
  change: Change | null
  anyway: Anyway | null
}
export type WallNote = { key: string; kind: NoteKind; words: string; value: number | null; who: string }
export type WallPage = {
  caseId: number
  meetingId: number
  state: MeetingState
  now: string
  pulse: { key: string; at: number } | null
  mayLead: boolean
  /** First names of the family at the table, and of the others. */
  family: string[]
  others: string[]
  point: { title: string; number: number; of: number } | null
  turn: { name: string; since: string; minutes: number } | null
  notes: WallNote[]
  agreements: { id: number; what: string; owner: string; dueOn: string }[]
}
