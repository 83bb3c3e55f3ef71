import type { InformantKind } from '#app/catalogue/pack-instruments.ts'
import type { Filled } from './instruments.ts'
import type { Bands } from './norms.ts'
import type { Answers, Scores } from './scoring.ts'

/* A score as it stands: what was answered, what it came to, by whose rule and norms, and who said so. */

export type Person = { id: number; name: string; born: string | null; child: boolean }

/** A score that stands. */
export type Score = {
  id: number
  shelfId: number
  subjects: number[]
  sector: string
  category: string
  personId: number
  instrument: string
  version: string
  form: string
  informant: InformantKind
  informantPerson: number | null
  informantName: string
  answeredOn: string
  filled: Filled
  answers: Answers | null
  scores: Scores
  algorithm: string
  normSet: string | null
  normVersion: string | null
  normGroup: string
  bands: Bands
  writtenBy: string | null
  writtenOn: string
  onBehalfOf: number | null
}
