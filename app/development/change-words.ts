import { type Locale, type Messages, pick } from '#app/platform/i18n/messages.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import type { Line, Standing } from './development.ts'

/* What a page says about a change, in plain Danish (ux.md "Words"): never "significant", never a colour, never more than the numbers can carry. */

const da = {
  fromTo: (from: string, to: string, since: string) => `fra ${from} til ${to} siden ${since}`,
  first: (value: string, since: string) => `${value} i ${since}`,
  same: (value: string, since: string) => `${value} som i ${since}`,
  better: 'tydelig ændring til det bedre',
  worse: 'tydelig ændring den anden vej',
  stepBetter: 'et skridt til det bedre; usikkerheden er ikke kendt',
  stepWorse: 'et skridt den anden vej; usikkerheden er ikke kendt',
  small: 'for lille til at være sikker på',
  smallStep: 'mindre end et skridt',
  none: 'ingen ændring',
  early: 'lidt lavere i starten. Det er almindeligt i de første måneder',
  earlyCounted: 'lavere i starten. Det er almindeligt i de første måneder',
  once: 'målt én gang; der er ikke noget at sammenligne med endnu',
  counted: 'talt op; forskellen er, som den er',
  noError: 'kan ikke bedømmes; ingen har sagt, hvor meget der skal til',
  yes: 'ja',
  no: 'nej',
  // To the person, in sentences a slow reader can take (LIX at most 30).
  you: {
    better: (what: string) => `${what} er blevet tydeligt bedre.`,
    stepBetter: (what: string) => `${what} er blevet bedre.`,
    small: (what: string) => `${what} er næsten som før.`,
    none: (what: string) => `${what} er som før.`,
    worse: (what: string) => `${what} er sværere end før. Tal med os om det.`,
    early: (what: string) => `${what} er lidt lavere nu. Sådan er det tit i starten.`,
    once: (what: string) => `${what} er målt én gang. Næste gang kan du se, om der sker noget.`,
    from: (from: string, to: string, since: string) => `Fra ${from} til ${to} siden ${since}.`,
    at: (value: string, since: string) => `${value} i ${since}.`,
  },
}
const en: Messages<typeof da> = {
  fromTo: (from, to, since) => `from ${from} to ${to} since ${since}`,
  first: (value, since) => `${value} in ${since}`,
  same: (value, since) => `${value} as in ${since}`,
  better: 'a clear change to the better',
  worse: 'a clear change the other way',
  stepBetter: 'a step to the better; the uncertainty is not known',
  stepWorse: 'a step the other way; the uncertainty is not known',
  small: 'too small to be sure of',
  smallStep: 'less than a step',
  none: 'no change',
  early: 'a little lower at first. That is usual in the first months',
  earlyCounted: 'lower at first. That is usual in the first months',
  once: 'measured once; there is nothing to compare with yet',
  counted: 'counted; the difference is what it is',
  noError: 'cannot be judged; nobody has said how much it takes',
  yes: 'yes',
  no: 'no',
  you: {
    better: (what) => `${what} has become clearly better.`,
    stepBetter: (what) => `${what} has become better.`,
    small: (what) => `${what} is nearly as before.`,
    none: (what) => `${what} is as before.`,
    worse: (what) => `${what} is harder than before. Talk to us about it.`,
    early: (what) => `${what} is a little lower now. It often is at first.`,
    once: (what) => `${what} was measured once. Next time you can see whether anything happens.`,
    from: (from, to, since) => `From ${from} to ${to} since ${since}.`,
    at: (value, since) => `${value} in ${since}.`,
  },
}

/** At most one decimal: "7", "7,5". */
export const pointsText = (locale: Locale, value: number): string => new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 }).format(value)
/** Points that are needed, rounded up: somebody who has moved that far has moved enough. */
export const neededText = (locale: Locale, value: number): string => pointsText(locale, Math.ceil(value * 10 - 1e-6) / 10)

/** The value as one says it: a number, or the word of a choice. */
export const valueText = (locale: Locale, line: Pick<Line, 'values'>, value: number): string => line.values?.[String(value)] ?? pointsText(locale, value)

/** "august" in the same year, else "august 2025". */
function sinceText(locale: Locale, on: string, today: string): string {
  const whole = formatMonth(locale, on)
  return on.slice(0, 4) === today.slice(0, 4) ? whole.replace(/ \d{4}$/, '') : whole
}

/** The category in words: "for lille til at være sikker på". */
export function judgementText(locale: Locale, s: Standing): string {
  const m = pick(locale, { da, en })
  if (s.why === 'once') return m.once
  if (s.early) return s.judgement === 'unknown' ? m.earlyCounted : m.early
  if (s.difference === 0) return m.none
  if (s.why === 'counted') return m.counted
  if (s.why === 'no-error') return m.noError
  if (s.judgement === 'better') return s.rule === 'step' ? m.stepBetter : m.better
  if (s.judgement === 'worse') return s.rule === 'step' ? m.stepWorse : m.worse
  return s.rule === 'step' ? m.smallStep : m.small
}

/** One line: "fra 3 til 5 siden august; for lille til at være sikker på". */
export function changeText(locale: Locale, line: Pick<Line, 'standing' | 'values'>, today: string): string {
  const m = pick(locale, { da, en })
  const { standing: s } = line
  return `${numbersOf(locale, line, today)}; ${s.difference === 0 && s.why !== 'once' ? m.none : judgementText(locale, s)}`
}

function numbersOf(locale: Locale, line: Pick<Line, 'standing' | 'values'>, today: string): string {
  const m = pick(locale, { da, en })
  const { baseline, latest } = line.standing
  const since = sinceText(locale, baseline.point.on, today)
  const [from, to] = [valueText(locale, line, baseline.point.value), valueText(locale, line, latest.value)]
  if (baseline.point === latest) return m.first(to, since)
  return from === to ? m.same(to, since) : m.fromTo(from, to, since)
}

/** To the person themselves: two or three short sentences, no word of judgement that the number cannot carry. */
export function toYou(locale: Locale, line: Line, today: string): { said: string; numbers: string } {
  const m = pick(locale, { da, en }).you
  const { standing: s } = line
  const what = line.measure.label[locale]
  const since = sinceText(locale, s.baseline.point.on, today)
  const [from, to] = [valueText(locale, line, s.baseline.point.value), valueText(locale, line, s.latest.value)]
  if (s.why === 'once') return { said: m.once(what), numbers: m.at(to, since) }
  const numbers = m.from(from, to, since)
  if (s.early) return { said: m.early(what), numbers }
  if (s.difference === 0) return { said: m.none(what), numbers: m.at(to, sinceText(locale, s.latest.on, today)) }
  const said = { better: s.rule === 'step' ? m.stepBetter : m.better, worse: m.worse, small: m.small, unknown: null }[s.judgement]
  return { said: said?.(what) ?? `${what}.`, numbers }
}

