import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Details, KeyValue, Note, Tag } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { type Department, isOpen } from '../organisation.ts'
import { readDirectory } from '../read-directory.server.ts'
import type { Route } from './+types/directory.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => ({ locale: ctx.locale, ...(await readDirectory(ctx, {})) }))

/** The departments and services around a family, and how to reach them. */
export default function Directory({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const open = d.departments.filter((x) => isOpen(x, d.today))
  const closed = d.departments.filter((x) => !isOpen(x, d.today))
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead
        title={m.title}
        lead={m.lead}
        action={
          d.may.change && (
            <LinkButton variant="primary" href="/kommunen/afdelinger/ny">
              {m.add}
            </LinkButton>
          )
        }
      />
      {open.length === 0 && <EmptyState title={m.empty}>{m.emptyBody}</EmptyState>}
      <CardGrid columns={2}>
        {open.map((x) => (
          <DepartmentCard key={x.id} department={x} locale={d.locale} change={d.may.change} />
        ))}
      </CardGrid>
      {closed.length > 0 && (
        <Details summary={`${m.closed} (${closed.length})`}>
          {closed.map((x) => (
            <Note key={x.id}>
              <strong>{x.name}</strong>, {x.validUntil && m.closedOn(formatDate(d.locale, x.validUntil))}
              {x.successors.length > 0 && ` · ${m.became(x.successors.map((s) => s.name).join(', '))}`}
            </Note>
          ))}
        </Details>
      )}
    </>
  )
}

function DepartmentCard({ department: x, locale, change }: { department: Department; locale: 'da' | 'en'; change: boolean }) {
  const m = pick(locale, { da, en })
  return (
    <Card
      title={x.name}
      aside={<Tag>{m.sectors[x.sector] ?? x.sector}</Tag>}
      footer={
        change && (
          <a href={`/kommunen/afdelinger/${x.id}`}>
            {m.edit}
            <span className="sr-only"> {x.name}</span>
          </a>
        )
      }
    >
      <KeyValue
        items={[
          { key: m.phone, value: x.phone && <a href={`tel:${x.phone.replaceAll(' ', '')}`}>{x.phone}</a> },
          { key: m.email, value: x.email && <a href={`mailto:${x.email}`}>{x.email}</a> },
          { key: m.street, value: x.street },
          { key: m.note, value: x.note },
        ]}
      />
      {x.services.length > 0 && (
        <>
          <h3>{m.services}</h3>
          <ul>
            {x.services.map((s) => (
              <li key={s.id}>
                <strong>{s.name}</strong>
                {s.what && `: ${s.what}`}
                {s.howToReach && ` (${s.howToReach})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {x.staff.length > 0 && (
        <Details summary={`${m.staff} (${x.staff.length})`}>
          <ul>
            {x.staff.map((s, i) => (
              <li key={i}>
                {s.name}
                {s.title && `, ${s.title}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}
