import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { readConcernProcedure } from '../read-concern.server.ts'
import type { Route } from './+types/concern.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) =>
  readConcernProcedure(ctx, { caseId: idParam(params.caseId) }),
)

/** What to do when worried about a child: the local steps and telephone numbers. */
export default function Concern({ loaderData: { caseId, steps, phones } }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.concernTitle} – Helhed`}</title>
      <BackLink href={`/familier/${caseId}`}>{m.backToFamily}</BackLink>
      <PageHead title={m.concernTitle} lead={m.concernLead} />
      {steps.length === 0 && <p>{m.concernNone}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {phones.length > 0 && (
        <Card title={m.concernPhones} accent>
          <ul className="nobullet-list">
            {phones.map((phone) => (
              <li key={phone.label}>
                <strong>{phone.label}</strong>: <a href={`tel:${phone.number.replaceAll(' ', '')}`}>{phone.number}</a> ({phone.hours})
              </li>
            ))}
          </ul>
          {phones.some((phone) => phone.example) && <Note icon="info">{m.concernExample}</Note>}
        </Card>
      )}
    </>
  )
}
