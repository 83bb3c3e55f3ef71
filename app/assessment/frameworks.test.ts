import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPacks } from '#app/catalogue/testing.ts'
import { across, allowedLevels, bridgeOf, framesOf, knownLabels, viewBy } from './frameworks.ts'

const { effective } = await ownPacks()
const frames = framesOf(effective('hedensted'), '2026-11-22')
const of = (framework: string) => frames.themes.filter((t) => t.framework === framework)
const anyTheme = (framework: string) => fc.constantFrom(...of(framework))

test('UDR-06, UDR-07: ten dimensions of ICS, eleven themes of FFB, and a part about work of our own', () => {
  expect([of('ics').length, of('ffb').length]).toEqual([10, 11])
  expect(of('work').length).toBeGreaterThan(4)
  expect(of('ffb').filter((t) => t.level === 'required').map((t) => t.code)).toEqual([
    'ffb-self-care', 'ffb-communication', 'ffb-mobility', 'ffb-practical', 'ffb-relations', 'ffb-society',
  ])
})

test('UDR-05: every theme has a bridge of known ICF chapters, and every chapter is reached by some theme', () => {
  const chapters = of('icf').map((t) => t.code)
  for (const theme of [...of('ics'), ...of('ffb'), ...of('work')]) {
    const over = bridgeOf(frames, theme.code)
    expect(over.length, theme.code).toBeGreaterThan(0)
    expect(chapters, theme.code).toEqual(expect.arrayContaining(over))
  }
  for (const framework of ['ics', 'ffb']) {
    const reached = new Set(of(framework).flatMap((t) => bridgeOf(frames, t.code)))
    expect(chapters.filter((c) => !reached.has(c)), framework).toEqual([])
  }
})

test('UDR-05: over the bridge and back one meets oneself, from any theme of ICS and FFB through the other', () => {
  fc.assert(
    fc.property(fc.constantFrom(['ics', 'ffb'], ['ffb', 'ics'], ['work', 'ffb'], ['work', 'ics']).chain(([a, b]) => fc.tuple(anyTheme(a!), fc.constant(b!))), ([theme, other]) => {
      const there = across(frames, theme.code, other)
      expect(there.length).toBeGreaterThan(0)
      for (const one of there) expect(across(frames, one.theme.code, theme.framework).map((x) => x.theme.code)).toContain(theme.code)
    }),
  )
})

test('UDR-04: whatever the labels, no note is lost in a view, and a label of the view itself decides the place', () => {
  const label = fc.constantFrom(...frames.themes.map((t) => t.code), 'an-older-label')
  const notes = fc.array(fc.array(label, { maxLength: 4 }), { maxLength: 8 }).map((all) => all.map((labels, id) => ({ id, labels })))
  fc.assert(
    fc.property(notes, fc.constantFrom('ics', 'ffb', 'icf', 'work'), (list, framework) => {
      const { seen, rest } = viewBy(frames, list, framework)
      const shown = new Set([...seen.flatMap((s) => [...s.direct, ...s.through.map((t) => t.note)]), ...rest].map((n) => n.id))
      expect(shown.size).toBe(list.length)
      for (const s of seen) for (const n of s.direct) expect(n.labels).toContain(s.theme.code)
      for (const n of rest) if (framework !== 'work') expect(n.labels.filter((l) => bridgeOf(frames, l).length > 0 && framework === 'icf')).toEqual([])
    }),
  )
})

test('UDR-07: a level stands only on activity and participation, and only with its label', () => {
  expect(allowedLevels(frames, ['ffb-relations', 'ffb-mental', 'ics-health'], { 'ffb-relations': 2, 'ffb-mental': 3, 'ics-health': 1, 'ffb-mobility': 4 })).toEqual({
    'ffb-relations': 2,
  })
  expect(knownLabels(frames, ['nonsense', 'ffb-mental', 'ffb-mental'])).toEqual(['ffb-mental'])
})
