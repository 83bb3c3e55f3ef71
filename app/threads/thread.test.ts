import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay } from '#app/platform/time/working-days.ts'
import { answerBy, seemsToCancelTalk, threadKey, threadName, waitingFrom } from './thread.ts'

test('KOO-15: two working days over Easter, Christmas and Whitsun', () => {
  expect(answerBy('2026-11-23', 2)).toBe('2026-11-25')
  expect(answerBy('2026-11-20', 2)).toBe('2026-11-24') // a Friday
  expect(answerBy('2026-11-21', 2)).toBe('2026-11-24') // a Saturday
  expect(answerBy('2026-04-01', 2)).toBe('2026-04-08') // Wednesday before Easter: Thursday to Monday are holidays
  expect(answerBy('2026-12-23', 2)).toBe('2026-12-28') // the 24th is a working day by law
  expect(answerBy('2026-12-23', 2, ['2026-12-24', '2026-12-31'])).toBe('2026-12-29') // where the town hall closes it is not
  expect(answerBy('2026-05-13', 2)).toBe('2026-05-18') // Ascension Day
})
test('KOO-15: the last day for an answer is a working day, and exactly so many have passed', () => {
  const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))
  fc.assert(fc.property(days, fc.integer({ min: 1, max: 5 }), (day, n) => {
    const due = answerBy(day, n)
    expect(isWorkingDay(due)).toBe(true)
    let passed = 0
    for (let at = Date.parse(day) + 86_400_000; at <= Date.parse(due); at += 86_400_000) if (isWorkingDay(new Date(at).toISOString().slice(0, 10))) passed += 1
    expect(passed).toBe(n)
  }))
})
test('KOO-15: words that read like a cancelled talk give the hint; ordinary ones do not', () => {
  for (const words of ['Jeg vil gerne melde afbud til jobsamtalen', 'jeg kan ikke komme til samtalen i morgen', 'Aflys min samtale på jobcentret', 'Afmeld praktikken', 'I cannot come... I can’t come to the talk'.replace('’', "'")])
    expect([words, seemsToCancelTalk(words)]).toEqual([words, true])
  for (const words of ['Tak for samtalen i går', 'Jeg har fået job!', 'Ida kan ikke komme til fødselsdagen', 'Hvornår er jobsamtalen?'])
    expect([words, seemsToCancelTalk(words)]).toEqual([words, false])
})
test('KOO-15: what waits is the first message since the last answer', () => {
  const from = (id: number, person: number | null, step: string | null = null) => ({ id, authorPersonId: person, step: step ? { kind: step } : null })
  expect(waitingFrom([from(1, 7), from(2, 7)])?.id).toBe(1)
  expect(waitingFrom([from(3, 7), from(1, 7), from(2, null)])?.id).toBe(3)
  expect(waitingFrom([from(1, 7), from(2, null)])).toBe(null)
  expect(waitingFrom([from(1, 7, 'no-answer')])).toBe(null)
  expect(waitingFrom([from(1, 7, 'passed')])?.id).toBe(1)
  expect(waitingFrom([])).toBe(null)
})
test('KOO-15: a thread is named by whose it is', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.boolean(), (id, own) => {
    const key = own ? { personId: id, householdId: null } : { personId: null, householdId: id }
    expect(threadKey(threadName(key))).toEqual(key)
  }))
})
