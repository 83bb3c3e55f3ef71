import { beforeAll, beforeEach } from 'vitest'
import type { TestDatabase } from '#test/database.ts'
import { twoMunicipalities } from '#test/two-municipalities.ts'
import { aHome, assign, auditRows, consent, type World } from '#test/world.ts'
import { writeNote } from './write-note.server.ts'

/** For tests: a municipality with its pack, a new family for each test (coordinator, teacher, family worker), and a neighbour. */
export function situationWorld() {
  let t: TestDatabase
  let world: World
  let other: World
  let w: World
  beforeAll(async () => {
    ;({ t, world, other } = await twoMunicipalities())
  })
  beforeEach(async () => {
    w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'familyWorker', 'healthVisitor'] })
  })
  return {
    get t() {
      return t
    },
    get w() {
      return w
    },
    get other() {
      return other
    },
    /** A note about Ida by the coordinator unless said otherwise. */
    note: (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'coordinator') =>
      writeNote(w.ctxFor(who), { caseId: w.caseId, personId: w.people.ida, part: 'strength', aspect: 'social', words: 'Hun tegner hver dag', ...over }),
    mine: (event: string) => auditRows(t, event).then((rows) => rows.filter((r) => r.case_id === w.caseId)),
    assign: (who: Parameters<typeof assign>[3], as?: Parameters<typeof assign>[4]) => assign(t, w, w.caseId, who, as),
    /** A complete consent about Ida: Mette and Jonas have signed. */
    consented: (from: string[], to: string[], categories: string[], subject = w.people.ida) =>
      consent(t, w, { subject, from, to, categories, signers: subject === w.people.ida ? [w.people.mette, w.people.jonas] : [subject] }),
  }
}
