import { pick } from '#app/platform/i18n/messages.ts'
import { pageLocale } from '#app/platform/pages.server.ts'
import { PlainShell } from '#app/ui/shell.tsx'
import { da, en } from '../public-messages.ts'
import type { Route } from './+types/privacy.ts'

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: context.get(pageLocale) })

/** What a family needs to know about its information; open to everyone. */
export default function Privacy({ loaderData: { locale } }: Route.ComponentProps) {
  const m = pick(locale, { da, en }).privacy
  return (
    <PlainShell municipality={{ name: 'Helhed' }} locale={locale} here="/privatliv">
      <title>{`${m.title} – Helhed`}</title>
      <h1>{m.title}</h1>
      <p className="font-lead">{m.lead}</p>
      {m.points.map(([heading, text]) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
    </PlainShell>
  )
}
