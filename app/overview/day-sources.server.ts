import { type Agreement, mayMark, needsWord } from '#app/agreements/agreement.ts'
import { openAgreements } from '#app/agreements/queries.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { planRules } from '#app/catalogue/pack-values.ts'
import { openTasks } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { followUpDue } from '#app/plan/terms.ts'
import { type DayScope, packOfCase } from './day-scope.server.ts'
import { type DayItem, DOUBLED, firstName, nextChange, taskPlace } from './my-day.ts'

/*
 * Where the things of the day come from: one function for each source, each in one or two statements for all families. Row-level security gives
 * only what the reader may see. Registrations of progression will be one more of them.
 */
export type Source = (tx: Tx, ctx: Context, scope: DayScope) => Promise<DayItem[]>

const blank = { time: null, owner: null, act: null, personIds: [], shelfIds: [] }

/** Tasks for the reader or a role of theirs, put off ones not before their day. Of a family only where they reach it. */
export const taskItems: Source = async (tx, ctx, scope) => {
  const put = await tx.selectFrom('task').select(['id', 'later_on']).where('done_at', 'is', null).where('later_on', '>', ctx.today).execute()
  const off = new Set(put.map((one) => one.id))
  const tasks = (await openTasks(tx)).filter((one) => !off.has(one.id) && !(one.caseId !== null && scope.whole.includes(one.caseId) && DOUBLED.includes(one.code)))
  const cases = [...new Set(tasks.flatMap((one) => (one.caseId === null ? [] : [one.caseId])))]
  const rows = cases.length === 0 ? [] : await tx.selectFrom('family_case').select(['id', 'name']).where('id', 'in', cases).execute()
  const reached = new Set(rows.map((row) => row.id))
  return tasks
    .filter((one) => one.caseId === null || reached.has(one.caseId))
    .map((one) => {
      const person = scope.people.find((p) => p.id === one.data['person'] && p.caseId === one.caseId)
      return {
        ...blank,
        key: `task.${one.id}`,
        caseId: one.caseId,
        due: one.due ?? ctx.today,
        what: { kind: 'task', code: one.code, name: person?.firstName ?? null },
        href: taskPlace(one.code, one.caseId),
        act: { on: 'task', id: one.id },
        personIds: person ? [person.id] : [],
      } satisfies DayItem
    })
}

/** PLAN-19: the day on which each plan is looked at; where none was agreed, the pack's months after it was agreed. Without a plan it is missing. */
export const followUpItems: Source = async (tx, ctx, scope) => {
  if (scope.whole.length === 0) return []
  const plans = await tx
    .selectFrom('family_plan')
    .leftJoin('plan_version', (j) => j.onRef('plan_version.plan_id', '=', 'family_plan.id').onRef('plan_version.municipality_id', '=', 'family_plan.municipality_id'))
    .select((e) => ['family_plan.case_id', 'family_plan.next_follow_up_on', e.fn.max('plan_version.agreed_on').as('agreed_on')])
    .where('family_plan.case_id', 'in', scope.whole)
    .groupBy(['family_plan.case_id', 'family_plan.next_follow_up_on'])
    .execute()
  return scope.whole.flatMap((caseId): DayItem[] => {
    if (scope.families.get(caseId)?.inIntake) return []
    const plan = plans.find((one) => one.case_id === caseId)
    const href = `/familier/${caseId}/planen`
    if (!plan?.agreed_on) return [{ ...blank, key: `no-plan.${caseId}`, caseId, due: null, what: { kind: 'no-plan' }, href }]
    const pack = packOfCase(scope, caseId)
    const months = pack ? planRules(pack, ctx.today).followUpEveryMonths : 3
    const due = followUpDue(plan.next_follow_up_on, plan.agreed_on, (on) => addMonths(on, months))
    return [{ ...blank, key: `follow-up.${caseId}`, caseId, due, what: { kind: 'follow-up', agreed: plan.next_follow_up_on !== null }, href: `${href}#opfoelgning` }]
  })
}

/** People of one's families who turn an age at which the law changes something. */
export const birthdayItems: Source = async (_tx, ctx, scope) =>
  scope.people.flatMap((person): DayItem[] => {
    if (person.kind !== 'person' || person.died !== null || person.role !== 'family') return []
    const pack = packOfCase(scope, person.caseId)
    const ages = (pack ? inForce(pack.ages, ctx.today) : []).map((one) => ({ code: one.code, years: one.years, label: one.label[ctx.locale], source: one.source }))
    const found = nextChange(person.born, ages, ctx.today)
    if (!found) return []
    return [
      {
        ...blank,
        key: `birthday.${person.caseId}.${person.id}`,
        caseId: person.caseId,
        due: found.on,
        what: { kind: 'birthday', name: person.firstName, years: found.years, changes: found.changes },
        href: `/familier/${person.caseId}/samtykke`,
        personIds: [person.id],
      },
    ]
  })

/** Requests for news that were not answered: of families one coordinates. */
export const inquiryItems: Source = async (tx, _ctx, scope) => {
  if (scope.whole.length === 0) return []
  const rows = await tx
    .selectFrom('inquiry as q')
    .select(['q.id', 'q.case_id', 'q.recipient', 'q.reply_by', 'q.shelf_id', 'q.subjects'])
    .where('q.case_id', 'in', scope.whole)
    .where('q.replaced_by', 'is', null)
    .where('q.cancelled_on', 'is', null)
    .where((e) => e.not(e.exists(e.selectFrom('inquiry_answer as a').select('a.id').whereRef('a.inquiry_id', '=', 'q.id').whereRef('a.municipality_id', '=', 'q.municipality_id'))))
    .execute()
  return rows.map((row) => ({
    ...blank,
    key: `inquiry.${row.id}`,
    caseId: row.case_id,
    due: row.reply_by,
    owner: row.recipient,
    what: { kind: 'inquiry', recipient: row.recipient },
    href: `/familier/${row.case_id}/situation/spoergsmaal/${row.id}`,
    personIds: row.subjects,
    shelfIds: [row.shelf_id],
  }))
}

/** Open agreements: all of the families one coordinates, elsewhere one's own only. */
export const agreementItems: Source = async (tx, _ctx, scope) => {
  const all = await openAgreements(tx, scope.all)
  return all.flatMap((one): DayItem[] => {
    const whole = scope.whole.includes(one.caseId)
    const mine = one.owner.kind === 'staff' && one.owner.id === scope.me
    if (!whole && !mine) return []
    return [
      {
        ...blank,
        key: `agreement.${one.caseId}.${one.id}`,
        caseId: one.caseId,
        due: one.dueOn,
        owner: mine ? null : firstName(one.owner.name),
        what: { kind: 'agreement', text: one.what, mine },
        href: `/familier/${one.caseId}/aftaler/${one.id}`,
        act: marks(one, scope.me, whole) ? { on: 'agreement', id: one.id, revision: one.revision } : null,
        personIds: one.subjects,
        shelfIds: [one.shelfId],
      },
    ]
  })
}
/** One click is enough: nobody else's word has to be written down with it. */
const marks = (one: Agreement, me: number, whole: boolean): boolean => {
  const who = { staff: true, me, speaks: [], coordinates: whole, writes: true }
  return mayMark(one, who) && !needsWord(one, who)
}
