import { createHash } from 'node:crypto'
import { createWriteStream, renameSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { migrations } from '../database/migrate.server.ts'
import { backedUpTables, rowsOf } from './tables.server.ts'

export const FORMAT = 'helhed-backup'
export const FORMAT_VERSION = 1
export type Header = { format: string; version: number; product: string; createdAt: string; migrations: { name: string; sha256: string }[] }
export type TableEnd = { rows: number; sha256: string }

/**
 * Writes all tables from one repeatable-read snapshot: gzipped lines; a header, then per table `#table`, its rows as JSON, `#end` with count and
 * checksum, and at last `#done` over everything. The file has mode 0600 and appears under its name only when it is whole.
 * @returns rows per table
 */
export async function backup(client: pg.Client, file: string, product: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  await client.query('begin isolation level repeatable read read only')
  try {
    const part = `${file}.part`
    await pipeline(Readable.from(lines(client, product, counts)), createGzip(), createWriteStream(part, { mode: 0o600, flags: 'w' }))
    renameSync(part, file)
    return counts
  } finally {
    await client.query('rollback')
  }
}

async function* lines(client: pg.Client, product: string, counts: Record<string, number>): AsyncGenerator<string> {
  const all = createHash('sha256')
  const { rows } = await client.query<{ now: Date }>('select now()')
  const header: Header = { format: FORMAT, version: FORMAT_VERSION, product, createdAt: rows[0]!.now.toISOString(), migrations: migrations().map(({ name, sha256 }) => ({ name, sha256 })) }
  yield JSON.stringify(header) + '\n'
  for (const t of await backedUpTables(client)) {
    yield `#table ${JSON.stringify(t)}\n`
    const hash = createHash('sha256')
    let count = 0
    for await (const batch of rowsOf(client, t)) {
      for (const row of batch) hash.update(row).update('\n')
      count += batch.length
      yield batch.join('\n') + '\n'
    }
    const sha256 = hash.digest('hex')
    all.update(`${t.schema}.${t.table} ${count} ${sha256}\n`)
    counts[`${t.schema}.${t.table}`] = count
    yield `#end ${JSON.stringify({ rows: count, sha256 } satisfies TableEnd)}\n`
  }
  yield `#done ${all.digest('hex')}\n`
}

