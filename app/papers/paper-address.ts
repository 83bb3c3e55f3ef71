import type { PaperKind } from './paper.ts'

/** Where a paper for these people is: a file, the same address for staff and for the family. */
export const paperAddress = (caseId: number, personIds: readonly number[], kind: PaperKind): string =>
  `/papir/${caseId}/plan.pdf?${[...personIds.map((id) => `til=${id}`), `slags=${kind === 'easy' ? 'let' : 'plan'}`].join('&')}`
