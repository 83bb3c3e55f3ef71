import { data, redirect, useSearchParams } from 'react-router'
import { formValues, pageLocale, visitor } from '#app/platform/pages.server.ts'
import { withDates } from '#app/platform/forms/form-values.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { PlainShell } from '#app/ui/shell.tsx'
import { LinkView } from '../components/link-view.tsx'
import { actOnLink } from '../act-on-link.server.ts'
import { isLinkLimited, linkSecretIn, openLink } from '../link.server.ts'
import { type LinkPage, tokenFrom } from '../link.ts'
import { linkTexts } from '../words.ts'
import type { Route } from './+types/link.ts'

/** Without a session. A link that does not work, whyever, looks the same, and says nothing about anybody. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const locale = context.get(pageLocale)
  const today = copenhagenDay(new Date())
  if (await isLinkLimited(context.get(visitor))) return data({ locale, today, token: '', page: { state: 'gone' } as LinkPage, limited: true }, { status: 429 })
  const page = await openLink(params.token, linkSecretIn(request, params.token))
  const known = page.state !== 'gone'
  return data({ locale, today, token: known ? (tokenFrom(params.token) ?? '') : '', page, limited: false }, { status: known ? 200 : 404 })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const locale = context.get(pageLocale)
  const from = context.get(visitor)
  const values = withDates(formValues(await request.formData()), ['birthday'])
  if (await isLinkLimited(from)) return data({ errors: { '': linkTexts(locale).limited }, values }, { status: 429 })
  const done = await actOnLink(locale, params.token, linkSecretIn(request, params.token), values, from)
  if ('errors' in done) return data({ errors: done.errors, values }, { status: 422 })
  return redirect(`/moede/${tokenFrom(params.token) ?? ''}${done.done ? `?${done.done}=1` : ''}`, done.cookie ? { headers: { 'Set-Cookie': done.cookie } } : undefined)
}

/** One meeting, for somebody who never signs in: on a phone, without a script. */
export default function Link({ loaderData: { locale, today, token, page, limited }, actionData }: Route.ComponentProps) {
  const m = linkTexts(locale)
  const [search] = useSearchParams()
  const again = actionData && 'errors' in actionData ? actionData : null
  return (
    <PlainShell municipality={{ name: page.state === 'gone' ? 'Helhed' : `${page.municipality} Kommune` }} locale={locale} here={token === '' ? '/' : `/moede/${token}`}>
      <title>{`${m.title} – Helhed`}</title>
      {page.state === 'gone' && (
        <>
          <h1>{m.goneTitle}</h1>
          <p className="font-lead">{limited ? m.limited : m.gone}</p>
        </>
      )}
      {page.state === 'cancelled' && (
        <>
          <h1>{m.cancelledTitle}</h1>
          <p className="font-lead">{m.cancelled(page.municipality)}</p>
        </>
      )}
      {page.state === 'open' && <LinkView page={page} token={token} today={today} again={again} done={search.has('svaret') ? 'answered' : search.has('forberedt') ? 'prepared' : null} />}
    </PlainShell>
  )
}
