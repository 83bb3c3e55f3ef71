import type { Hope, RecordBase } from './plan.ts'

type Reader = { me: number | null; may: { write?: boolean; sectors: readonly string[] } }

/**
 * May this reader change the record? Staff what belongs to their sector, members what they wrote themselves. The database holds the same.
 */
export const mayChange = (r: Pick<RecordBase, 'sector' | 'authorPersonId'>, reader: Reader): boolean =>
  reader.me === null ? reader.may.sectors.includes(r.sector) : reader.may.write !== false && r.authorPersonId === reader.me
/** A member's own words are changed by that member only. */
export const mayChangeHope = (h: Hope, reader: Reader): boolean =>
  mayChange(h, reader) && (h.authorPersonId === null || h.authorPersonId === reader.me)
/** Another sector was said to state it, and this is that sector. */
export const mayTakeOver = (r: Pick<RecordBase, 'stated' | 'sector'>, reader: Reader): boolean =>
  reader.me === null && r.stated !== null && !reader.may.sectors.includes(r.sector) && reader.may.sectors.includes(r.stated.sector)
