import { pick } from '#app/platform/i18n/messages.ts'
import { pageLocale } from '#app/platform/pages.server.ts'
import { PlainShell } from '#app/ui/shell.tsx'
import { da, en } from '../public-messages.ts'
import type { Route } from './+types/accessibility.ts'

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: context.get(pageLocale) })

/** The accessibility statement; open to everyone. */
export default function Accessibility({ loaderData: { locale } }: Route.ComponentProps) {
  const m = pick(locale, { da, en }).accessibility
  return (
    <PlainShell municipality={{ name: 'Helhed' }} locale={locale} here="/tilgaengelighed">
      <title>{`${m.title} – Helhed`}</title>
      <h1>{m.title}</h1>
      <p className="font-lead">{m.lead}</p>
      <h2>{m.status}</h2>
      <p>{m.statusBody}</p>
      <h2>{m.known}</h2>
      <ul>
        {m.knownList.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h2>{m.contact}</h2>
      <p>{m.contactBody}</p>
      <p>{m.updated}</p>
    </PlainShell>
  )
}
