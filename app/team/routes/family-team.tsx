import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatRange, formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Details, Note, PersonChip } from '#app/ui/text.tsx'
import { addAssignment, endAssignment } from '../appoint-coordinator.server.ts'
import { asRefused, ConflictNotice } from '#app/intake/components/refused.tsx'
import { AddForm, EndForm } from '../components/team-forms.tsx'
import { da, en } from '../coordinator-messages.ts'
import { readTeam, type TeamPage } from '../read-team.server.ts'
import { typedDate } from '#app/intake/referral.ts'
import type { Route } from './+types/family-team.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readTeam(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    const until = typedDate(values, 'until')
    if (values.do === 'end') await endAssignment(ctx, { caseId, assignmentId: values.assignmentId, until })
    else
      await addAssignment(ctx, {
        caseId,
        staffId: values.staffId,
        role: values.role,
        doesWhat: values.doesWhat,
        from: typedDate(values, 'from'),
        until,
      })
    return redirect(`/familier/${caseId}/hjaelpere?gemt=1`)
  },
)

/** Everybody who helps the family, in one sentence each; and for who may, adding and ending. */
export default function FamilyTeam({ loaderData: team, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].has('gemt')
  const people = new Set(team.team.map((one) => one.staffId)).size
  return (
    <>
      <title>{`${m.team}, ${team.name} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead
        title={m.team}
        lead={m.teamLead}
        action={team.may.appoint && <LinkButton href="/projekt/koordinatorer">{m.appoint}</LinkButton>}
      />
      {saved && <Toast>{m.done}</Toast>}
      {people > 0 && <p>{m.count(people)}</p>}
      {team.team.length === 0 && <EmptyState title={m.teamNone}>{m.teamNoneText}</EmptyState>}
      {team.team.map((one) => (
        <Helper key={one.id} one={one} team={team} refused={refused} />
      ))}
      {team.may.manage ? (
        <Card title={m.add} accent={team.team.length > 0}>
          <AddForm page={team} refused={refused} />
        </Card>
      ) : (
        <Note>{m.onlyManager}</Note>
      )}
      {team.past.length > 0 && (
        <Details summary={m.ended}>
          <ul className="nobullet-list">
            {team.past.map((one) => (
              <li key={one.id}>
                {one.name}, {one.roleLabel} · {formatRange(locale, one.from, one.until, team.today)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

const Helper = ({ one, team, refused }: { one: TeamPage['team'][number]; team: TeamPage; refused: ReturnType<typeof asRefused> }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const period = one.until
    ? formatRange(locale, one.from, one.until, team.today)
    : `${m.from.toLowerCase()} ${formatShortDate(locale, one.from, team.today)}, ${m.openEnd}`
  return (
    <Card level={2} title={<PersonChip name={one.name} note={one.roleLabel} />} aside={one.department}>
      {one.doesWhat && <p>{one.doesWhat}</p>}
      <Note>
        {one.sectorLabel} · {period}
      </Note>
      {team.may.manage && (!one.coordinator || team.may.appoint) && <EndForm one={one} today={team.today} refused={refused} />}
    </Card>
  )
}
