/* First and last names that are common in Denmark, mixed by chance: nobody is meant. */

export const WOMEN = (
  'Anne Mette Kirsten Hanne Maria Louise Camilla Sara Julie Katrine Line Stine Pernille Maja Tina Charlotte Fatima Amina ' +
  'Zainab Olena Agnieszka Thi Rikke Sofie Nanna Ida Signe Trine Lene Dorthe Amal Ayan Elif Ewa Ana'
).split(' ')
export const MEN = (
  'Peter Lars Michael Jens Thomas Henrik Søren Christian Martin Jan Rasmus Morten Anders Mikkel Kasper Jesper Ali Mohamed ' +
  'Yusuf Ahmed Piotr Oleksandr Tuan Mads Kenneth Brian Nikolaj Simon Daniel Jakob Hassan Emre Ivan Omar Carlos'
).split(' ')
export const GIRLS = (
  'Alma Ella Freja Ida Clara Emma Olivia Karla Agnes Nora Luna Lily Isabella Mathilde Josefine Laura Asta Aya Maryam Leyla ' +
  'Hana Sofia Liva Ellie Frida'
).split(' ')
export const BOYS = (
  'William Noah Oscar Carl Lucas Victor Emil Malthe Alfred Oliver August Valdemar Arthur Elias Magnus Aksel Liam Adam ' +
  'Ibrahim Yahya Theo Felix Storm Otto Johan'
).split(' ')
export const FAMILY_NAMES = (
  'Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen ' +
  'Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Laursen Ali Ahmed Nguyen ' +
  'Hussein Yilmaz Kowalski Schmidt Lund Holm Dahl Bruun Kjær Friis Winther Bach'
).split(' ')
export const STREETS = (
  'Skolevej Bygaden Stationsvej Møllevej Engvej Birkevej Parkvej Vestergade Nygade Kirkevej Strandvej Lindevej Søndergade ' +
  'Åvej Rosenvej'
).split(' ')

/** Places that are on no map: what is made up can never be taken for a real municipality. */
const STARTS = [
  'Ager',
  'Birke',
  'Dal',
  'Ege',
  'Fjelde',
  'Grøn',
  'Hassel',
  'Kilde',
  'Linde',
  'Mose',
  'Nør',
  'Ravn',
  'Skov',
  'Sten',
  'Tranes',
]
const ENDS = ['borg', 'by', 'gård', 'holm', 'høj', 'lund', 'sund', 'vang', 'vig', 'å']

/** The nth invented municipality, a hundred of them: a code from 900 to 999, which no Danish municipality has. */
export function inventedPlace(n: number): { municipalityId: number; code: string; name: string } {
  if (n < 0 || n > 99) throw new RangeError('at most 100 municipalities')
  const name = `${STARTS[n % STARTS.length]}${ENDS[(n * 3 + Math.floor(n / STARTS.length) * 2) % ENDS.length]}`
  const letters = `${String.fromCharCode(97 + Math.floor(n / 26))}${String.fromCharCode(97 + (n % 26))}`
  return { municipalityId: 900 + ((n + 1) % 100), code: `opdigtet-${letters}`, name }
}

export const HOPES = [
  'At vi får ro i hverdagen',
  'At børnene har nogen at lege med',
  'At jeg kan sove om natten',
  'At få et arbejde, jeg kan holde til',
  'At vi kan betale regningerne',
  'At mit barn glæder sig til at komme i skole',
  'At vi ikke skændes om aftenen',
  'At komme ud blandt andre',
  'At jeg tør sige det, som det er',
  'At vi kan tage på ferie en gang',
  'At blive færdig med min uddannelse',
  'At der er en, der bliver ved med at være der',
]
export const GOALS = [
  'Vi kommer op i god tid',
  'Barnet er i skole hver dag',
  'En praktik, der passer til hverdagen',
  'Et budget, der går op',
  'Én fast aften til os selv',
  'To, vi kan ringe til',
  'Ti minutters læsning hver dag',
  'Regninger betales den første',
  'Barnet går til noget i fritiden',
  'Færre møder, og kun dem vi har valgt',
  'Vi taler uden at råbe',
  'Bolig med plads til alle',
]
export const ACTIVITIES: readonly [what: string, offer: string, minutes: number][] = [
  ['Familievejledning', 'Hjemmebesøg hver uge', 60],
  ['Praktik', 'Virksomhedspraktik', 900],
  ['Lektiecafé', 'Frivillige hjælper', 90],
  ['Svømning', 'Betalt af fritidspas', 60],
  ['Samtaler', 'Støttende samtaler', 60],
  ['Budgetrådgivning', 'Hver anden uge', 30],
  ['Forældrekursus', 'De Utrolige År', 150],
  ['Motion', 'Gåhold', 120],
  ['Danskundervisning', 'Aftenhold', 240],
  ['Børnegruppe', 'Otte gange', 90],
]
export const WORDS = [
  'Det giver mening',
  'Vi prøver',
  'Det er fint',
  'Jeg er lidt i tvivl',
  'Bare det ikke bliver flere møder',
  'Godt at nogen samler det',
  'Tak',
]
