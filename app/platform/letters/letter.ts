import type { Locale } from '../i18n/messages.ts'

/** One part of a letter's body. All texts are plain: nothing in them is ever read as markup. */
export type LetterBlock =
  | { kind: 'heading'; text: string }
  /** A heading below one. */
  | { kind: 'subheading'; text: string }
  /** A line in small print. */
  | { kind: 'note'; text: string }
  /** A paragraph; a line break in it stays one. */
  | { kind: 'text'; text: string }
  /** Somebody's own words, in quotation marks, with who said them. */
  | { kind: 'quote'; text: string; by?: string }
  | { kind: 'list'; items: readonly string[]; numbered?: boolean }
  /** Every row has a cell per column; "" for an empty one. */
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  /** A question to answer with a pen: a box before each option. */
  | { kind: 'choices'; question: string; options: readonly string[] }
  /** Lines to sign on, with what to write under each ("Mette, mor"), and one for the date. */
  | { kind: 'signatures'; lines: readonly string[] }
  /** Empty lines to write on. */
  | { kind: 'writing'; label: string; lines: number }
  /** A frame to draw or write in, over the rest of the page. */
  | { kind: 'drawing'; label: string }
  | { kind: 'pageBreak' }

export type Letter = {
  locale: Locale
  /** The municipality and department, with lines such as address and telephone. */
  sender: { name: string; lines: readonly string[] }
  /** Whom it is for, with the lines of the address. Left out on a form that is handed over. */
  recipient?: { name: string; lines: readonly string[] }
  /** Plain date of the letter. */
  date: string
  /** The case's key as it may be quoted in an answer; never a CPR number. */
  reference?: string
  title: string
  /** Large type and no place for an address: for a child, or for anybody who reads slowly. */
  large?: boolean
  blocks: readonly LetterBlock[]
  /** Who signs: "Venlig hilsen", the name, the post. */
  closing?: { name: string; role?: string }
}
