import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planWorld } from '#app/plan/verbs-testing.ts'
import { Conflict, Invalid } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { isOpen, stateOf } from './agreement.ts'
import { dropAgreement } from './drop-agreement.server.ts'
import { keepAgreement } from './keep-agreement.server.ts'
import { makeAgreement } from './make-agreement.server.ts'
import { postponeAgreement } from './postpone-agreement.server.ts'
import { agreementsOf, openAgreements } from './queries.server.ts'
import { undoAgreement } from './undo-agreement.server.ts'

const p = planWorld()
const today = copenhagenDay(new Date())
const steps = fc.array(
  fc.record({ verb: fc.constantFrom('make', 'keep', 'postpone', 'drop', 'undo'), which: fc.nat(5), by: fc.constantFrom('mette', 'coordinator'), days: fc.integer({ min: 0, max: 200 }) }),
  { minLength: 1, maxLength: 14 },
)

test('MEET-16: an agreement never disappears: whatever is done, open, kept and dropped together are all that were made, and every postponement is remembered', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const caseId = p.w.caseId
      const read = () => inTransaction(p.w.ctxFor('coordinator'), caseId, async (tx) => ({ all: await agreementsOf(tx, caseId), open: await openAgreements(tx, [caseId]) }))
      const before = (await read()).all.map((a) => a.id)
      const made = [...before]
      let moved = (await read()).all.flatMap((a) => a.marks.filter((m) => m.how === 'postponed')).length
      for (const step of sequence) {
        const ctx = p.w.ctxFor(step.by === 'mette' ? 'mette' : 'coordinator')
        const said = step.by === 'mette' ? {} : { channel: 'phone', saidOn: today }
        const dueOn = addDays(today, step.days)
        if (step.verb === 'make' || made.length === 0) {
          made.push((await makeAgreement(ctx, { caseId, what: 'Ringer', owner: `person-${p.w.people.mette}`, dueOn })).id)
          continue
        }
        const target = (await read()).all.at(-1 - (step.which % made.length))!
        const at = { caseId, agreementId: target.id, seenRevision: target.revision, ...said }
        const done = { keep: () => keepAgreement(ctx, at), drop: () => dropAgreement(ctx, { ...at, reason: 'x' }), postpone: () => postponeAgreement(ctx, { ...at, dueOn, reason: 'x' }), undo: () => undoAgreement(ctx, at) }
        // What is closed already is refused and changes nothing.
        const ok = await done[step.verb]().then(() => true, (e: unknown) => (e instanceof Conflict || e instanceof Invalid ? false : Promise.reject(e)))
        if (ok && step.verb === 'postpone') moved++
      }
      const { all, open } = await read()
      expect(all.map((a) => a.id)).toEqual(made)
      expect(open.map((a) => a.id).toSorted((a, b) => a - b)).toEqual(all.filter(isOpen).map((a) => a.id))
      expect(all.filter((a) => ['open', 'kept', 'dropped'].includes(stateOf(a)))).toHaveLength(made.length)
      expect(all.flatMap((a) => a.marks.filter((m) => m.how === 'postponed'))).toHaveLength(moved)
    }),
    { numRuns: 12 },
  )
}, 120_000)
