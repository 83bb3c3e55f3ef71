import { beforeAll, beforeEach } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, aWorld, auditRows, consent, type World } from '#test/world.ts'
import { addActivity } from './add-activity.server.ts'
import { addGoal } from './add-goal.server.ts'
import { setTerms } from './set-terms.server.ts'
import { makeVersion } from './make-version.server.ts'
import { writeHope } from './write-hope.server.ts'

/**
 * A municipality for the tests of a file, a new family in it for each test, a neighbour; and the verbs with a whole, agreeable plan as
 * default.
 */
export function planWorld() {
  let t: TestDatabase
  let world: World
  let other: World
  let w: World
  beforeAll(async () => {
    t = await createTestDatabase()
    world = await aWorld(t)
    other = await aWorld(t, { municipality: 787 })
  })
  beforeEach(async () => {
    w = await aHome(t, world, { jonas: 'shared' })
  })
  const hope = (words = 'At vi får ro om morgenen') =>
    writeHope(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      personId: w.people.mette,
      words,
      onBehalfChannel: 'meeting',
      onBehalfOn: '2026-11-01',
    })
  const goal = (over = {}) =>
    addGoal(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      title: 'Ida kommer glad i skole',
      subjects: [w.people.ida],
      aim: 'develop',
      measure: 'Hun siger ja til at tage af sted',
      owner: `person-${w.people.mette}`,
      goalStart: '2026-11-02',
      goalEnd: '2099-01-31',
      lookOn: '2099-01-15',
      ...over,
    })
  const activity = (over = {}) =>
    addActivity(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      what: 'Morgenstøtte',
      offer: 'En voksen tager imod',
      rhythm: 'weekly',
      weekdays: ['1', '3'],
      start: '2026-11-02',
      end: '2099-01-31',
      minutesPerWeek: 120,
      takesPart: [w.people.ida],
      ...over,
    })
  /** A plan that can be agreed: hope → goal → activity, and how it is followed up. */
  async function wholePlan() {
    const h = await hope()
    const g = await goal({ hopeId: h.id })
    const a = await activity({ goalId: g.id })
    await terms({ nextGoals: [g.id] })
    return { hope: h.id, goal: g.id, activity: a.id }
  }
  /** How it is followed up, whole unless something is said otherwise. */
  const terms = (over = {}) =>
    setTerms(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      howFollowed: 'Vi tager målene ét ad gangen',
      howOften: 'monthly',
      nextOn: '2099-01-31',
      nextPeople: [w.people.mette, w.people.ida],
      ifOtherwise: 'Vi mødes før tid',
      whoCalls: 'Den, der ser det, ringer til koordinatoren',
      reopenedWhen: 'Når noget står stille i to uger',
      registeredBy: 'Familien selv',
      registeredWhat: 'Hvordan ugen gik',
      registeredOften: 'Hver søndag',
      registeredChannel: 'paper',
      ...over,
    })
  const version = () => makeVersion(w.ctxFor('coordinator'), { caseId: w.caseId, agreedOn: '2026-11-20', atMeeting: 'on' })
  const mine = (event: string) => auditRows(t, event).then((rows) => rows.filter((r) => r.case_id === w.caseId))
  const shared = () =>
    Promise.all(
      [w.people.ida, w.people.mette].map((subject) =>
        consent(t, w, {
          subject,
          from: ['coordination'],
          to: ['education'],
          categories: ['plan'],
          signers: subject === w.people.ida ? [w.people.mette, w.people.jonas] : [w.people.mette],
        }),
      ),
    )
  return {
    get t() {
      return t
    },
    get w() {
      return w
    },
    get world() {
      return world
    },
    get other() {
      return other
    },
    hope,
    goal,
    activity,
    wholePlan,
    terms,
    version,
    mine,
    shared,
  }
}
