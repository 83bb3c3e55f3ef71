/** Who asks. `job` is the job runner of a municipality, `national` someone from the programme office. */
export type Actor = { kind: 'staff' | 'member' | 'national' | 'job'; id: number; name: string }
export type Locale = 'da' | 'en'

/** Who asks, for which municipality, and when. Every command and query takes one; inside a transaction `now` and `today` are the database's. */
export type Context = {
  /** National municipality code; 0 is the country. */
  municipalityId: number
  actor: Actor
  /** Unguessable session token: the database resolves it itself, so that no setting can be forged. Never logged. */
  token: string
  /** Instant (ISO, UTC). */
  now: string
  /** Its plain date in Europe/Copenhagen. */
  today: string
  locale: Locale
  requestId?: string
}

/** One thing wrong with an input: where, and why, as a message key or a ready sentence in both languages. */
export type FieldIssue = { field: string; row?: number; message: { da: string; en: string } }

/** Signed in, but may not do this. The attempt is logged. */
export class Forbidden extends Error {
  name = 'Forbidden'
}
/** Not there, or not there for this actor: the two must look the same. */
export class NotFound extends Error {
  name = 'NotFound'
}
/** The world is not as the caller saw it. `code` is a message key; `details` carries both texts of a lost race. */
export class Conflict extends Error {
  name = 'Conflict'
  code: string
  details: { mine?: unknown; theirs?: unknown }
  constructor(code: string, details: { mine?: unknown; theirs?: unknown } = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
/** Input that makes no sense; nothing was done. */
export class Invalid extends Error {
  name = 'Invalid'
  issues: FieldIssue[]
  constructor(issues: FieldIssue[]) {
    super('invalid input: ' + issues.map((i) => i.field).join(', '))
    this.issues = issues
  }
}
/** The session is over: sign in again. */
export class SignedOut extends Error {
  name = 'SignedOut'
}
