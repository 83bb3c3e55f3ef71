import type { Column, ExtractTable } from './extract.ts'

/* What stands in each file of an extract beside the pseudonym: codes, numbers and months. A column that somebody could write words in is not here. */

type Head = Omit<ExtractTable, 'rows'>
const c = (name: string, da: string, en: string, values = ''): Column => ({ name, about: { da, en }, values })
const MONTH = c('maaned', 'Måned', 'Month')

export const VALUES: Head = {
  name: 'vaerdier',
  about: { da: 'Den månedlige registrering, en række for hvert tal', en: 'The monthly registration, a row for each value' },
  columns: [
    MONTH,
    c('indikator', 'Kode, se indikatorer.csv', 'Code, see indikatorer.csv'),
    c('tal', 'Trin på skalaen, timer, procent eller snit', 'Step of the scale, hours, per cent or grade'),
    c('andet_tal', 'Fremmøde i procent ved siden af timer', 'Attendance in per cent beside hours'),
    c('svar', 'Kode, hvor svaret ikke er et tal', 'Code where the answer is no number'),
    c('maade', 'Hvordan tallet kom', 'How the value came', 'judged|carried|counted|register'),
    c('set_maaned', 'Måneden for det sidste rigtige blik', 'Month of the last real look'),
    c('bekraeftet', '1: usædvanligt, og nogen har sagt ja, det passer', '1: odd, and somebody said yes, it is right', '0|1'),
  ],
}
export const SPELLS: Head = {
  name: 'forloeb',
  about: { da: 'Arbejde, uddannelse, skole, tilbud, fritid og forsørgelse, fra måned til måned', en: 'Work, education, school, offers, leisure and benefits, from month to month' },
  columns: [
    c('slags', 'Hvad det er', 'What it is', 'benefit|work|education|school|day-care|leisure-job|leisure-activity|offer'),
    c('status', 'Kode fra programmet', 'Code of the programme'),
    c('timer_pr_uge', 'Aftalte timer', 'Agreed hours a week'),
    c('fra', 'Måned', 'Month'),
    c('til', 'Måned; tom: i gang ved udtrækkets slutning', 'Month; empty: going on at the end of the extract'),
    c('slut_grund', 'Kode fra programmet', 'Code of the programme'),
  ],
}
export const ATTENDANCE: Head = {
  name: 'fremmoede',
  about: { da: 'Fremmøde og fravær for hvert forløb og hver måned', en: 'Attendance and absence of each spell and month' },
  columns: [
    MONTH,
    c('slags', 'Slags forløb', 'Kind of spell', 'work|education|school|day-care|offer|leisure-job|leisure-activity|benefit'),
    c('enhed', 'Timer, dage eller procent', 'Hours, days or per cent', 'hours|days|per-cent'),
    c('til_stede', 'Til stede', 'Present'),
    c('planlagt', 'Planlagt; tom ved procent', 'Planned; empty for per cent'),
    c('lovligt_fravaer', 'Lovligt fravær i samme enhed', 'Lawful absence in the same unit'),
    c('ulovligt_fravaer', 'Ulovligt fravær i samme enhed', 'Unlawful absence in the same unit'),
    c('maade', 'Hvordan tallet kom', 'How the value came', 'typed|register'),
  ],
}
export const ACTIVITIES: Head = {
  name: 'aktiviteter',
  about: { da: 'Aktiviteter i planen, en række for hver, der deltager', en: 'Activities of the plan, a row for each who takes part' },
  columns: [
    c('rytme', 'Hver uge eller en gang', 'Every week or once', 'weekly|once'),
    c('timer', 'Timer om ugen, eller hvor længe den ene varer', 'Hours a week, or how long the single one lasts'),
    c('fra', 'Måned', 'Month'),
    c('til', 'Måned; tom: i gang ved udtrækkets slutning', 'Month; empty: going on at the end of the extract'),
    c('til_et_maal', '1: hører til et af familiens mål', '1: belongs to a goal of the family', '0|1'),
    c('droppet', '1: opgivet', '1: given up', '0|1'),
  ],
}
export const RATINGS: Head = {
  name: 'egne_tal',
  about: { da: 'Hvad familien selv siger, fra 0 til 10', en: 'What the family itself says, from 0 to 10' },
  columns: [MONTH, c('spoergsmaal', 'Kode fra programmet', 'Code of the programme'), c('tal', '0 til 10', '0 to 10'), c('maade', 'Hvordan det blev sagt', 'How it was said', 'portal|paper|phone|meeting')],
}
export const SCORES: Head = {
  name: 'skemaer',
  about: { da: 'Resultater af skemaer, en række for hver skala', en: 'Scores of instruments, a row for each scale' },
  columns: [
    MONTH,
    c('skema', 'Kode og version', 'Code and version'),
    c('udfyldt_af', 'Hvem der svarede', 'Who answered', 'self|parent|teacher|professional'),
    c('skala', 'Kode', 'Code'),
    c('tal', 'Resultatet', 'The score'),
    c('norm', 'Valgt normsæt og version; tom: ingen', 'Norm set chosen, and version; empty: none'),
    c('beregning', 'Version af beregningen', 'Version of the scoring'),
  ],
}
export const CHALLENGES: Head = {
  name: 'udfordringer',
  about: { da: 'Særlige udfordringer for en person i en måned', en: 'Particular challenges of a person in a month' },
  columns: [MONTH, c('udfordring', 'Kode fra programmet', 'Code of the programme')],
}
