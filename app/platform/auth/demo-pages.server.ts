import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context as HonoContext, Hono } from 'hono'
import { html } from 'hono/html'
import type { Config } from '../config.server.ts'
import { db } from '../db.server.ts'
import { requestOrigin } from '../http/csrf.ts'
import { securityHeaders } from '../http/headers.ts'
import type { HttpVariables } from '../http/security.server.ts'
import type { Locale } from '../i18n/messages.ts'
import { substantial } from './assurance.ts'
import { demoProvider } from './demo-provider.server.ts'
import { type Html, renderPage, texts } from './page.ts'
import { demoProviderPath } from './prepare.server.ts'

export type DemoPerson = {
  username: string
  municipalityId: number
  municipality: string
  kind: 'staff' | 'member' | 'national'
  name: string
  title: string
  da: string
  en: string
}

/** The people of the demo's sign-in, by municipality; empty outside demo mode. */
export async function demoPeople(): Promise<DemoPerson[]> {
  const { rows } = await db().pool
    .query<DemoPerson>(`select username, municipality_id as "municipalityId", municipality, kind, name, title, description_da as da, description_en as en
    from access.demo_people()`)
  return rows
}

type Env = { Bindings: HttpBindings; Variables: HttpVariables }

/** The demo's provider and its sign-in page, below /demo-oidc. */
export function demoRoutes(config: Config, css: string[]): Hono<Env> {
  const app = new Hono<Env>()
  const provider = (c: HonoContext<Env>) =>
    demoProvider(config, requestOrigin(config, new Headers({ host: c.req.header('x-forwarded-host') ?? c.req.header('host') ?? '' })))
  app.get(`${demoProviderPath}/log-ind/:uid`, async (c) => {
    const t = texts(c.var.locale).demo
    try {
      const { params } = await (await provider(c)).interactionDetails(c.env.incoming, c.env.outgoing)
      const body = choice(c.var.locale, await demoPeople(), String(params['login_hint'] ?? ''), c.req.path)
      return await c.html(renderPage({ locale: c.var.locale, title: t.title, body, css, here: c.req.path }))
    } catch (error) {
      return c.html(ended(c.var.locale, css, error), 400)
    }
  })
  app.post(`${demoProviderPath}/log-ind/:uid`, async (c) => {
    const { username } = await c.req.parseBody()
    const result =
      typeof username === 'string' && username !== ''
        ? { login: { accountId: username, acr: substantial, remember: false } }
        : { error: 'access_denied', error_description: 'cancelled' }
    try {
      return c.redirect(await (await provider(c)).interactionResult(c.env.incoming, c.env.outgoing, result), 303)
    } catch (error) {
      return c.html(ended(c.var.locale, css, error), 400)
    }
  })
  app.all(`${demoProviderPath}/*`, async (c) => {
    const incoming: HttpBindings['incoming'] & { originalUrl?: string } = c.env.incoming
    const answer = (await provider(c)).callback()
    for (const [name, value] of Object.entries(securityHeaders(c.var.nonce, config.secure))) c.env.outgoing.setHeader(name, value)
    // Mounted as Express would: the provider sees its own paths, and knows where it hangs.
    incoming.originalUrl = incoming.url
    incoming.headers.cookie = withoutProviderSession(incoming.headers.cookie)
    incoming.url = (incoming.url ?? '').slice(demoProviderPath.length) || '/'
    await answer(incoming, c.env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  return app
}

/** Every sign-in begins anew: who was chosen last must not stand in the way of choosing somebody else. */
const withoutProviderSession = (cookies = '') =>
  cookies
    .split(/;\s*/)
    .filter((c) => !/^_session(\.legacy)?(\.sig)?=/.test(c))
    .join('; ')

function ended(locale: Locale, css: string[], error: unknown): Html {
  if (error instanceof Error && error.name !== 'SessionNotFound') throw error
  const t = texts(locale)
  return renderPage({
    locale,
    css,
    here: null,
    title: t.demo.ended,
    body: html`<p>${t.demo.endedText}</p><p><a class="button button-primary" href="/log-ind">${t.signIn}</a></p>`,
  })
}

type Group = { heading: string; people: DemoPerson[]; asked: boolean }

/** Everybody one can be, those asked for first; a button per person, so that it works without a script. */
function choice(locale: Locale, people: DemoPerson[], hint: string, action: string): Html {
  const t = texts(locale).demo
  const groups = grouped(locale, people, hint)
  return html`<p class="font-lead">${t.intro}</p>
    ${people.length === 0 ? html`<p>${t.nobody}</p>` : ''}
    <form method="post" action="${action}" class="demo-people">
      ${[...groups.filter((g) => g.asked), ...groups.filter((g) => !g.asked)].map((g) => section(locale, g))}
      <p class="mt-6"><button class="button button-tertiary" type="submit" name="username" value="">${t.cancel}</button></p>
    </form>`
}

function grouped(locale: Locale, people: DemoPerson[], hint: string): Group[] {
  const t = texts(locale).demo
  const groups = new Map<string, Group>()
  for (const person of people) {
    const heading =
      person.kind === 'national'
        ? t.national
        : person.kind === 'member'
          ? t.familiesIn(person.municipality)
          : t.staffIn(person.municipality)
    const asked = hint === person.kind || hint === `${person.kind}:${person.municipalityId}`
    const group = groups.get(heading) ?? { heading, people: [], asked }
    group.people.push(person)
    groups.set(heading, group)
  }
  return [...groups.values()]
}

const section = (locale: Locale, group: Group): Html => html`<section>
  <h2>${group.heading}</h2>
  <ul class="nobullet-list demo-list">${group.people.map(
    (p) => html`<li class="mb-5">
    <button class="button button-secondary" type="submit" name="username" value="${p.username}" aria-describedby="demo-${p.username}">${p.name}${p.title ? `, ${p.title}` : ''}</button>
    <p class="form-hint" id="demo-${p.username}">${p[locale]} <code>${p.username}</code></p>
  </li>`,
  )}</ul>
</section>`
