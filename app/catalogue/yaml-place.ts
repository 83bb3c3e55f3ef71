import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'

/** One file of a pack: its name inside the pack's folder and its text. */
export type PackFile = { name: string; text: string }

/** A parsed file that can say on which line a field stands. */
export type PlacedFile = {
  name: string
  /** Plain data; undefined where the file cannot be read at all. */
  data: unknown
  syntaxErrors: { line: number; detail: string }[]
  /** The line (from 1) of a path, or of the nearest thing above it that exists. */
  lineOf: (path: readonly PropertyKey[]) => number
}

/** Parses YAML and keeps the line of every field. Never throws. */
export function placeYaml(file: PackFile): PlacedFile {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  const syntaxErrors = document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line, detail: error.message }))
  return {
    name: file.name,
    data: syntaxErrors.length === 0 ? document.toJS() : undefined,
    syntaxErrors,
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  }
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && one.key.value === step)
      if (!pair) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      if (node === undefined) return offset
      offset = startOf(node) ?? offset
    } else {
      return offset
    }
  }
  return offset
}

const startOf = (node: unknown): number | undefined => {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const range = node.range
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined
}
