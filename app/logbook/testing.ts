import type { World } from '#test/world.ts'

/** The input of an entry about Mette by whoever writes it; twenty minutes of guidance. */
export const anEntry = (w: World, over: Record<string, unknown> = {}) => ({
  caseId: w.caseId,
  kind: 'guidance',
  personIds: [w.people.mette],
  minutes: 20,
  words: 'Vi læste brevet fra banken sammen',
  ...over,
})
