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
  stepBetter: 'et skridt til det bedre',
  stepWorse: 'et skridt den anden vej',
  notKnown: 'usikkerheden er ikke kendt',
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
    better: 'Det er blevet tydeligt bedre.',
    stepBetter: 'Det er blevet bedre.',
    small: 'Det er næsten som før.',
    none: 'Det er som før.',
    worse: 'Det er sværere end før. Tal med os om det.',
    early: 'Det er lidt lavere nu. Sådan er det tit i starten.',
    once: 'Det er målt én gang. Næste gang kan du se, om der sker noget.',
    unknown: 'Her er tallene.',
    from: (from: string, to: string, since: string) => `Fra ${from} til ${to} siden ${since}.`,
    at: (value: string, since: string) => `${value} i ${since}.`,
    low: 'Her er et lavt tal godt.',
  },
}
const en: Messages<typeof da> = {
  fromTo: (from, to, since) => `from ${from} to ${to} since ${since}`,
  first: (value, since) => `${value} in ${since}`,
  same: (value, since) => `${value} as in ${since}`,
  better: 'a clear change to the better',
  worse: 'a clear change the other way',
  stepBetter: 'a step to the better',
  stepWorse: 'a step the other way',
  notKnown: 'the uncertainty is not known',
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
    better: 'It has become clearly better.',
    stepBetter: 'It has become better.',
    small: 'It is nearly as before.',
    none: 'It is as before.',
    worse: 'It is harder than before. Talk to us about it.',
    early: 'It is a little lower now. It often is at first.',
    once: 'It was measured once. Next time you can see whether anything happens.',
    unknown: 'Here are the numbers.',
    from: (from, to, since) => `From ${from} to ${to} since ${since}.`,
    at: (value, since) => `${value} in ${since}.`,
    low: 'Here a low number is good.',
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

/** The category in words: "for lille til at være sikker på". @param brief the page says elsewhere what a step is, and that its uncertainty is not known */
export function judgementText(locale: Locale, s: Standing, brief = false): string {
  const m = pick(locale, { da, en })
  if (s.why === 'once') return m.once
  if (s.early) return s.judgement === 'unknown' ? m.earlyCounted : m.early
  if (s.difference === 0) return m.none
  if (s.why === 'counted') return m.counted
  if (s.why === 'no-error') return m.noError
  const step = (text: string) => (brief ? text : `${text}; ${m.notKnown}`)
  if (s.judgement === 'better') return s.rule === 'step' ? step(m.stepBetter) : m.better
  if (s.judgement === 'worse') return s.rule === 'step' ? step(m.stepWorse) : m.worse
  return s.rule === 'step' ? m.smallStep : m.small
}

/** One line: "fra 3 til 5 siden august; for lille til at være sikker på". */
export function changeText(locale: Locale, line: Pick<Line, 'standing' | 'values'>, today: string, brief = false): string {
  const m = pick(locale, { da, en })
  const { standing: s } = line
  return `${numbersOf(locale, line, today)}; ${s.difference === 0 && s.why !== 'once' ? m.none : judgementText(locale, s, brief)}`
}

function numbersOf(locale: Locale, line: Pick<Line, 'standing' | 'values'>, today: string): string {
  const m = pick(locale, { da, en })
  const { baseline, latest } = line.standing
  const since = sinceText(locale, baseline.point.on, today)
  const [from, to] = [valueText(locale, line, baseline.point.value), valueText(locale, line, latest.value)]
  if (baseline.point === latest) return m.first(to, since)
  return from === to ? m.same(to, since) : m.fromTo(from, to, since)
}

/** To the person themselves, below the name of what is measured: short sentences, and no word of judgement that the number cannot carry. */
export function toYou(locale: Locale, line: Pick<Line, 'standing' | 'values' | 'measure'>, today: string): { said: string; numbers: string } {
  const m = pick(locale, { da, en }).you
  const { standing: s } = line
  const [since, lately] = [s.baseline.point.on, s.latest.on].map((on) => sinceText(locale, on, today)) as [string, string]
  const [from, to] = [valueText(locale, line, s.baseline.point.value), valueText(locale, line, s.latest.value)]
  const numbers = [from === to ? m.at(to, lately) : m.from(from, to, since), ...(line.measure.higherIsBetter ? [] : [m.low])].join(' ')
  return { said: saidToYou(m, s), numbers }
}
function saidToYou(m: typeof da.you, s: Standing): string {
  if (s.why === 'once') return m.once
  if (s.early) return m.early
  if (s.difference === 0) return m.none
  return s.judgement === 'better' && s.rule === 'step' ? m.stepBetter : m[s.judgement]
}
