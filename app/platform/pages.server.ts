import { createContext, data, redirect, type RouterContextProvider } from 'react-router'
import { Conflict, type Context, type FieldIssue, Forbidden, Invalid, NotFound, SignedOut } from './context.ts'

/** What a page may know about who is signed in; filled by the session middleware of the server. */
export type SessionInfo = {
  municipality: { id: number; code: string; name: string }
  title: string
  /** Post roles and project roles held today, e.g. `coordinator`, `project-manager`, `administrator`. */
  roles: string[]
  /** Instants at which the session ends by itself. */
  idleUntil: string
  expiresAt: string
  demo: boolean
}
export type SignedIn = { ctx: Context; session: SessionInfo }
export const signedIn = createContext<SignedIn | null>(null)
export const cspNonce = createContext<string>('')
/** Locale and path for pages that need no session. */
export const pageLocale = createContext<'da' | 'en'>('da')
/** Where a request without a session comes from: only ever counted. */
export const visitor = createContext<{ address: string; secure: boolean; requestId?: string }>({ address: 'unknown', secure: false })

type Args = { request: Request; context: Readonly<RouterContextProvider>; params: Record<string, string | undefined> }
export type PageArgs<A> = A & SignedIn

/** The signed-in context, or off to the sign-in page and back here afterwards. */
export function requireSignedIn({ request, context }: Pick<Args, 'request' | 'context'>): SignedIn {
  const known = context.get(signedIn)
  if (known) return known
  const url = new URL(request.url)
  throw redirect(`/log-ind?tilbage=${encodeURIComponent(url.pathname + url.search)}`)
}

/** A loader of a page that needs a session: domain errors become 403, 404 and the sign-in page. */
export function page<A extends Args, T>(load: (args: PageArgs<A>) => Promise<T>) {
  return async (args: A): Promise<T> => {
    const known = requireSignedIn(args)
    try {
      return await load({ ...args, ...known })
    } catch (error) {
      throw asResponse(error, args)
    }
  }
}

/** What an action gives back when nothing was done: the page shows the fields as typed, with the reasons. */
export type Refused = { issues: FieldIssue[]; conflict: { code: string; mine?: unknown; theirs?: unknown } | null; values: Record<string, string | string[]> }

/** An action: the form as plain values in; a redirect or a result out; field errors as 422 and a lost race as 409, with everything typed. */
export function formAction<A extends Args, T>(act: (args: PageArgs<A> & { form: FormData; values: Record<string, string | string[]> }) => Promise<T>) {
  return async (args: A) => {
    const known = requireSignedIn(args)
    const form = await args.request.formData()
    const values = formValues(form)
    try {
      return await act({ ...args, ...known, form, values })
    } catch (error) {
      if (error instanceof Invalid) return data<Refused>({ issues: error.issues, conflict: null, values }, { status: 422 })
      if (error instanceof Conflict) return data<Refused>({ issues: [], conflict: { code: error.code, ...error.details }, values }, { status: 409 })
      throw asResponse(error, args)
    }
  }
}

/** Text fields of a form; a name given several times becomes a list. Files are left out. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((v): v is string => typeof v === 'string')
    if (all.length > 0) out[name] = all.length === 1 ? all[0]! : all
  }
  return out
}

function asResponse(error: unknown, args: Args): unknown {
  if (error instanceof NotFound) return data(null, { status: 404 })
  if (error instanceof Forbidden) return data(null, { status: 403 })
  if (error instanceof SignedOut) return redirect(`/log-ind?tilbage=${encodeURIComponent(new URL(args.request.url).pathname)}`)
  return error
}

/** A route parameter that is an id; anything else is a page that does not exist. */
export function idParam(value: string | undefined): number {
  if (!value || !/^[1-9]\d{0,14}$/.test(value)) throw new NotFound('id')
  return Number(value)
}
