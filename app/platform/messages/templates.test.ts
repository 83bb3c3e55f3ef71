import { expect, test } from 'vitest'
import { messageState } from './message.ts'
import { renderMessage, type Templated } from './templates.ts'

const all: Templated[] = [
  { template: 'message' }, { template: 'meeting', data: { at: '2026-12-04T12:00:00Z' } }, { template: 'answer' }, { template: 'changed' }, { template: 'letter' }, { template: 'task' }, { template: 'note' }, { template: 'urgent' }, { template: 'day', data: { count: 3 } }, { template: 'registration', data: { count: 3, late: true } },
]

test('texts are neutral in both languages: a neutral subject, the address of the portal, nothing else', () => {
  for (const what of all) {
    for (const locale of ['da', 'en'] as const) {
      const { subject, body } = renderMessage(locale, what, '2026-11-22')
      expect(subject.length).toBeLessThan(35)
      expect(body.text.length).toBeLessThan(130)
      expect(body.text).toMatch(/\{\{link\}\}$/)
      expect(`${subject} ${body.text}`).not.toMatch(/fam|samtykke|consent|underret|skole|jobcenter/i)
    }
  }
})

test('a meeting says when, in Danish time, and never where', () => {
  expect(renderMessage('da', { template: 'meeting', data: { at: '2026-12-04T12:00:00Z' } }, '2026-11-22').body.text).toBe('Møde fredag den 4. december kl. 13.00. Log ind for at se mere: {{link}}')
})

test('on paper there is no address to click', () => {
  const { body } = renderMessage('da', { template: 'answer' }, '2026-11-22')
  expect(JSON.stringify(body.letter)).not.toContain('{{link}}')
  expect(body.letter.blocks[0]).toEqual({ kind: 'text', text: 'Vi mangler dit svar på noget.' })
})

test('a letter that somebody wrote stands on paper only', () => {
  const { subject, body } = renderMessage('da', { template: 'letter' }, '2026-11-22', { title: 'Afslag på en plads', blocks: [{ kind: 'text', text: 'Vi kan ikke …' }] })
  expect(subject).toBe('Brev fra kommunen')
  expect(body.text).not.toContain('Afslag')
  expect(body.letter.title).toBe('Afslag på en plads')
})

test('the state follows from the dates', () => {
  const none = { sent_at: null, held_at: null, failed_at: null, cancelled_at: null }
  expect(messageState({ ...none, channel: 'email' })).toBe('planned')
  expect(messageState({ ...none, channel: 'email', failed_at: 'x' })).toBe('failed')
  expect(messageState({ ...none, channel: 'email', failed_at: 'x', sent_at: 'y' })).toBe('sent')
  expect(messageState({ ...none, channel: 'sms', held_at: 'x' })).toBe('held')
  expect(messageState({ ...none, channel: 'letter' })).toBe('to-print')
  expect(messageState({ ...none, channel: 'letter', sent_at: 'x' })).toBe('printed')
  expect(messageState({ ...none, channel: 'letter', cancelled_at: 'x' })).toBe('cancelled')
})
