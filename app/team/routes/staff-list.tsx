import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import { readStaffList } from '../read-staff.server.ts'
import { da, en } from '../staffing-messages.ts'
import type { Route } from './+types/staff-list.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readStaffList(ctx, {}))

/** Everybody with an account, their posts and roles today. */
export default function StaffList({ loaderData: d }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.staff} – Helhed`}</title>
      <PageHead
        title={m.staff}
        lead={m.staffLead}
        action={
          <LinkButton variant="primary" href="/administration/medarbejdere/ny">
            {m.staffAdd}
          </LinkButton>
        }
      />
      <Table
        caption={m.staff}
        hideCaption
        rows={d.staff}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            label: m.name,
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={`/administration/medarbejdere/${row.id}`}>{row.name}</a>
                {row.title && `, ${row.title}`} {row.closedAt && <Badge>{m.closed}</Badge>}
              </>
            ),
          },
          { key: 'posts', label: m.posts, cell: (row) => (row.posts.length > 0 ? row.posts.join('; ') : m.postNone) },
          {
            key: 'roles',
            label: m.projectRoles,
            cell: (row) => row.projectRoles.map((one) => `${m.roles[one.role] ?? one.role}, ${one.project}`).join('; '),
          },
        ]}
      />
    </>
  )
}
