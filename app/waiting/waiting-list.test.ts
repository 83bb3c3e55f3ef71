import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { mayFollow, nextToAsk, steps, tooFew, ListCase, ScreenLine, TakeStep } from './districts.ts'
import { foreseen, freeNow, inTurn, keyFor, type Move, nextReview, proposals, reviewLines } from './waiting-list.ts'

const entries = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((caseId) => fc.integer({ min: 0, max: 300 }).map((n) => ({ caseId, since: addDays('2026-01-01', n) })))))
const order = (list: readonly { caseId: number }[]) => list.map((one) => one.caseId)

test('VIS-19: without moves the families stand by the day they came on the list', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const list = inTurn(all, [])
      expect(list.map((one) => one.place)).toEqual(all.map((_, n) => n + 1))
      for (const [n, one] of list.slice(1).entries()) expect(list[n]!.since <= one.since).toBe(true)
    }),
  )
})
test('VIS-19: a moved family stands where it was put, and the turn of all others among themselves is as before', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 14 })), { maxLength: 15 }), (all, wishes) => {
      const moves: Move[] = []
      for (const [who, place] of wishes) {
        const before = inTurn(all, moves)
        const { caseId } = before[who % before.length]!
        const sortKey = keyFor(before, caseId, place)
        if (sortKey === null) continue
        moves.push({ id: moves.length + 1, caseId, sortKey })
        const after = inTurn(all, moves)
        expect(after.find((one) => one.caseId === caseId)?.place).toBe(Math.min(place, all.length))
        expect(order(after).filter((id) => id !== caseId)).toEqual(order(before).filter((id) => id !== caseId))
      }
      expect(order(inTurn(all, moves.toReversed()))).toEqual(order(inTurn(all, moves)))
    }),
  )
})
test('VIS-19: who leaves the list changes nobody else’s turn, and who comes later stands last', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (all, gone) => {
      const left = all.filter((_, n) => n !== gone % all.length)
      const rest = order(inTurn(all, [])).filter((id) => left.some((one) => one.caseId === id))
      expect(order(inTurn(left, []))).toEqual(rest)
      expect(order(inTurn([...all, { caseId: 999, since: '2027-06-01' }], [])).at(-1)).toBe(999)
    }),
  )
})
test('VIS-13: as many families are proposed as places are free, in turn, nobody who is being asked', () => {
  const list = [
    { caseId: 1, place: 1, offer: 'open' },
    { caseId: 2, place: 2, offer: 'no' },
    { caseId: 3, place: 3, offer: null },
    { caseId: 4, place: 4, offer: null },
  ] as const
  const ids = (free: number | null) => order(proposals(list, free))
  expect([ids(0), ids(null), ids(1), ids(2), ids(9)]).toEqual([[], [], [3], [3, 4], [3, 4, 2]])
})
test('VIS-17: places free, held and foreseen', () => {
  const p = { capacity: 25, taken: 22, held: 1, ends3: 2, ends6: 5 }
  expect(freeNow(p)).toBe(2)
  expect(freeNow({ ...p, held: 7 })).toBe(0)
  expect(freeNow({ ...p, capacity: null })).toBeNull()
  expect(foreseen(p, '2026-11-22').map((one) => [one.on, one.taken, one.held, one.free])).toEqual([
    ['2026-11-22', 22, 1, 2],
    ['2027-02-22', 20, 1, 4],
    ['2027-05-22', 17, 1, 7],
  ])
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(10), fc.nat(10), (capacity, taken, held, ends) => {
      for (const one of foreseen({ capacity, taken, held, ends3: ends, ends6: ends }, '2026-11-22')) expect(one.free).toBeGreaterThanOrEqual(0)
    }),
  )
})
test('VIS-19: the list is due every fourth week, and at once when it never was gone through', () => {
  expect(nextReview('2026-11-01', 4, '2026-11-22')).toBe('2026-11-29')
  expect(nextReview(null, 4, '2026-11-22')).toBe('2026-11-22')
  expect(reviewLines({ 'outcome.7': 'stays', 'note.7': 'Har det godt', other: '1' })).toEqual([{ caseId: '7', outcome: 'stays', note: 'Har det godt' }])
})

const counts = { listed: 0, shortlisted: 0, asked: 0, yes: 0, no: 0, leftOut: 0, referred: 0 }
test('VIS-11: the next district is opened when the shortlist does not fill the places', () => {
  const start = { capacity: 25, taken: 0, inIntake: 0, waiting: 0 }
  expect(tooFew(start, [{ ...counts, shortlisted: 18, no: 4 }])).toEqual({ found: 18, wanted: 25, tooFew: true })
  expect(tooFew(start, [{ ...counts, shortlisted: 18 }, { ...counts, asked: 7 }]).tooFew).toBe(false)
  expect(tooFew({ ...start, taken: 20, waiting: 3 }, [{ ...counts, shortlisted: 2 }])).toEqual({ found: 2, wanted: 2, tooFew: false })
  expect(tooFew({ ...start, capacity: null }, []).tooFew).toBe(false)
})
test('VIS-13: when one on the shortlist says no, the next is proposed', () => {
  const line = (id: number, step: (typeof steps)[number] | null, stepOn = '2026-10-01') => ({ id, step, listedOn: '2026-09-01', stepOn })
  const lines = [line(1, 'asked'), line(2, 'shortlisted', '2026-10-05'), line(3, 'shortlisted', '2026-10-02'), line(4, 'left-out')]
  expect(nextToAsk(lines, 2).map((one) => one.id)).toEqual([3])
  expect(nextToAsk([line(1, 'no'), ...lines.slice(1)], 2).map((one) => one.id)).toEqual([3, 2])
  expect(nextToAsk(lines, 1)).toEqual([])
})
test('VIS-11: a step follows only where it makes sense; nothing follows a referral', () => {
  expect(mayFollow(null, 'asked')).toBe(false)
  expect(mayFollow('shortlisted', 'asked')).toBe(true)
  expect(mayFollow('no', 'shortlisted')).toBe(true)
  expect(steps.some((one) => mayFollow('referred', one))).toBe(false)
})
test('ORG-14: a line names nobody: no CPR number, no address, no telephone number', () => {
  expect(ListCase.safeParse({ roundId: 1, ownNumber: 'FAM-2291' }).success).toBe(true)
  expect(ListCase.safeParse({ roundId: 1, ownNumber: '010190-1234' }).success).toBe(false)
  expect(ListCase.safeParse({ roundId: 1, ownNumber: 'Mette Sørensen' }).success).toBe(false)
  const note = (text: string) => ScreenLine.safeParse({ lineId: 1, revision: 1, answers: {}, note: text }).success
  expect([note('Mange skift det sidste år'), note('Ring til 20 30 40 50'), note('Bor Kirkevej 4')]).toEqual([true, false, false])
  expect(TakeStep.safeParse({ lineId: 1, step: 'yes', on: '2026-11-22' }).success).toBe(false)
})
