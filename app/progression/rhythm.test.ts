import { expect, test } from 'vitest'
import { ownPack } from '#app/catalogue/testing.ts'
import { fieldsOf, isJudged, type Member } from './indicators.ts'
import { following } from './queries.server.ts'

const ida: Member = { id: 3, name: 'Ida', born: '2017-05-02', unborn: false, parent: false }
const mette: Member = { id: 1, name: 'Mette', born: '1992-01-01', unborn: false, parent: true }
const asked = async (pack: string, month: string) => fieldsOf(following(await ownPack(pack), '2026-11-22').indicators, [mette, ida], month, '2026-01-01')

test('PROG-03, PROG-32: the national trial asks everything monthly; a new project its judgements every quarter and its numbers every month', async () => {
  for (const month of ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']) {
    const national = await asked('national-2014', month)
    const own = await asked('new-project', month)
    expect(national.some((f) => isJudged(f.indicator))).toBe(true)
    expect(own.filter((f) => !isJudged(f.indicator)).map((f) => f.indicator.code)).toEqual(national.filter((f) => !isJudged(f.indicator)).map((f) => f.indicator.code))
    expect(own.some((f) => isJudged(f.indicator))).toBe(month === '2026-01-01' || month === '2026-04-01')
  }
})
