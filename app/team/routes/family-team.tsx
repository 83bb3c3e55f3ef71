import { redirect, useSearchParams } from 'react-router'
import { asRefused, ConflictNotice } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatRange } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { answerMerge } from '../answer-merge.server.ts'
import { addAssignment, endAssignment } from '../appoint-coordinator.server.ts'
import { EntryCard } from '../components/entry-card.tsx'
import { HelperRows } from '../components/helper-rows.tsx'
import { MergeCards } from '../components/merge-cards.tsx'
import { PurposeCard } from '../components/purpose-card.tsx'
import { AddForm } from '../components/team-forms.tsx'
import { CoordinatorsCard, CountCard } from '../components/team-history.tsx'
import { da, en } from '../coordinator-messages.ts'
import { readTeam } from '../read-team.server.ts'
import { da as teamDa, en as teamEn } from '../team-messages.ts'
import type { Route } from './+types/family-team.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readTeam(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    const until = typedDate(values, 'until')
    if (values.do === 'end') await endAssignment(ctx, { caseId, assignmentId: values.assignmentId, until })
    else if (values.do === 'merge') await answerMerge(ctx, { ...values, caseId, endsOn: values.answer === 'merged' ? typedDate(values, 'endsOn') : '' })
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

/** Everybody who helps the family and how it reaches them; what the coordination is for; how many they are and were. */
export default function FamilyTeam({ loaderData: team, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const t = pick(locale, { da: teamDa, en: teamEn })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].has('gemt')
  const people = new Set(team.team.filter((one) => one.from <= team.today).map((one) => one.staffId)).size
  const base = `/familier/${team.caseId}/hjaelpere`
  return (
    <>
      <title>{`${m.team}, ${team.name} – Helhed`}</title>
      {refused?.values.do !== 'merge' && <ConflictNotice refused={refused} />}
      <PageHead
        title={m.team}
        lead={m.teamLead}
        action={
          team.may.appoint &&
          (team.entry.primary ? (
            <LinkButton href={`${base}/skift`}>{t.change}</LinkButton>
          ) : (
            <LinkButton href="/projekt/koordinatorer">{m.appoint}</LinkButton>
          ))
        }
      />
      {saved && <Toast>{m.done}</Toast>}
      {team.handover?.planned && (
        <LinkCard
          href={`${base}/skift`}
          icon="person"
          title={t.changePlanned(team.handover.from, team.handover.to, formatDate(locale, team.handover.takesOverOn))}
        >
          {t.changeSee}
        </LinkCard>
      )}
      {team.entry.primary && <EntryCard entry={team.entry} today={team.today} to="staff" />}
      <PurposeCard purpose={team.purpose} today={team.today} to="staff" editHref={team.may.purpose && `${base}/formaal`} />

      <Card title={people > 0 ? m.count(people) : m.team} id="alle">
        {team.team.length === 0 && <EmptyState title={m.teamNone}>{m.teamNoneText}</EmptyState>}
        <HelperRows team={team} refused={refused} />
        {team.may.manage ? (
          <Details summary={m.add} open={refused?.values.do === 'add' || (team.team.length > 0 && team.team.length < 2)}>
            <AddForm page={team} refused={refused} />
          </Details>
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
      </Card>
      <MergeCards team={team} refused={refused} />
      <CountCard team={team} />
      <CoordinatorsCard team={team} />
    </>
  )
}
