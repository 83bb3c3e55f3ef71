import { describe, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { applyShippedPack } from '#app/intake/testing.ts'
import { addGoal } from './add-goal.server.ts'
import { addActivity } from './add-activity.server.ts'
import { decideMeasure } from './decide-measure.server.ts'
import { makeVersion } from './make-version.server.ts'
import { remindFollowUp } from './remind-follow-up.server.ts'
import { comparePlanVersions, readPlanVersion } from './read-plan-version.server.ts'
import { readPlan } from './read-plan.server.ts'
import { setTerms } from './set-terms.server.ts'
import { insert } from '#test/world.ts'
import { planWorld } from './verbs-testing.ts'
import { writeHope } from './write-hope.server.ts'

setKeys(testKeys())
const p = planWorld()
const { goal, activity, terms, wholePlan, version, mine, shared } = p
const read = (who: Parameters<typeof p.w.ctxFor>[0]) => readPlan(p.w.ctxFor(who), { caseId: p.w.caseId })

describe('how the plan is followed up', () => {
  test('PLAN-03 PLAN-16 PLAN-17 PLAN-18: saves with anything missing, and all of it is asked for before the plan is agreed', async () => {
    const ids = await wholePlan()
    const t = (await read('coordinator')).terms[0]!
    await setTerms(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, seenRevision: t.revision, howFollowed: 'Vi ser på det sammen' })
    const { missing } = await read('coordinator')
    expect(missing.filter((m) => m.on === 'terms').map((m) => m.code)).toEqual([
      'howOften',
      'nextOn',
      'nextWho',
      'nextGoals',
      'ifOtherwise',
      'registeredBy',
      'registeredChannel',
    ])
    await expect(version()).rejects.toThrow(Invalid)
    await terms({ seenRevision: 2, nextGoals: [ids.goal] })
    await expect(version()).resolves.toMatchObject({ number: 1 })
    expect((await read('coordinator')).nextFollowUpOn).toBe('2099-01-31')
    expect((await mine('plan.set-terms')).map((r) => r.outcome)).toEqual(['done', 'done', 'done'])
  })
  test('PLAN-16: a next time that is over is no answer', async () => {
    const ids = await wholePlan()
    await terms({ seenRevision: 1, nextGoals: [ids.goal], nextOn: '2020-01-01' })
    expect((await read('coordinator')).missing).toMatchObject([{ on: 'terms', code: 'nextOn' }])
  })
  test('PLAN-03: the family and the teacher do not write it; another municipality finds no family; each try is logged', async () => {
    const input = { caseId: p.w.caseId, howFollowed: 'x' }
    await expect(setTerms(p.w.ctxFor('mette'), input)).rejects.toThrow(Forbidden)
    await expect(setTerms(p.w.ctxFor('teacher'), input)).rejects.toThrow(Forbidden)
    await expect(setTerms(p.other.ctxFor('coordinator'), input)).rejects.toThrow(NotFound)
    expect((await mine('plan.set-terms')).map((r) => r.outcome)).toEqual(['refused', 'refused', 'refused'])
  })
  test('PLAN-03: somebody was faster: both texts, nothing overwritten', async () => {
    await terms()
    await terms({ seenRevision: 1, howFollowed: 'Vi går en tur' })
    await expect(terms({ seenRevision: 1, howFollowed: 'Vi ringer' })).rejects.toMatchObject({
      code: 'stale',
      details: { mine: { howFollowed: 'Vi ringer' }, theirs: { howFollowed: 'Vi går en tur', revision: 2 } },
    })
    await expect(terms({ howFollowed: 'Vi ringer' })).rejects.toThrow(Conflict)
  })
  test('PLAN-16: nobody of another home takes part, and no goal of another family is named', async () => {
    await expect(terms({ nextPeople: [p.w.people.jonas] })).rejects.toThrow(Invalid)
    await expect(terms({ nextGoals: [999_999] })).rejects.toThrow(Invalid)
  })
  test('MEET-18: something to think about until next time stands beside what was agreed, and is never required', async () => {
    await wholePlan()
    expect((await read('coordinator')).missing).toEqual([])
    await terms({ seenRevision: 1, thinkOver: 'Om Emil skal have sit eget værelse' })
    expect((await read('mette')).terms[0]?.thinkOver).toBe('Om Emil skal have sit eget værelse')
  })
  test('PLAN-05: it stands in the version, and what changed is told', async () => {
    const ids = await wholePlan()
    await version()
    await terms({ seenRevision: 1, nextGoals: [ids.goal], whoCalls: 'Mette ringer til Anna' })
    await version()
    const { changes } = await comparePlanVersions(p.w.ctxFor('mette'), { caseId: p.w.caseId, from: 1, to: 2 })
    expect(changes).toMatchObject([{ what: 'terms', kind: 'changed', fields: [{ field: 'whoCalls', after: 'Mette ringer til Anna' }] }])
    const old = await readPlanVersion(p.w.ctxFor('mette'), { caseId: p.w.caseId, number: 1 })
    expect(old.terms[0]?.whoCalls).toBe('Den, der ser det, ringer til koordinatoren')
  })
  test('PLAN-16: a goal that a reader does not see is not even a number in the next time', async () => {
    const ids = await wholePlan()
    const hidden = await goal({ title: 'Mettes eget', subjects: [p.w.people.mette] })
    await terms({ seenRevision: 1, nextGoals: [ids.goal, hidden.id] })
    await shared()
    await p.t.owner.query("update consent set withdrawn_at = access.now() where case_id = $1 and subject_id = $2", [p.w.caseId, p.w.people.mette])
    // The terms are about Mette too: the teacher sees neither them nor her goal.
    expect((await read('teacher')).terms).toEqual([])
    expect((await read('mette')).terms[0]?.nextGoals).toEqual([ids.goal, hidden.id])
  })
})

describe('a text that names a member outside its subjects', () => {
  type Verb = [string, (ctx: Context, more: object) => Promise<unknown>, (plan: Awaited<ReturnType<typeof read>>) => unknown[]]
  const about = { caseId: 0 }
  const verbs: Verb[] = [
    [
      'goal',
      (ctx, more) => addGoal(ctx, { ...about, caseId: p.w.caseId, title: 'Ida læser med Mette', subjects: [p.w.people.ida], ...more }),
      (plan) => plan.goals,
    ],
    [
      'activity',
      (ctx, more) =>
        addActivity(ctx, { ...about, caseId: p.w.caseId, what: 'Læsning', offer: 'Mette læser højt', takesPart: [p.w.people.ida], ...more }),
      (plan) => plan.activities,
    ],
    [
      'hope',
      (ctx, more) =>
        writeHope(ctx, {
          ...about,
          caseId: p.w.caseId,
          personId: p.w.people.ida,
          words: 'At Mette henter mig',
          onBehalfChannel: 'meeting',
          onBehalfOn: '2026-11-01',
          ...more,
        }),
      (plan) => plan.hopes,
    ],
  ]
  test.each(verbs)('CON-14: a %s asks; adding her hides it from a sector without her consent, leaving her out does not', async (_, verb, of) => {
    await shared()
    await p.t.owner.query('update consent set withdrawn_at = access.now() where case_id = $1 and subject_id = $2', [p.w.caseId, p.w.people.mette])
    const coordinator = p.w.ctxFor('coordinator')
    await expect(verb(coordinator, {})).rejects.toMatchObject({ code: 'about-somebody-else' })
    await verb(coordinator, { aboutOthers: 'no' })
    expect(of(await read('teacher'))).toHaveLength(1)
    await verb(coordinator, { aboutOthers: String(p.w.people.mette) })
    expect(of(await read('teacher'))).toHaveLength(1)
    expect(of(await read('coordinator'))).toHaveLength(2)
  })
  test('CON-14: the agreements on follow-up are about the home; who is outside it and named is asked about, and then it is hers too', async () => {
    await expect(terms({ whoCalls: 'Jonas ringer' })).rejects.toMatchObject({ code: 'about-somebody-else' })
    await terms({ whoCalls: 'Jonas ringer', aboutOthers: String(p.w.people.jonas) })
    await shared()
    expect((await read('teacher')).terms).toEqual([])
    expect((await read('coordinator')).terms[0]?.subjects).toContain(p.w.people.jonas)
  })
})

describe('two homes', () => {
  test('PLAN-01: parents who live apart each see only theirs: hopes, goals, activities, load, follow-up, versions, what changed', async () => {
    const { mette, jonas, ida } = p.w.people
    // Jonas is of the family too: it has two homes, and Ida lives in both.
    await p.t.owner.query("update case_person set role = 'family' where case_id = $1 and person_id = $2", [p.w.caseId, jonas])
    const since = { municipality_id: p.w.municipalityId, case_id: p.w.caseId, valid_from: '2020-01-01' }
    const hisHome = await insert(p.t, 'household', { ...since, name: 'Jonas' })
    for (const id of [jonas, ida]) await insert(p.t, 'household_member', { ...since, household_id: hisHome, person_id: id })
    const homeOf = (id: number) => (id === jonas ? hisHome : p.w.householdId)
    const coordinator = p.w.ctxFor('coordinator')
    const hopeOf = (personId: number, words: string) =>
      writeHope(coordinator, { caseId: p.w.caseId, personId, words, onBehalfChannel: 'meeting', onBehalfOn: '2026-11-01' })
    const hers = await hopeOf(mette, 'Et roligt hjem')
    const his = await hopeOf(jonas, 'Et fast arbejde')
    const theirs = await hopeOf(ida, 'At svømme')
    const goals = {
      hers: await goal({ title: 'Hendes', subjects: [mette], hopeId: hers.id }),
      his: await goal({ title: 'Hans', subjects: [jonas], hopeId: his.id }),
      ida: await goal({ title: 'Svømning', subjects: [ida], hopeId: theirs.id }),
    }
    await activity({ what: 'Kursus', goalId: goals.hers.id, takesPart: [mette] })
    await activity({ what: 'Praktik', goalId: goals.his.id, takesPart: [jonas] })
    await activity({ what: 'Svømmehal', goalId: goals.ida.id, takesPart: [ida] })
    expect((await read('coordinator')).homes.map((h) => h.personIds.toSorted((a, b) => a - b))).toEqual(
      expect.arrayContaining([
        [mette, ida].toSorted((a, b) => a - b),
        [jonas, ida].toSorted((a, b) => a - b),
      ]),
    )
    // One agreement is not enough: each home has its own.
    await expect(terms()).rejects.toThrow(Invalid)
    await terms({ householdId: homeOf(mette), nextPeople: [mette, ida], nextGoals: [goals.hers.id], whoCalls: 'Moren ringer' })
    await expect(version()).rejects.toThrow(Invalid)
    await terms({ householdId: homeOf(jonas), nextPeople: [jonas, ida], nextGoals: [goals.his.id], whoCalls: 'Faren ringer' })
    await version()
    await terms({
      householdId: homeOf(jonas),
      nextPeople: [jonas, ida],
      nextGoals: [goals.his.id],
      whoCalls: 'Faren skriver',
      seenRevision: 1,
    })
    await version()
    for (const [who, own, other] of [
      ['mette', { hope: 'Et roligt hjem', goal: 'Hendes', what: 'Kursus', calls: 'Moren ringer' }, jonas],
      ['jonas', { hope: 'Et fast arbejde', goal: 'Hans', what: 'Praktik', calls: 'Faren skriver' }, mette],
    ] as const) {
      const plan = await read(who)
      expect(plan.hopes.map((h) => h.words).toSorted()).toEqual([own.hope, 'At svømme'].toSorted())
      expect(plan.goals.map((g) => g.title).toSorted()).toEqual([own.goal, 'Svømning'].toSorted())
      expect(plan.activities.map((a) => a.what).toSorted()).toEqual([own.what, 'Svømmehal'].toSorted())
      expect(plan.activities.flatMap((a) => a.takesPart)).not.toContain(other)
      expect(plan.terms.map((t) => t.whoCalls)).toEqual([own.calls])
      // Whether the other home has agreed is that home's.
      expect(plan.homes).toHaveLength(1)
      expect(plan.missing.filter((m) => m.on === 'terms')).toEqual([])
      const old = await readPlanVersion(p.w.ctxFor(who), { caseId: p.w.caseId, number: 1 })
      expect(old.goals.map((g) => g.title).toSorted()).toEqual([own.goal, 'Svømning'].toSorted())
      expect(old.terms).toHaveLength(1)
      const { changes, before, after } = await comparePlanVersions(p.w.ctxFor(who), { caseId: p.w.caseId, from: 1, to: 2 })
      expect(changes.map((c) => c.what)).toEqual(who === 'jonas' ? ['terms'] : [])
      expect([...before.goals, ...after.goals].flatMap((g) => g.subjects)).not.toContain(other)
    }
  })
})

describe('who says yes', () => {
  const measure = async () => {
    const ids = await wholePlan()
    const a = await activity({ what: 'Familiekonsulent', goalId: ids.goal, needsApproval: 'on', takesPart: [p.w.people.mette, p.w.people.ida] })
    return { ...ids, measure: a.id }
  }
  const quoted = { statedName: 'Hanne Lund', statedSector: 'family-department', statedChannel: 'meeting', decidedOn: '2026-11-20' }

  test('KOO-13 PLAN-15: the coordinator writes what an authority decided, never an answer of their own', async () => {
    const ids = await measure()
    const decide = (over: object) =>
      decideMeasure(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, activityId: ids.measure, outcome: 'approved', ...quoted, ...over })
    await expect(decide({ statedName: '' })).rejects.toMatchObject({ issues: [{ field: 'statedName' }] })
    await expect(decide({ statedSector: 'coordination' })).rejects.toMatchObject({ issues: [{ field: 'statedSector' }] })
    await expect(decide({ statedName: 'anna holm' })).rejects.toMatchObject({ issues: [{ field: 'statedName' }] })
    await decide({})
    expect((await read('coordinator')).decisions).toMatchObject([
      { activityId: ids.measure, outcome: 'approved', decidedBy: 'Hanne Lund', stated: { sector: 'family-department' } },
    ])
    expect((await read('mette')).decisions).toHaveLength(1)
  })
  test('KOO-13: the database itself refuses a decision of the project', async () => {
    const ids = await measure()
    await expect(
      p.t.owner.query(
        `insert into measure_decision (municipality_id, case_id, sector, category, visibility, subjects, activity_id, outcome, decided_on, decided_by)
        values ($1, $2, 'coordination', 'plan', 'family', $3, $4, 'approved', '2026-11-20', 'Anna Holm')`,
        [p.w.municipalityId, p.w.caseId, [p.w.people.ida], ids.measure],
      ),
    ).rejects.toThrow(/the_project_decides_nothing/)
  })
  test('PLAN-15: an authority of the family answers itself; a teacher, a member and a neighbour do not', async () => {
    const ids = await measure()
    const input = { caseId: p.w.caseId, activityId: ids.measure, outcome: 'approved' }
    await p.t.owner.query(
      `insert into assignment (municipality_id, case_id, staff_id, role, sector, valid_from) values ($1, $2, $3, 'family-caseworker', 'family-department', '2020-01-01')`,
      [p.w.municipalityId, p.w.caseId, p.w.staff.familyWorker],
    )
    // Without the family's consent the measure does not exist for her.
    await expect(decideMeasure(p.w.ctxFor('familyWorker'), input)).rejects.toThrow(Invalid)
    for (const subject of [p.w.people.ida, p.w.people.mette])
      await p.t.owner.query(
        `with c as (insert into consent (municipality_id, case_id, subject_id, purpose, from_sectors, to_sectors, categories, valid_from, given_how)
          values ($1, $2, $3, 'coordination', '{coordination}', '{family-department}', '{plan}', '2026-01-01', 'signed') returning id)
        insert into consent_signer (municipality_id, consent_id, signer_id, asked_at, asked_channel, signed_at, signed_how)
        select $1, c.id, s, '2026-01-01', 'meeting', '2026-01-01', 'signed' from c, unnest($4::bigint[]) s`,
        [p.w.municipalityId, p.w.caseId, subject, subject === p.w.people.ida ? [p.w.people.mette, p.w.people.jonas] : [p.w.people.mette]],
      )
    const made = await decideMeasure(p.w.ctxFor('familyWorker'), input)
    expect((await read('coordinator')).decisions).toMatchObject([])
    expect((await read('familyWorker')).decisions).toMatchObject([{ id: made.id, sector: 'family-department', decidedBy: 'Sofie Lund', stated: null }])
    await expect(decideMeasure(p.w.ctxFor('teacher'), input)).rejects.toThrow(Forbidden)
    await expect(decideMeasure(p.w.ctxFor('mette'), input)).rejects.toThrow(Forbidden)
    await expect(decideMeasure(p.other.ctxFor('coordinator'), input)).rejects.toThrow(NotFound)
    expect((await mine('plan.decide-measure')).map((r) => r.outcome)).toEqual(['done', 'refused', 'refused', 'refused'])
  })
  test('PLAN-15: an overruling has a reason and a letter to each adult; only help that needs it is decided', async () => {
    await applyShippedPack(p.t, p.w.municipalityId, 'hedensted')
    const ids = await measure()
    const decide = (over: object) =>
      decideMeasure(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, activityId: ids.measure, ...quoted, ...over })
    await expect(decide({ outcome: 'refused' })).rejects.toMatchObject({ issues: [{ field: 'reason' }] })
    await expect(decide({ outcome: 'changed', reason: 'Ventetid' })).rejects.toMatchObject({ issues: [{ field: 'instead' }] })
    await expect(decide({ activityId: ids.activity, outcome: 'approved' })).rejects.toMatchObject({ issues: [{ field: 'activityId' }] })
    await decide({ outcome: 'changed', reason: 'Der er et forløb, der passer bedre', instead: 'Gruppe for forældre' })
    const letters = await p.t.owner.query<{ title: string; body: string; subjects: string[] }>(
      'select title, body, subjects from plan_letter where case_id = $1',
      [p.w.caseId],
    )
    expect(letters.rows.map((l) => l.subjects.map(Number))).toEqual([[p.w.people.mette]])
    expect(letters.rows[0]?.body).toContain('Der er et forløb, der passer bedre')
    expect(letters.rows[0]?.body).toContain('Gruppe for forældre')
    expect(letters.rows[0]?.body).not.toContain('{{')
  })
  test('Q5 PLAN-15: where no meeting decides a version cannot be said to be approved at one, by the API either', async () => {
    await applyShippedPack(p.t, p.w.municipalityId, 'thisted')
    await p.t.owner.query("update project set pack = 'thisted' where id = $1", [p.w.projectId])
    await wholePlan()
    await expect(version()).rejects.toMatchObject({ issues: [{ field: 'atMeeting' }] })
    await makeVersion(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, present: 'Mette og Ida' })
    expect((await read('coordinator')).agreement?.version).toMatchObject({
      atMeeting: false,
      approvedBy: 'family-and-coordinator',
      present: 'Mette og Ida',
    })
    await p.t.owner.query("update project set pack = 'hedensted' where id = $1", [p.w.projectId])
  })
})

describe('reminders', () => {
  const tasks = () =>
    p.t.owner.query<{ code: string; due: string }>(
      "select code, due::text from task where case_id = $1 and code like 'plan-follow-up%' order by id",
      [p.w.caseId],
    )
  test('PLAN-19: a week before there is a reminder, when the day has passed a task says so, each once; a draft has none', async () => {
    const ids = await wholePlan()
    const job = await p.w.openSession('job', 0)
    await remindFollowUp(job, {})
    expect((await tasks()).rows).toEqual([])
    await version()
    await remindFollowUp(job, {})
    expect((await tasks()).rows).toEqual([])
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    await terms({ seenRevision: 1, nextGoals: [ids.goal], nextOn: soon })
    await remindFollowUp(job, {})
    await remindFollowUp(job, {})
    expect((await tasks()).rows).toEqual([{ code: 'plan-follow-up', due: soon }])
    await p.t.owner.query("update family_plan set next_follow_up_on = '2026-01-05' where case_id = $1", [p.w.caseId])
    await remindFollowUp(job, {})
    expect((await tasks()).rows.at(-1)).toEqual({ code: 'plan-follow-up-late', due: '2026-01-05' })
    expect((await read('coordinator')).followUpDue).toBe('2026-01-05')
    expect((await read('teacher')).followUpDue).toBeNull()
  })
})
