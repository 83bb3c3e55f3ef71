import { type Context as HonoContext, Hono } from 'hono'
import { html } from 'hono/html'
import { type FieldIssue, Invalid } from '../context.ts'
import { db } from '../db.server.ts'
import type { HttpVariables } from '../http/security.server.ts'
import { copenhagenTime } from '../time/copenhagen.ts'
import { type ApiToken, createApiToken, listApiTokens, revokeApiToken } from './api-tokens.server.ts'
import { type Html, renderPage, texts } from './page.ts'
import { signInPath } from './safe-return.ts'
import type { Session } from './sessions.server.ts'

type Env = { Variables: HttpVariables }
type Typed = { name: string; days: string }
const fresh: Typed = { name: '', days: '90' }

/** "Din konto": sign out, here or everywhere, and one's own tokens for the API. */
export function accountRoutes(css: string[]): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/konto', (c) => signedIn(c, (who) => show(c, css, who)))
  app.post('/konto/noegler', (c) => signedIn(c, (who) => make(c, css, who)))
  app.post('/konto/noegler/:id/slet', (c) =>
    signedIn(c, async (who) => {
      await revokeApiToken(db().pool, who, Number(c.req.param('id')) || 0)
      return c.redirect('/konto', 303)
    }),
  )
  return app
}

/** Only for a person at a browser: a program's token makes no further tokens. */
const signedIn = async (c: HonoContext<Env>, work: (who: Session) => Promise<Response>): Promise<Response> => {
  const who = c.var.signedIn
  return who && !who.session.api ? work(who) : c.redirect(signInPath('/konto'), 303)
}

async function show(c: HonoContext<Env>, css: string[], who: Session, typed = fresh, issues: FieldIssue[] = []): Promise<Response> {
  const { locale } = c.var
  const t = texts(locale)
  const body = html`${summary(who.ctx.locale, issues)}
    <p class="font-lead">${who.ctx.actor.name}, ${who.session.municipality.name}</p>
    <h2>${t.account.session}</h2><p>${t.account.sessionText(copenhagenTime(who.session.expiresAt))}</p>
    <form method="post" action="/log-ud"><p><button class="button button-secondary" type="submit">${t.signOut}</button></p></form>
    <form method="post" action="/log-ud/alle-enheder"><p><button class="button button-secondary" type="submit">${t.signOutEverywhere}</button></p></form>
    <h2>${t.account.tokens}</h2><p>${t.account.tokensText}</p>
    ${list(locale, await listApiTokens(db().pool, who))}
    <form method="post" action="/konto/noegler" novalidate>
      ${field('name', t.account.name, typed.name, issues, locale)}
      ${field('days', t.account.days, typed.days, issues, locale, t.account.daysHint)}
      <p class="mt-4"><button class="button button-primary" type="submit">${t.account.make}</button></p>
    </form>
    <p><a href="/">${t.backToFront}</a></p>`
  return c.html(renderPage({ locale, css, body, title: t.account.title, here: '/konto' }), issues.length > 0 ? 422 : 200)
}

async function make(c: HonoContext<Env>, css: string[], who: Session): Promise<Response> {
  const { name, days } = await c.req.parseBody()
  const typed = { name: typeof name === 'string' ? name : '', days: typeof days === 'string' ? days : '' }
  const t = texts(c.var.locale)
  try {
    const { token } = await createApiToken(db().pool, who, { name: typed.name, days: Number(typed.days.trim() || Number.NaN) })
    const body = html`<p class="font-lead">${t.account.madeText}</p><p><code class="api-token">${token}</code></p>
      <p>${t.account.madeHow}<br><code>Authorization: Bearer ${token}</code></p><p><a class="button button-primary" href="/konto">${t.account.toAccount}</a></p>`
    return await c.html(renderPage({ locale: c.var.locale, css, body, title: t.account.made, here: null }))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return show(c, css, who, typed, error.issues)
  }
}

function list(locale: 'da' | 'en', tokens: ApiToken[]): Html {
  const t = texts(locale).account
  if (tokens.length === 0) return html`<p>${t.none}</p>`
  const day = (instant: string) =>
    new Date(instant).toLocaleDateString(locale === 'da' ? 'da-DK' : 'en-GB', {
      timeZone: 'Europe/Copenhagen',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
  return html`<ul class="nobullet-list">${tokens.map(
    (token) => html`<li class="mb-4"><strong>${token.name}</strong>, ${t.until(day(token.expiresAt))}, ${t.used(day(token.lastSeenAt))}
    <form method="post" action="/konto/noegler/${token.id}/slet"><button class="button button-tertiary" type="submit">${t.revoke(token.name)}</button></form></li>`,
  )}</ul>`
}

function summary(locale: 'da' | 'en', issues: FieldIssue[]): Html | '' {
  if (issues.length === 0) return ''
  return html`<div class="alert alert-error" role="alert" tabindex="-1"><div class="alert-body"><h2 class="alert-heading">${texts(locale).account.errors}</h2>
    <ul class="nobullet-list">${issues.map((i) => html`<li><a href="#${i.field}">${i.message[locale]}</a></li>`)}</ul></div></div>`
}

function field(name: keyof Typed, label: string, value: string, issues: FieldIssue[], locale: 'da' | 'en', hint?: string): Html {
  const issue = issues.find((i) => i.field === name)
  const described = [hint ? `${name}-hint` : '', issue ? `${name}-error` : ''].filter(Boolean).join(' ')
  return html`<div class="form-group ${issue ? 'form-error' : ''}">
    <label class="form-label" for="${name}">${label}</label>
    ${hint ? html`<span class="form-hint" id="${name}-hint">${hint}</span>` : ''}
    ${issue ? html`<span class="form-error-message" id="${name}-error">${issue.message[locale]}</span>` : ''}
    <input class="form-input" id="${name}" name="${name}" type="text" inputmode="${name === 'days' ? 'numeric' : 'text'}" autocomplete="off" value="${value}"${described ? html` aria-describedby="${described}"` : ''} aria-invalid="${issue ? 'true' : 'false'}">
  </div>`
}
