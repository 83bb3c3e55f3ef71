import { z } from 'zod'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { isChild } from '#app/families/families.ts'
import { householdsOf, membershipsOf, peopleOf, relationsOf } from '#app/families/queries.server.ts'
import { changesPeople } from '#app/families/rights.server.ts'
import { mayAppoint, mayManageTeam, seesLedger } from '#app/intake/authority.server.ts'
import { caseHead, familyPeople } from '#app/intake/queries.server.ts'
import { latestReferral } from '#app/intake/record-queries.server.ts'
import { workers } from '#app/intake/team-queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { unansweredThreads } from '#app/threads/queries.server.ts'
import { threadName } from '#app/threads/thread.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { dueAlone, Id, outcomesFor, proposed } from './exit.ts'
import { recipients } from './leaving-letters.server.ts'
import { plannedExitOf } from './plan-exit.server.ts'
import { closingOf, itemsOf, leavingTasks, named, namedItems, openEnds, staffNames } from './queries.server.ts'
import { teamToday } from './team-today.server.ts'

const OfCase = z.object({ caseId: Id })

/** "Før I lukker": everything open with what is proposed for it, who gets a letter, and until when the family reads; after closing, what became of it. */
export const readExit = query({
  event: 'exit.read',
  input: OfCase,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => ((await reachesCase(tx, caseId)) ? seesLedger(tx, caseId) : 'not-found'),
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const people = await familyPeople(tx, ctx, [caseId])
    const closing = await closingOf(tx, caseId)
    const mayClose = closing === null && (await mayManageTeam(tx, caseId)) === true
    const rows = mayClose ? await named(tx, ctx, caseId, pack, await openEnds(tx, caseId)) : []
    const at = { leftOn: ctx.today, me: ctx.actor.id, alone: addDays(ctx.today, settingAt(pack, 'sectorPlanAloneDays', ctx.today)) }
    const referral = await latestReferral(tx, caseId)
    const letterTo = await recipients(tx, ctx, caseId, people)
    const items = closing ? await namedItems(tx, ctx, caseId, pack, await itemsOf(tx, closing.id)) : []
    const names = await staffNames(tx, items.flatMap((i) => i.staff_id ?? []))
    const statement = await tx.selectFrom('exit_statement').select(['id', 'words', 'person_id', 'shelf_id', 'left_on']).where('case_id', '=', caseId).where('replaced_by', 'is', null).orderBy('id', 'desc').executeTakeFirst()
    const letters = await tx.selectFrom('intake_letter').select(['id', 'title', 'subjects', 'shelf_id', 'written_on']).where('case_id', '=', caseId).where('template', '=', 'family-leaves').orderBy('id').execute()
    const reasons = inForce(pack.choices, ctx.today).filter((c) => c.list === 'exit-reason').map((c) => ({ code: c.code, label: c.label[ctx.locale] }))
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      people: people.map((p) => ({ id: p.id, name: p.firstName })),
      reasons,
      open: rows.map((row) => ({ ...row, outcomes: outcomesFor(row), proposed: proposed(row, at), alone: dueAlone(row, at) })),
      workers: mayClose ? (await workers(tx, ctx)).map((w) => ({ value: w.id, label: `${w.name}, ${w.department}` })) : [],
      /** Messages of the family that nobody has answered: answered or handed over by name before it leaves. */
      unanswered: mayClose ? (await unansweredThreads(tx, ctx, [caseId])).map((t) => ({ name: t.name, thread: threadName(t) })) : [],
      letterTo: letterTo.map((p) => ({ id: p.id, name: p.firstName })),
      pagesUntil: closing?.pagesUntil ?? addMonths(ctx.today, settingAt(pack, 'portalAfterExitMonths', ctx.today)),
      inIntake: referral !== null && referral !== undefined && referral.decision !== 'accepted',
      closing: closing && {
        leftOn: closing.leftOn,
        why: reasons.find((r) => r.code === closing.reason)?.label ?? closing.reason,
        items: items.map((i) => ({ kind: i.kind, label: i.label, outcome: i.outcome, who: i.staff_id === null ? i.name : (names.get(i.staff_id) ?? ''), due: i.due })),
        statement: statement && statement.left_on === closing.leftOn ? { words: statement.words, by: people.find((p) => p.id === statement.person_id)?.firstName ?? null } : null,
        letters: letters.filter((l) => l.written_on >= closing.leftOn).map((l) => ({ id: l.id, title: l.title, to: letterTo.find((p) => l.subjects.includes(p.id))?.firstName ?? '' })),
      },
      may: { close: mayClose, reopen: closing !== null && (await mayAppoint(tx, ctx, caseId)) === true },
      shelfIds: [...rows.flatMap((r) => r.shelfId ?? []), ...(statement ? [statement.shelf_id] : []), ...letters.map((l) => l.shelf_id)],
    }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.people.map((p) => p.id), shelfIds: page.shelfIds }),
})
export type ExitPage = Awaited<ReturnType<typeof readExit>>

/** CAT-02: the planned exit with its steps, as far as the actor reads it. */
export const readPlannedExit = query({
  event: 'exit.read-plan',
  input: OfCase,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const plan = await plannedExitOf(tx, caseId)
    const steps = plan
      ? await tx.selectFrom('exit_step').select(['id', 'kind', 'on_date as onDate', 'what', 'who', 'contact', 'checked_on as checkedOn', 'ready', 'ready_words as readyWords', 'shelf_id as shelfId'])
          .where('plan_id', '=', plan.id).where('dropped_on', 'is', null).where('replaced_by', 'is', null).orderBy('on_date').orderBy('id').execute()
      : []
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      plan: plan && { expectedOn: plan.expected_on, reason: plan.reason, words: plan.words, revision: plan.revision, why: itemAt(pack.choices, plan.reason, ctx.today)?.label[ctx.locale] ?? '' },
      steps: steps.map(({ shelfId: _shelf, ...s }) => s),
      reasons: inForce(pack.choices, ctx.today).filter((c) => c.list === 'exit-reason').map((c) => ({ value: c.code, label: c.label[ctx.locale] })),
      closed: (await closingOf(tx, caseId)) !== null,
      may: (await mayManageTeam(tx, caseId)) === true,
      personIds: plan?.subjects ?? [],
      shelfIds: plan ? [plan.shelf_id, ...steps.map((s) => s.shelfId)] : [],
    }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.personIds, shelfIds: page.shelfIds }),
})
export type PlannedExitPage = Awaited<ReturnType<typeof readPlannedExit>>

/** What the pages of a move and of a death need: people, homes, couples, helpers, and what was told to do. */
export const readChange = query({
  event: 'exit.read-change',
  input: OfCase,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => ((await reachesCase(tx, caseId)) ? changesPeople(tx, caseId) : 'not-found'),
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const people = (await peopleOf(tx, [caseId], ctx.today)).filter((p) => p.role !== 'network' && p.kind === 'person')
    const memberships = await membershipsOf(tx, [caseId])
    const ids = people.map((p) => p.id)
    const nameOf = (id: number) => people.find((p) => p.id === id)?.firstName ?? ''
    const couples = (await relationsOf(tx, ids)).filter((r) => r.kind === 'partner' && r.validUntil === null && ids.includes(r.otherId))
    const events = await tx.selectFrom('life_event').select(['id', 'kind', 'on_date as onDate', 'person_ids as personIds']).where('case_id', '=', caseId).where('undone_at', 'is', null).orderBy('id', 'desc').execute()
    const tasks = await leavingTasks(tx, caseId)
    const staff = await staffNames(tx, tasks.flatMap((t) => t.staffId ?? []))
    const team = await teamToday(tx, ctx, caseId)
    const manages = (await mayManageTeam(tx, caseId)) === true
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      people: people.map((p) => ({ id: p.id, name: p.firstName, family: p.role === 'family', child: isChild(p, ctx.today), died: p.died })),
      homes: (await householdsOf(tx, caseId)).filter((h) => h.validUntil === null || h.validUntil >= ctx.today).map((h) => ({ id: h.id, name: h.name })),
      memberships,
      couples: couples.map((r) => ({ id: r.id, a: nameOf(r.personId), b: nameOf(r.otherId) })),
      helpers: manages ? team.filter((one) => !['coordinator', 'secondary-coordinator'].includes(one.role)).map((one) => ({ id: one.id, name: one.name, role: itemAt(pack.assignmentRoles, one.role, ctx.today)?.label[ctx.locale] ?? one.role })) : [],
      workers: manages ? (await workers(tx, ctx)).map((w) => ({ value: w.id, label: `${w.name}, ${w.department}` })) : [],
      events: events.map((e) => ({ ...e, names: e.personIds.map(nameOf) })),
      told: tasks.filter((t) => t.code === 'exit-duty').flatMap((t) => {
        const duty = itemAt(pack.exitDuties, String(t.data['duty'] ?? ''), ctx.today)
        return duty ? [{ id: t.id, event: Number(t.data['event'] ?? 0), what: duty.label[ctx.locale], text: duty.text[ctx.locale], paragraph: duty.paragraph, due: t.due, who: t.staffId === null ? '' : (staff.get(t.staffId) ?? ''), done: t.done }] : []
      }),
      childrenAlone: tasks.filter((t) => t.code === 'child-without-custody' && !t.done).map((t) => nameOf(Number(t.data['person'] ?? 0))).filter(Boolean),
    }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.people.map((p) => p.id) }),
})
export type ChangePage = Awaited<ReturnType<typeof readChange>>
