import { attach, asOperator } from '../cli/database.ts'
import { seedSynthetic } from './synthetic.ts'
import pg from 'pg'
const original = pg.Client.prototype.query
const spent = new Map<string, [number, number]>()
let sql = 0
pg.Client.prototype.query = async function (this: pg.Client, ...args: any[]) { const s = Date.now(); const r = await (original as any).apply(this, args); const k = String(args[0]?.text ?? args[0]).replace(/\s+/g, ' ').slice(0, 40); const x = spent.get(k) ?? [0, 0]; x[0] += Date.now() - s; x[1]++; sql += Date.now() - s; spent.set(k, x); return r } as any
const t0 = Date.now()
await asOperator(async (client) => { await seedSynthetic(client, { municipalities: 1, families: 400, months: 24, random: 5, today: '2026-11-22' }, console.log); return 0 })
console.log('total', Date.now() - t0, 'sql', sql, 'cpu', process.cpuUsage().user / 1000)
console.log([...spent].sort((a, b) => b[1][0] - a[1][0]).slice(0, 14).map(([k, v]) => k + ' ' + v).join('\n'))
