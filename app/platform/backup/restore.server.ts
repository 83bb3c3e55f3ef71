import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { migrations } from '../database/migrate.server.ts'
import { FORMAT, FORMAT_VERSION, type Header, type TableEnd } from './backup.server.ts'
import { backedUpTables, type BackedUp, qualified, rowsOf } from './tables.server.ts'

/** The file is not one of ours, is damaged, or belongs to another version. Nothing was changed. */
export class NotRestorable extends Error {
  name = 'NotRestorable'
}
type Constraint = { t: string; name: string; definition: string }

/**
 * Reads a backup into an empty, migrated database: all or nothing, in one transaction. Afterwards every table is read back and compared
 * with its checksum, foreign keys are made again (and so checked), and every audit chain is verified.
 * @returns rows per table @throws NotRestorable
 */
export async function restore(client: pg.Client, file: string): Promise<Record<string, number>> {
  await ensureEmpty(client)
  await client.query('begin')
  try {
    await client.query('delete from access.issuer') // `helhed migrate` has written them from the environment; the backup brings its own
    const tables = await backedUpTables(client)
    const constraints = await dropForeignKeys(client)
    await triggers(client, tables, 'disable')
    const ends = await load(client, file, tables)
    await triggers(client, tables, 'enable')
    for (const c of constraints) await client.query(`alter table ${c.t} add constraint ${client.escapeIdentifier(c.name)} ${c.definition}`)
    await moveSequences(client)
    await verify(client, tables, ends)
    await client.query('commit')
    return Object.fromEntries([...ends].map(([name, end]) => [name, end.rows]))
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function ensureEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from municipality')
  if (rows[0]!.n > 0) throw new NotRestorable('the database is not empty: restore goes into a new database only / databasen er ikke tom')
}

async function dropForeignKeys(client: pg.Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(`select conrelid::regclass::text as t, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and connamespace in ('public'::regnamespace, 'access'::regnamespace)`)
  for (const c of rows) await client.query(`alter table ${c.t} drop constraint ${client.escapeIdentifier(c.name)}`)
  return rows
}

async function triggers(client: pg.Client, tables: BackedUp[], how: 'enable' | 'disable'): Promise<void> {
  for (const t of tables) await client.query(`alter table ${qualified(client, t)} ${how} trigger user`)
}

async function load(client: pg.Client, file: string, tables: BackedUp[]): Promise<Map<string, TableEnd>> {
  const known = new Map(tables.map((t) => [`${t.schema}.${t.table}`, t]))
  const ends = new Map<string, TableEnd>()
  const reader = new Loader(client, known, ends)
  const input = createReadStream(file).pipe(createGunzip())
  // Lines come as fast as they are taken: readline pauses its input while a batch is written.
  const source = createInterface({ input, crlfDelay: Infinity })
  try {
    for await (const line of source) await reader.take(line)
  } catch (error) {
    if (error instanceof NotRestorable) throw error
    if ((error as { code?: string }).code?.startsWith('Z_')) throw new NotRestorable(`the file is damaged or not a backup: ${(error as Error).message}`)
    throw error
  }
  reader.ensureWhole()
  return ends
}

class Loader {
  #client: pg.Client
  #known: Map<string, BackedUp>
  #ends: Map<string, TableEnd>
  #header: Header | undefined
  #table: BackedUp | undefined
  #hash = createHash('sha256')
  #all = createHash('sha256')
  #rows = 0
  #batch: string[] = []
  #done = false
  constructor(client: pg.Client, known: Map<string, BackedUp>, ends: Map<string, TableEnd>) {
    this.#client = client
    this.#known = known
    this.#ends = ends
  }

  async take(line: string): Promise<void> {
    if (!this.#header) return this.#readHeader(line)
    if (line.startsWith('#table ')) return this.#begin(line.slice(7))
    if (line.startsWith('#end ')) return this.#end(parse<TableEnd>(line.slice(5)))
    if (line.startsWith('#done ')) return this.#finish(line.slice(6))
    this.#hash.update(line).update('\n')
    this.#rows++
    this.#batch.push(line)
    if (this.#batch.length >= 500) await this.#write()
    return undefined
  }

  ensureWhole(): void {
    if (!this.#done) throw new NotRestorable('the file ends too early')
    const missing = [...this.#known.keys()].filter((name) => !this.#ends.has(name))
    if (missing.length > 0) throw new NotRestorable(`the backup holds no ${missing.join(', ')}`)
  }

  #readHeader(line: string): void {
    const header = parse<Header>(line)
    if (header?.format !== FORMAT) throw new NotRestorable('this is not a Helhed backup')
    if (header.version !== FORMAT_VERSION) throw new NotRestorable(`the backup has format ${header.version}, this version reads ${FORMAT_VERSION}`)
    const mine = migrations().map((m) => `${m.name} ${m.sha256}`)
    const theirs = header.migrations.map((m) => `${m.name} ${m.sha256}`)
    if (mine.join() !== theirs.join()) throw new NotRestorable('the backup was made by another version of the database; restore it with that version and then run `helhed migrate`')
    this.#header = header
  }

  #begin(text: string): void {
    const t = parse<BackedUp>(text)
    const known = t && this.#known.get(`${t.schema}.${t.table}`)
    if (!known) throw new NotRestorable(`a table that this version does not know: ${text.slice(0, 80)}`)
    this.#table = known
    this.#hash = createHash('sha256')
    this.#rows = 0
  }

  async #end(end: TableEnd | undefined): Promise<void> {
    if (!end || !this.#table) throw new NotRestorable('the file is cut or damaged: a table ends in the middle of a line')
    await this.#write()
    const name = `${this.#table.schema}.${this.#table.table}`
    const sha256 = this.#hash.digest('hex')
    if (end.rows !== this.#rows || end.sha256 !== sha256) throw new NotRestorable(`${name}: the checksum does not fit; the file is damaged`)
    this.#all.update(`${name} ${end.rows} ${sha256}\n`)
    this.#ends.set(name, end)
  }

  #finish(sha256: string): void {
    if (this.#all.digest('hex') !== sha256) throw new NotRestorable('the checksum over all tables does not fit; the file is damaged')
    this.#done = true
  }

  async #write(): Promise<void> {
    if (this.#batch.length === 0) return
    const t = qualified(this.#client, this.#table!)
    const text = `[${this.#batch.join(',')}]`
    if (parse(text) === undefined) throw new NotRestorable('the file is damaged: a row cannot be read')
    await this.#client.query(`insert into ${t} select r.* from jsonb_populate_recordset(null::${t}, $1::jsonb) r`, [text])
    this.#batch = []
  }
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ t: string; c: string; s: string }>(`select c.oid::regclass::text as t, a.attname as c, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as s
    from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace in ('public'::regnamespace, 'access'::regnamespace) and a.attidentity <> '' and not a.attisdropped`)
  for (const r of rows) await client.query(`select setval($1::regclass, (select coalesce(max(${client.escapeIdentifier(r.c)}), 0) + 1 from ${r.t}), false)`, [r.s])
}

async function verify(client: pg.Client, tables: BackedUp[], ends: Map<string, TableEnd>): Promise<void> {
  for (const t of tables) {
    const hash = createHash('sha256')
    for await (const batch of rowsOf(client, t)) for (const row of batch) hash.update(row).update('\n')
    const name = `${t.schema}.${t.table}`
    if (hash.digest('hex') !== ends.get(name)!.sha256) throw new NotRestorable(`${name}: what was read back is not what the backup holds`)
  }
  const { rows } = await client.query<{ municipality_id: number; reason: string | null }>('select m.municipality_id, v.reason from municipality m, lateral access.verify_audit(m.municipality_id) v where v.reason is not null')
  if (rows[0]) throw new NotRestorable(`the audit log of municipality ${rows[0].municipality_id} does not verify: ${rows[0].reason}`)
}
