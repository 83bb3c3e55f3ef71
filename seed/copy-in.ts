import { once } from 'node:events'
import type pg from 'pg'

/** The wire of a client while rows go in; as pg's own, of which the types know a part. */
type Wire = pg.Connection & { sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void; sendCopyFail: (why: string) => void }

/** A COPY from this process as a query of pg: chunks are taken as fast as the server takes them. */
class CopyIn implements pg.Submittable {
  text: string
  chunks: Iterable<Buffer>
  failed: Error | null = null
  settle: (error: Error | null) => void
  constructor(text: string, chunks: Iterable<Buffer>, settle: (error: Error | null) => void) {
    this.text = text
    this.chunks = chunks
    this.settle = settle
  }
  submit(wire: pg.Connection): void {
    wire.query(this.text)
  }
  handleCopyInResponse(wire: Wire): void {
    this.send(wire).catch((error: unknown) => {
      this.failed = error instanceof Error ? error : new Error(String(error))
      wire.sendCopyFail(this.failed.message)
    })
  }
  private async send(wire: Wire): Promise<void> {
    for (const chunk of this.chunks) {
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
    }
    wire.endCopyFrom()
  }
  handleCommandComplete(): void {}
  handleError(error: Error): void {
    this.failed ??= error
    this.settle(this.failed)
  }
  handleReadyForQuery(): void {
    this.settle(this.failed)
  }
}

/**
 * Rows into a table by COPY.
 * @param lines of COPY's text format, each ended by a line break; the caller takes care of its escapes
 * @throws what the database said; nothing of the statement is there then
 */
export function copyIn(client: pg.ClientBase, table: string, columns: readonly string[], lines: Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(`copy ${table} (${columns.join(', ')}) from stdin`, inChunks(lines), (error) => (error ? reject(error) : resolve())))
  })
}

const CHUNK = 1 << 16
function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length >= CHUNK) {
      yield Buffer.from(text)
      text = ''
    }
  }
  if (text !== '') yield Buffer.from(text)
}
