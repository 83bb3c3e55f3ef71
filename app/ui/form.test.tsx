import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CheckboxGroup, RadioGroup } from './choice.tsx'
import { LocaleProvider } from './context.tsx'
import { DateFields } from './date-fields.tsx'
import { TextArea, TextField } from './fields.tsx'
import { ErrorSummary, fieldId, Form, toFieldErrors } from './form.tsx'
import { Gallery } from './gallery.tsx'
import { StaffShell } from './shell.tsx'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const ids = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
const choices = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

const errors = {
  aim: 'Skriv, hvad I håber på',
  'start.month': 'Skriv måneden',
  who: 'Vælg, hvem',
  help: 'Vælg hjælp',
  'goals[0].text': 'Skriv målet',
}
const form = (
  <Form action="/x" errors={errors}>
    <TextArea name="aim" label="Håb" hint="Kort" limit={100} />
    <DateFields name="start" legend="Start" />
    <RadioGroup name="who" legend="Hvem" choices={choices} />
    <CheckboxGroup name="help" legend="Hjælp" choices={choices} />
    <TextField name="goals[0].text" label="Mål" />
  </Form>
)

test('DKFDS: each error stands in the summary with the words of its field, and links to a control', () => {
  const markup = html(form)
  for (const [name, text] of Object.entries(errors)) {
    expect(markup).toContain(`<a class="function-link" href="#${fieldId(name)}">${text}</a>`)
    expect(markup).toMatch(new RegExp(`<(input|textarea)[^>]* id="${fieldId(name)}"`))
    expect(markup.split(text)).toHaveLength(3)
  }
})

test('WCAG 3.3.1: a faulty field is marked and described by hint, error and limit, all of which exist', () => {
  const markup = html(form)
  expect(markup).toMatch(/<textarea[^>]*aria-invalid="true" aria-describedby="f-aim-hint f-aim-error f-aim-limit"/)
  const present = ids(markup)
  for (const [, described] of markup.matchAll(/aria-describedby="([^"]+)"/g)) {
    for (const id of (described ?? '').split(' ')) expect(present).toContain(id)
  }
})

test('only the faulty part of a date is marked', () => {
  const markup = html(form)
  expect(markup).toMatch(/ id="f-start-month"[^>]*aria-invalid="true"/)
  expect(markup).not.toMatch(/ id="f-start"[^>]*aria-invalid/)
})

test('the summary interrupts, and is absent when all is well', () => {
  expect(html(<ErrorSummary errors={{ a: 'Fejl' }} />)).toContain('role="alert"')
  expect(html(<ErrorSummary errors={{}} />)).toBe('')
})

test('issues become one error per field, the first', () => {
  expect(
    toFieldErrors([
      { path: ['goals', 0, 'text'], message: 'A' },
      { path: 'aim', message: 'B' },
      { path: 'aim', message: 'C' },
    ]),
  ).toEqual({ 'goals.0.text': 'A', aim: 'B' })
})

test('a posted form carries the token of its shell, a search does not', () => {
  const inside = (method: 'get' | 'post') =>
    html(
      <LocaleProvider locale="da" csrf="abc">
        <Form method={method}>x</Form>
      </LocaleProvider>,
    )
  expect(inside('post')).toContain('<input type="hidden" name="csrf" value="abc"/>')
  expect(inside('get')).not.toContain('csrf')
})

test('every component stands in both languages, without an id twice and without styles in the markup', () => {
  for (const locale of ['da', 'en'] as const) {
    const markup = html(
      <StaffShell municipality={{ name: 'Prøveby' }} locale={locale} csrf="t" user={{ name: 'A' }} nav={[]} searchAction="/s">
        <Gallery />
      </StaffShell>,
    )
    const all = ids(markup)
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
    expect(markup).not.toContain('style=')
    expect(markup).not.toMatch(/<script|onclick=/)
  }
})
