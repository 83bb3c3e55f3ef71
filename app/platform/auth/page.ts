import { html } from 'hono/html'
import { type Locale, pick } from '../i18n/messages.ts'
import { da, en } from './messages.ts'

/** A piece of HTML whose values have been escaped. */
export type Html = ReturnType<typeof html>
export type Page = {
  locale: Locale
  title: string
  body: Html
  css: string[]
  /** Where a change of language leads back to; null = no switch. */ here: string | null
}

export const texts = (locale: Locale) => pick(locale, { da, en })

/** A page that stands alone, without the page framework: signing in must work when nothing else does. Same frame and styles as the rest. */
export const renderPage = ({ locale, title, body, css, here }: Page): Html => html`<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title} – ${texts(locale).name}</title>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  ${css.map((href) => html`<link rel="stylesheet" href="${href}">`)}
</head>
<body>
<div class="shell shell-plain">
  <a class="skipnav" href="#main-content">${texts(locale).skip}</a>
  <header class="shell-head"><div class="shell-inner">
    <a class="brand" href="/"><span class="brand-name">${texts(locale).name}</span></a>
    ${here === null ? '' : languageSwitch(locale, here)}
  </div></header>
  <main class="shell-main shell-inner" id="main-content" tabindex="-1">
    <h1>${title}</h1>
    ${body}
  </main>
</div>
</body>
</html>`

function languageSwitch(locale: Locale, here: string): Html {
  const other = locale === 'da' ? 'en' : 'da'
  return html`<div class="user-block user-block-always"><form method="post" action="/sprog" class="language-switch">
    <input type="hidden" name="next" value="${here}"><button type="submit" name="locale" value="${other}" lang="${other}">${texts(locale).languageName}</button>
  </form></div>`
}

/** A large link that looks like a button, with a line below that says what it is. */
export const bigLink = (href: string, text: string, hint?: string): Html =>
  html`<p class="mt-4"><a class="button button-primary" href="${href}">${text}</a>${hint ? html`<br><span class="form-hint">${hint}</span>` : ''}</p>`
