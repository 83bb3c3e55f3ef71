import { Conflict, Forbidden, NotFound } from './context.ts'

/**
 * Changes a row only if it is still the one its writer saw. `read` gives the row as it stands, `write` changes it where the revision is
 * the seen one.
 * @throws NotFound, Conflict('stale') with both texts, Forbidden when the policies refuse
 */
export async function changeSeen<R extends { revision: number }>(part: {
  seen: number
  mine: unknown
  read: () => Promise<R | null | undefined>
  shown: (row: R) => unknown
  write: (row: R) => Promise<{ numUpdatedRows: bigint }>
}): Promise<R> {
  const asSeen = (row: R | null | undefined): R => {
    if (!row) throw new NotFound('record')
    if (row.revision !== part.seen) throw new Conflict('stale', { mine: part.mine, theirs: part.shown(row) })
    return row
  }
  const row = asSeen(await part.read())
  const { numUpdatedRows } = await part.write(row)
  if (numUpdatedRows === 0n) {
    asSeen(await part.read()) // somebody was a moment faster
    throw new Forbidden('record')
  }
  return row
}
