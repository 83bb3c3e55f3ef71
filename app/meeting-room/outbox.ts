/*
 * What was typed and has not arrived yet. Every edit has a key of its own and is sent in order until the server has answered; a lost network keeps them, and
 * the server does each once. Kept in the tab's own storage, so that a reload loses nothing, and gone with the tab: a meeting's words are not left on a machine.
 */

export type Fields = Record<string, string | string[]>
/**
 * `note`: the key of the note it changes, if it is one; `seen`: the revision that was on the screen. `tried`: has been on its way, and may have arrived
 * although no answer came: its words stay as they are from then on.
 */
export type Edit = { key: string; intent: string; fields: Fields; note?: string; seen?: number | null; tried?: boolean }
export type EditAnswer =
  | { done: true; revision: number | null }
  | { done: false; why: 'invalid'; issues: { da: string; en: string }[] }
  | { done: false; why: 'conflict'; code: string; theirs: unknown }
  | { done: false; why: 'signed-out' | 'gone' }
/** An edit that was answered with a no: shown beside what stands, until somebody chooses. */
export type Stuck = { edit: Edit; answer: Exclude<EditAnswer, { done: true }> }
export type OutboxState = { edits: Edit[]; stuck: Stuck[]; offline: boolean; signedOut: boolean }
export type Outbox = {
  state: () => OutboxState
  add: (edit: Edit) => void
  /** Tries again now. */
  pump: () => Promise<void>
  /** Somebody chose: it goes out again as another edit, or is dropped. */
  settle: (key: string, again: Edit | null) => void
  heard: (online: boolean) => void
}
type Store = { load: () => string | null; save: (text: string | null) => void }

/**
 * @param send one edit; throws when the network is away
 * @param changed after every change of the state
 * @param arrived after an edit was taken in
 */
export function openOutbox(part: { send: (fields: Fields) => Promise<EditAnswer>; store: Store; changed: (s: OutboxState) => void; arrived: () => void }): Outbox {
  const kept = load(part.store)
  let state: OutboxState = { ...kept, offline: false, signedOut: false }
  const revisions = new Map<string, number>()
  let busy: Promise<void> | null = null
  const set = (next: Partial<OutboxState>) => {
    state = { ...state, ...next }
    const { edits, stuck } = state
    part.store.save(edits.length + stuck.length > 0 ? JSON.stringify({ edits, stuck }) : null)
    part.changed(state)
  }

  async function pumpAll(): Promise<void> {
    part.changed(state)
    for (let edit = state.edits[0]; edit; edit = state.edits[0]) {
      const { key, note } = edit
      if (!edit.tried) set({ edits: state.edits.map((e) => (e.key === key ? { ...e, tried: true } : e)) })
      let answer: EditAnswer
      try {
        answer = await part.send(asSent(edit, note ? revisions.get(note) : undefined))
      } catch {
        set({ offline: true })
        return
      }
      if (!answer.done && answer.why === 'signed-out') return set({ signedOut: true })
      const rest = state.edits.filter((e) => e.key !== key)
      if (answer.done) {
        if (note && answer.revision !== null) revisions.set(note, answer.revision)
        set({ edits: rest, offline: false, signedOut: false })
        part.arrived()
      } else {
        // Later words of the same line are on their way behind it: they meet the same question, once.
        const followed = note !== undefined && answer.why === 'conflict' && rest.some((e) => e.note === note && e.intent === 'write')
        set({ edits: rest, stuck: followed ? state.stuck : [...state.stuck, { edit, answer }], offline: false, signedOut: false })
      }
    }
  }
  const pump = (): Promise<void> => (busy ??= pumpAll().finally(() => (busy = null)))

  return {
    state: () => state,
    pump,
    add(edit) {
      // The next letters of a line that has not gone out yet go with it.
      const waiting = edit.note && edit.intent === 'write' ? state.edits.find((e) => e.note === edit.note && e.intent === 'write' && !e.tried) : undefined
      set({ edits: waiting ? state.edits.map((e) => (e === waiting ? { ...e, fields: edit.fields } : e)) : [...state.edits, edit] })
      void pump()
    },
    settle(key, again) {
      set({ stuck: state.stuck.filter((s) => s.edit.key !== key), ...(again ? { edits: [...state.edits, again] } : {}) })
      void pump()
    },
    heard(online) {
      if (state.offline === !online && !state.signedOut) return void (online && state.edits.length > 0 && pump())
      set({ offline: !online, signedOut: online ? false : state.signedOut })
      if (online) void pump()
    },
  }
}

/** The fields as the server takes them. An own change since then is newer than what was on the screen when typing began. */
const asSent = (edit: Edit, own: number | undefined): Fields => {
  const seen = Math.max(edit.seen ?? 0, own ?? 0)
  return { ...edit.fields, intent: edit.intent, key: edit.key, ...(edit.note ? { noteKey: edit.note, seen: seen > 0 ? String(seen) : '' } : {}) }
}

function load(store: Store): Pick<OutboxState, 'edits' | 'stuck'> {
  try {
    const kept: unknown = JSON.parse(store.load() ?? '{}')
    const list = (name: string): unknown[] => {
      const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : null
      return Array.isArray(value) ? value : []
    }
    return { edits: list('edits').filter(isEdit), stuck: list('stuck').filter(isStuck) }
  } catch {
    return { edits: [], stuck: [] }
  }
}
const isEdit = (v: unknown): v is Edit => typeof v === 'object' && v !== null && 'key' in v && 'intent' in v && 'fields' in v
const isStuck = (v: unknown): v is Stuck => typeof v === 'object' && v !== null && 'answer' in v && 'edit' in v && isEdit(v.edit)

/** A key nobody else makes; also where the page is not served securely. */
export function newKey(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const b = random(new Uint8Array(16))
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
