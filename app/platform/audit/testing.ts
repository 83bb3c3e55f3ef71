import type { TestDatabase } from '#test/database.ts'

/** Appends a row to the chain as if somebody had done it at an instant (default now). */
export async function appendFor(t: TestDatabase, row: {
  municipality?: number; kind?: string; actor: number; event: string; caseId?: number | null; persons?: number[]; shelves?: number[]; bases?: string[]; at?: string; outcome?: 'done' | 'refused'
}): Promise<number> {
  if (row.at) await t.setNow(row.at)
  const { rows } = await t.owner.query<{ seq: string }>(`select access.append_audit_as($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', null, null) as seq`, [row.municipality ?? 766, row.kind ?? 'staff',
    row.actor, row.event, row.outcome ?? 'done', row.caseId ?? null, row.persons ?? [], row.shelves ?? [], row.bases ?? []])
  if (row.at) await t.setNow(null)
  return Number(rows[0]?.seq)
}
