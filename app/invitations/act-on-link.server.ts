import type { Locale } from '#app/platform/i18n/messages.ts'
import type { FieldErrors } from '#app/ui/form.tsx'
import { type Answer, ANSWERS } from './invitation.ts'
import { answerLink, confirmLink, prepareByLink, type Visitor } from './link.server.ts'
import { linkTexts } from './words.ts'

type Values = Record<string, string | string[]>
type Done = { errors: FieldErrors } | { done: 'svaret' | 'forberedt' | ''; cookie?: string }
const text = (values: Values, name: string, most = 4000): string => {
  const v = values[name]
  return (typeof v === 'string' ? v : '').trim().slice(0, most)
}

/** One form of the link's page: an answer, a birthday, a preparation. */
export function actOnLink(locale: Locale, token: string | undefined, secret: string, values: Values, visitor: Visitor): Promise<Done> {
  if (values['intent'] === 'confirm') return confirm(locale, token, values, visitor)
  return values['intent'] === 'prepare' ? prepare(locale, token, secret, values, visitor) : answer(locale, token, secret, values, visitor)
}

async function confirm(locale: Locale, token: string | undefined, values: Values, visitor: Visitor): Promise<Done> {
  const said = await confirmLink(token, text(values, 'birthday'), visitor)
  if (said.said === 'ok') return { done: '', cookie: said.cookie }
  return said.said === 'gone' ? { done: '' } : { errors: { birthday: linkTexts(locale).wrong } }
}

async function answer(locale: Locale, token: string | undefined, secret: string, values: Values, visitor: Visitor): Promise<Done> {
  const m = linkTexts(locale)
  const chosen = ANSWERS.find((one): one is Answer => one === values['answer'])
  const name = text(values, 'name', 100)
  const substitute = text(values, 'substitute', 200)
  const errors: FieldErrors = {
    ...(chosen ? {} : { answer: m.choose }),
    ...(chosen === 'substitute' && substitute === '' ? { substitute: m.substituteMissing } : {}),
    ...(name === '' ? { name: m.nameMissing } : {}),
  }
  if (!chosen || Object.keys(errors).length > 0) return { errors }
  return (await answerLink(token, secret, { answer: chosen, reason: text(values, 'reason', 1000), substitute, name }, visitor)) ? { done: 'svaret' } : { errors: { '': m.notKept } }
}

async function prepare(locale: Locale, token: string | undefined, secret: string, values: Values, visitor: Visitor): Promise<Done> {
  const m = linkTexts(locale)
  const [well, worries, offer] = [text(values, 'well'), text(values, 'worries'), text(values, 'offer')]
  const name = text(values, 'by', 100)
  const errors: FieldErrors = { ...(well + worries + offer === '' ? { well: m.writeSomething } : {}), ...(name === '' ? { by: m.nameMissing } : {}) }
  if (Object.keys(errors).length > 0) return { errors }
  const personIds = [values['personIds'] ?? []].flat().map(Number).filter(Number.isInteger)
  return (await prepareByLink(token, secret, { personIds, well, worries, offer, name }, visitor)) ? { done: 'forberedt' } : { errors: { '': m.notKept } }
}
