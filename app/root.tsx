import { useEffect } from 'react'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root.ts'
import { pageLocale, signedIn, cspNonce } from './platform/pages.server.ts'
import { enhance } from './ui/client.ts'
import { keepWhatIsTyped } from './ui/client/typing.ts'
import { PlainShell } from './ui/shell.tsx'
import './ui/styles.css'

// Before anything is taken over: this module is read first.
const alive = typeof window === 'undefined' ? () => undefined : keepWhatIsTyped(window)

/** What every page knows: the language, who is signed in (for the shells) and when the session ends. */
export function loader({ context, request }: Route.LoaderArgs) {
  const known = context.get(signedIn)
  const url = new URL(request.url)
  return {
    locale: known?.ctx.locale ?? context.get(pageLocale),
    here: url.pathname + url.search,
    nonce: context.get(cspNonce),
    user: known && { name: known.ctx.actor.name, kind: known.ctx.actor.kind, session: known.session },
    secondsLeft: known ? Math.max(0, Math.round((Date.parse(known.session.idleUntil) - Date.parse(known.ctx.now)) / 1000)) : null,
  }
}

const titles = {
  da: { name: 'Helhed', notFound: 'Siden findes ikke', forbidden: 'Det har du ikke adgang til', failed: 'Noget gik galt' },
  en: { name: 'Helhed', notFound: 'This page does not exist', forbidden: 'You do not have access to this', failed: 'Something went wrong' },
}

export function Layout({ children }: { children: React.ReactNode }) {
  const known = useRouteLoaderData<typeof loader>('root')
  const locale = known?.locale ?? 'da'
  return <html lang={locale}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <Meta />
      <Links />
    </head>
    <body>
      {children}
      <ScrollRestoration nonce={known?.nonce} />
      <Scripts nonce={known?.nonce} />
    </body>
  </html>
}

export default function Root() {
  useEffect(() => {
    alive()
    enhance(document)
  }, [])
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const known = useRouteLoaderData<typeof loader>('root')
  const locale = known?.locale ?? 'da'
  const t = titles[locale]
  const status = isRouteErrorResponse(error) ? error.status : 500
  const heading = status === 404 ? t.notFound : status === 403 ? t.forbidden : t.failed
  const bodies = {
    da: { 404: 'Måske er linket forkert, eller siden er flyttet.', 403: 'Siden er ikke for dig, eller adgangen er udløbet. Spørg koordinatoren eller projektlederen, hvis du mener, det er en fejl.', 500: 'Det er vores fejl. Intet er gemt halvt. Prøv igen om lidt.' },
    en: { 404: 'The link may be wrong, or the page has moved.', 403: 'The page is not for you, or your access has ended. Ask the coordinator or the project manager if you think this is a mistake.', 500: 'This is our mistake. Nothing was saved halfway. Try again in a moment.' },
  }[locale]
  return <PlainShell municipality={{ name: known?.user?.session.municipality.name ?? 'Helhed' }} locale={locale} here={known?.here}>
    <title>{`${heading} – ${t.name}`}</title>
    <h1>{heading}</h1>
    <p>{status === 404 ? bodies[404] : status === 403 ? bodies[403] : bodies[500]}</p>
    <p><a href="/">{locale === 'da' ? 'Til forsiden' : 'To the front page'}</a></p>
  </PlainShell>
}
