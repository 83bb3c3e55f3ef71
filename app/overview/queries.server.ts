import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** Head of a family's page, in three statements; one more for those without an assignment. */
export async function familyHeadRows(tx: Tx, ctx: Context, caseId: number) {
  const family = await tx
    .selectFrom('family_case')
    .leftJoin('referral', (j) => j.onRef('referral.case_id', '=', 'family_case.id').on('referral.decision', '=', 'accepted'))
    .select(['family_case.id', 'family_case.number', 'family_case.name', 'referral.intake_on', 'referral.decided_at'])
    .where('family_case.id', '=', caseId)
    .executeTakeFirst()
  const people = await tx
    .selectFrom('household_member')
    .innerJoin('person', 'person.id', 'household_member.person_id')
    .innerJoin('case_person', (j) =>
      j.onRef('case_person.person_id', '=', 'household_member.person_id').onRef('case_person.case_id', '=', 'household_member.case_id'),
    )
    .select(['person.id', 'person.first_name', 'person.born', 'person.died', sql<boolean>`bool_or(case_person.role = 'family')`.as('family')])
    .groupBy(['person.id', 'person.first_name', 'person.born', 'person.died'])
    .where('household_member.case_id', '=', caseId)
    .where('household_member.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('household_member.valid_until', 'is', null), e('household_member.valid_until', '>=', ctx.today)]))
    .orderBy('family', 'desc')
    .orderBy('person.born')
    .execute()
  const team = await tx
    .selectFrom('assignment')
    .innerJoin('staff', 'staff.id', 'assignment.staff_id')
    .select(['assignment.role', 'assignment.sector', 'assignment.staff_id', 'staff.name'])
    .where('assignment.case_id', '=', caseId)
    .where('assignment.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('assignment.valid_until', 'is', null), e('assignment.valid_until', '>=', ctx.today)]))
    .orderBy('assignment.role')
    .execute()
  const sector = team.find((a) => ctx.actor.kind === 'staff' && a.staff_id === ctx.actor.id)?.sector ?? null
  return {
    caseId,
    number: family?.number ?? '',
    name: family?.name ?? '',
    people,
    coordinators: team.filter((a) => a.role === 'coordinator' || a.role === 'secondary-coordinator').map((a) => a.name),
    professionals: new Set(team.map((a) => a.staff_id)).size,
    intakeOn: family?.intake_on ?? family?.decided_at?.slice(0, 10) ?? null,
    sector,
    emergencyUntil: sector === null && ctx.actor.kind === 'staff' ? await emergencyUntil(tx, ctx, caseId) : null,
  }
}

/** When the actor's own emergency access to the family ends; null without one. */
async function emergencyUntil(tx: Tx, ctx: Context, caseId: number): Promise<string | null> {
  const grant = await tx
    .selectFrom('break_glass')
    .select((e) => e.fn.max('until').as('until'))
    .where('case_id', '=', caseId)
    .where('staff_id', '=', ctx.actor.id)
    .where('until', '>', ctx.now)
    .executeTakeFirst()
  return grant?.until ?? null
}
