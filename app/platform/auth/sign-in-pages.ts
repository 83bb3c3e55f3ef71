import { html } from 'hono/html'
import type { Locale } from '../i18n/messages.ts'
import type { DemoPerson } from './demo-pages.server.ts'
import type { Issuer } from './issuers.server.ts'
import type { SignInProblem } from './oidc.server.ts'
import { bigLink, type Html, renderPage, texts } from './page.ts'
import type { Account } from './sessions.server.ts'

type SignIn = {
  locale: Locale
  css: string[]
  returnTo: string
  issuers: Issuer[]
  people: DemoPerson[]
  /** 'expired', 'ud', 'alle'. */ notice: string | undefined
}

/** "Borger" or "Medarbejder i …": one link per issuer; in a demo one per municipality that has demo people. */
export function signInPage({ locale, css, returnTo, issuers, people, notice }: SignIn): Html {
  const t = texts(locale)
  const back = returnTo === '/' ? '' : `&tilbage=${encodeURIComponent(returnTo)}`
  const href = (issuer: Issuer, as = '') => `/auth/start?udsteder=${issuer.id}${as ? `&som=${encodeURIComponent(as)}` : ''}${back}`
  const demo = issuers.find((i) => i.audience === 'demo')
  const body = html`${noticeBox(locale, notice)}
    ${demo ? html`<p>${t.demoNote}</p>` : ''}
    <p class="font-lead">${t.signInIntro}</p>
    ${demo ? demoLinks(locale, people, (as) => href(demo, as)) : issuerLinks(locale, issuers, href)}`
  return renderPage({ locale, css, body, title: t.signIn, here: `/log-ind${back.replace('&', '?')}` })
}

function issuerLinks(locale: Locale, issuers: Issuer[], href: (issuer: Issuer) => string): Html {
  const t = texts(locale)
  const of = (audience: Issuer['audience']) => issuers.filter((i) => i.audience === audience)
  const citizens = of('citizen').map((i) => bigLink(href(i), t.citizenButton, t.citizensHint))
  const staff = of('staff').map((i) => bigLink(href(i), t.staffOf(i.municipality ?? i.name)))
  const national = of('national').map((i) => bigLink(href(i), t.national))
  return choices(locale, citizens, staff, national)
}

function demoLinks(locale: Locale, people: DemoPerson[], href: (as: string) => string): Html {
  const t = texts(locale)
  const staffed = new Map(people.filter((p) => p.kind === 'staff').map((p) => [p.municipalityId, p.municipality]))
  const staff = [...staffed].map(([id, name]) => bigLink(href(`staff:${id}`), t.staffOf(name)))
  const national = people.some((p) => p.kind === 'national') ? [bigLink(href('national'), t.national)] : []
  return choices(locale, [bigLink(href('member'), t.citizenButton, t.citizensHint)], staff, national)
}

function choices(locale: Locale, citizens: Html[], staff: Html[], national: Html[]): Html {
  const t = texts(locale)
  if (citizens.length + staff.length + national.length === 0) return html`<p>${t.noIssuers}</p>`
  return html`${citizens.length ? html`<section><h2>${t.citizens}</h2>${citizens}</section>` : ''}
    ${staff.length + national.length ? html`<section><h2>${t.staff}</h2><p>${t.staffHint}</p>${staff}${national}</section>` : ''}`
}

function noticeBox(locale: Locale, notice: string | undefined): Html | '' {
  const t = texts(locale)
  const text =
    notice === 'expired'
      ? t.expired
      : notice === 'ud'
        ? `${t.signedOut}. ${t.signedOutText}`
        : notice === 'alle'
          ? `${t.signedOutEverywhere}. ${t.signedOutText}`
          : null
  return text ? html`<div class="alert alert-info" role="status"><div class="alert-body"><p class="alert-text">${text}</p></div></div>` : ''
}

/** Somebody who is helped in two municipalities chooses one for this session. */
export function choicePage(locale: Locale, css: string[], accounts: Account[]): Html {
  const t = texts(locale)
  const body = html`<p class="font-lead">${t.chooseText}</p><form method="post" action="/auth/vaelg">${accounts.map(
    (a) =>
      html`<p class="mt-4"><button class="button button-primary" type="submit" name="kommune" value="${a.municipalityId}">${a.municipality}</button></p>`,
  )}</form>`
  return renderPage({ locale, css, body, title: t.chooseTitle, here: '/auth/vaelg' })
}

/** Without a script, or from a link: sign out here, or everywhere. */
export function signOutPage(locale: Locale, css: string[]): Html {
  const t = texts(locale)
  const body = html`<form method="post" action="/log-ud"><p><button class="button button-primary" type="submit">${t.signOut}</button></p></form>
    <p>${t.signOutText}</p><form method="post" action="/log-ud/alle-enheder"><p><button class="button button-secondary" type="submit">${t.signOutEverywhere}</button></p></form>
    <p><a href="/">${t.backToFront}</a></p>`
  return renderPage({ locale, css, body, title: t.signOutTitle, here: '/log-ud' })
}

/** What went wrong and what to do; never who it was about. */
export function failurePage(locale: Locale, css: string[], problem: SignInProblem, requestId: string): Html {
  const t = texts(locale)
  const { title, text } = t.errors[problem]
  const body = html`<p class="font-lead">${text}</p>${bigLink('/log-ind', t.tryAgain)}<p class="form-hint">${t.requestNumber(requestId)}</p>`
  return renderPage({ locale, css, body, title, here: null })
}
