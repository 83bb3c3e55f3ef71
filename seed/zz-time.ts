import { attach } from '../cli/database.ts'
import { seedDemoIfEmpty } from '../cli/demo.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { installJobs } from '#app/jobs.ts'
import { prepareSignIn } from '#app/platform/auth/prepare.server.ts'
import pg from 'pg'
const t0 = Date.now(); const lap = (s: string) => console.log(s, Date.now() - t0)
const original = pg.Client.prototype.query
const spent = new Map<string, [number, number]>()
pg.Client.prototype.query = async function (this: pg.Client, ...args: any[]) { const s = Date.now(); const r = await (original as any).apply(this, args); const k = String(args[0]?.text ?? args[0]).slice(0, 60); const x = spent.get(k) ?? [0, 0]; x[0] += Date.now() - s; x[1]++; spent.set(k, x); return r } as any
const at = await attach(console.log)
lap('attached')
await migrate(at.ownerUrl!, at.appRole); lap('migrated')
await installJobs(at.ownerUrl!, at.appRole); lap('jobs')
await prepareSignIn(at.ownerUrl!, at.config)
spent.clear()
await seedDemoIfEmpty(at, console.log); lap('seeded')
console.log([...spent].sort((a, b) => b[1][0] - a[1][0]).slice(0, 14))
await at.release()
