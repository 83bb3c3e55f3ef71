import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors, fieldIssues, said } from './field-errors.ts'
import { apiLocaleFrom, localeFrom } from './locale.ts'
import { type Messages, pick } from './messages.ts'
import { genitive, joinList, plural, words } from './words.ts'

test('pick gives the messages of the language, functions included', () => {
  const da = { hello: (name: string) => `Hej ${name}`, page: { title: 'I dag' } }
  const en: Messages<typeof da> = { hello: (name) => `Hello ${name}`, page: { title: 'Today' } }
  expect(pick('da', { da, en }).hello('Mette')).toBe('Hej Mette')
  expect(pick('en', { da, en }).page.title).toBe('Today')
})

test('a missing English text does not compile', () => {
  const da = { a: 'a', f: (n: number) => `${n}` }
  // @ts-expect-error f is missing
  const en: Messages<typeof da> = { a: 'a' }
  expect(en.a).toBe('a')
})

test('lists are joined as one says them', () => {
  expect(joinList('da', [])).toBe('')
  expect(joinList('da', ['Mette'])).toBe('Mette')
  expect(joinList('da', ['Mette', 'Jonas'])).toBe('Mette og Jonas')
  expect(joinList('da', ['Mette', 'Jonas', 'Ida'])).toBe('Mette, Jonas og Ida')
  expect(joinList('en', ['Mette', 'Jonas', 'Ida'], 'or')).toBe('Mette, Jonas or Ida')
})

test('plural and genitive', () => {
  expect(plural(1, 'dag', 'dage')).toBe('1 dag')
  expect(words('da').months(7)).toBe('7 måneder')
  expect(genitive('da', 'Mette')).toBe('Mettes')
  expect(genitive('da', 'Jonas')).toBe("Jonas'")
  expect(genitive('en', 'Jonas')).toBe("Jonas's")
})

test('pages are Danish unless somebody chose English', () => {
  expect(localeFrom(new Headers())).toBe('da')
  expect(localeFrom(new Headers({ 'accept-language': 'en-US,en;q=0.9' }))).toBe('da')
  expect(localeFrom(new Headers({ cookie: 'a=b; sprog=en; c=d' }))).toBe('en')
  expect(localeFrom(new Headers({ cookie: 'sprog=xx' }))).toBe('da')
  expect(localeFrom(new Headers({ cookie: 'xsprog=en' }))).toBe('da')
})

test('the API also listens to Accept-Language', () => {
  expect(apiLocaleFrom(new Headers({ 'accept-language': 'fr, da;q=0.4, en-GB;q=0.8' }))).toBe('en')
  expect(apiLocaleFrom(new Headers({ 'accept-language': 'en', cookie: 'sprog=da' }))).toBe('da')
  expect(apiLocaleFrom(new Headers({ 'accept-language': 'de' }))).toBe('da')
})

const Form = z.object({
  name: z.string().min(1),
  note: z.string().max(3),
  mail: z.email(),
  age: z.number().int().min(0).max(120),
  sector: z.enum(['school', 'health']),
  members: z.array(z.object({ first: z.string() })).min(1),
  agreed: z.boolean(),
  postcode: z.string().refine(
    (s) => /^\d{4}$/.test(s),
    said({ da: 'Skriv et postnummer med fire cifre', en: 'Write a postcode of four digits' }),
  ),
})
const bad = { name: '', note: 'abcd', mail: 'x', age: 130, sector: 'no', members: [{ first: 1 }], postcode: '12' }

test('a failed form says what to do, field by field, in Danish and in English', () => {
  const messages = (locale: 'da' | 'en') => {
    const result = Form.safeParse(bad, { error: fieldErrors(locale) })
    return Object.fromEntries(fieldIssues(result.error ?? new z.ZodError([])).map(({ field, message }) => [field, message]))
  }
  expect(messages('da')).toEqual({
    name: 'Feltet skal udfyldes',
    note: 'Skriv højst 3 tegn',
    mail: 'Skriv en e-mailadresse, for eksempel navn@eksempel.dk',
    age: 'Tallet må højst være 120',
    sector: 'Vælg en af mulighederne',
    'members.0.first': 'Det kan ikke stå her',
    agreed: 'Vælg ja eller nej',
    postcode: 'Skriv et postnummer med fire cifre',
  })
  expect(messages('en')['postcode']).toBe('Write a postcode of four digits')
  expect(messages('en')['name']).toBe('Fill in this field')
})

test('missing, unknown, numbers and lists have sentences of their own', () => {
  const first = (schema: z.ZodType, raw: unknown) => schema.safeParse(raw, { error: fieldErrors('da') }).error?.issues[0]?.message
  expect(first(z.string(), undefined)).toBe('Feltet skal udfyldes')
  expect(first(z.enum(['a', 'b']), undefined)).toBe('Feltet skal udfyldes')
  expect(first(z.number(), 'x')).toBe('Skriv et tal')
  expect(first(z.int(), 1.5)).toBe('Skriv et helt tal')
  expect(first(z.number().gt(0), 0)).toBe('Tallet skal være større end 0')
  expect(first(z.number().multipleOf(5), 3)).toBe('Tallet skal kunne deles med 5')
  expect(first(z.array(z.string()).min(1), [])).toBe('Vælg mindst én')
  expect(first(z.array(z.string()).max(1), ['a', 'b'])).toBe('Vælg højst 1')
  expect(first(z.string().min(5), 'abc')).toBe('Skriv mindst 5 tegn')
  expect(first(z.string().min(5), '')).toBe('Feltet skal udfyldes')
  expect(first(z.strictObject({}), { x: 1 })).toBe('Feltet x kender vi ikke')
  expect(first(z.string().min(1, 'Skriv jeres håb'), '')).toBe('Skriv jeres håb')
})
