import { cprAad } from '#app/platform/cpr/cpr-column.server.ts'
import { draftAad } from '#app/platform/drafts/drafts.server.ts'
import { type EncryptedColumn, rotateColumn } from '#app/platform/crypto/rotate.server.ts'
import { replyDraftAad } from '#app/inquiries/reply.ts'
import { concernAad } from '#app/concern/concern-content.ts'
import { extractKeyAad } from '#app/evaluation/extract.ts'
import { bodyAad } from '#app/platform/messages/message.ts'
import { fileAad } from '#app/sector-plans/file-column.server.ts'
import { asOperator, logOperator } from './database.ts'

export const help = 're-encrypt everything with the newest key of CPR_KEY'

/** Every encrypted column. Search terms in the audit log are part of its hash chain and keep their key: keep old keys in CPR_KEY as long as the log. */
export const ENCRYPTED: EncryptedColumn[] = [
  { table: 'person_cpr', column: 'cpr_encrypted', key: ['municipality_id', 'id'], bound: ['cpr_hash'], record: true, aad: (r) => cprAad(Number(r['municipality_id']), r['cpr_hash'] as Buffer) },
  { table: 'message', column: 'body', key: ['municipality_id', 'id'], bound: ['key'], aad: (r) => bodyAad(Number(r['municipality_id']), String(r['key'])) },
  { table: 'sector_plan_file', column: 'content', key: ['municipality_id', 'id'], bound: ['sha256'], record: true,
    aad: (r) => fileAad(Number(r['municipality_id']), String(r['sha256'])) },
  { table: 'inquiry_link', column: 'draft', key: ['municipality_id', 'id'], bound: ['token_hash'], aad: (r) => replyDraftAad((r['token_hash'] as Buffer).toString('hex')) },
  ...['concern', 'concern_addition', 'concern_assessment', 'concern_receipt'].map((table): EncryptedColumn => ({ table, column: 'content', key: ['municipality_id', 'id'], bound: ['content_key'],
    aad: (r) => concernAad(Number(r['municipality_id']), String(r['content_key'])) })),
  { table: 'extract_delivery', column: 'key', key: ['municipality_id', 'id'], bound: ['sha256'], aad: (r) => extractKeyAad(Number(r['municipality_id']), String(r['sha256'])) },
  { table: 'draft', column: 'content', key: ['municipality_id', 'actor_kind', 'actor_id', 'form'], bound: [],
    aad: (r) => draftAad(Number(r['municipality_id']), String(r['actor_kind']), Number(r['actor_id']), String(r['form'])) },
]

export async function run(): Promise<number> {
  return asOperator(async (client, at) => {
    for (const column of ENCRYPTED) console.log(`${column.table}.${column.column}: ${await rotateColumn(client, at.config.cprKeys, column)} renewed`)
    await logOperator(client, 'operator.rotate-keys', {})
    console.log('search terms in the audit log keep their key: leave old keys last in CPR_KEY as long as the log is kept')
    return 0
  })
}
