import pg from 'pg'
import { seedDemo } from '../seed/demo.ts'
import type { Attached } from './database.ts'

/** Demo data on the first start of a demo: only when there is no municipality yet. */
export async function seedDemoIfEmpty(at: Attached, say: (line: string) => void): Promise<void> {
  if (!at.ownerUrl || !(await isEmpty(at.ownerUrl))) return
  say('laver demoens familier / making the demo’s families …')
  await seedDemo(at.ownerUrl, at.config, (line) => say(`  ${line}`))
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query('select from municipality limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
