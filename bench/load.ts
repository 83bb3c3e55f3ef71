import { quantile } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const PEOPLE = 100
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60)
/** Between two clicks of one person, who reads in between. */
const THINK_MS = Number(process.env['BENCH_THINK_MS'] ?? 5000)

/** A hundred signed-in people for a minute: lists, families, plans, people, and every tenth time a draft is saved. No error may occur. */
export async function run({ base, signedIn }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  const people = await signedIn(PEOPLE)
  const took: number[] = []
  const errors: string[] = []
  const until = performance.now() + SECONDS * 1000
  await Promise.all(people.map(async (who, i) => {
    await pause((i * THINK_MS) / PEOPLE)
    for (let n = i; performance.now() < until; n++) {
      const caseId = who.caseIds[n % who.caseIds.length]!
      const path = ['/familier', `/familier/${caseId}`, `/familier/${caseId}/planen`, `/familier/${caseId}/personer`][n % 4]!
      const started = performance.now()
      try {
        const answer = n % 10 === 9
          ? await fetch(`${base}/kladde/bench.${caseId}`, { method: 'POST', headers: { cookie: who.cookie, origin: base, 'content-type': 'application/x-www-form-urlencoded' }, body: `text=${n}` })
          : await fetch(base + path, { headers: { cookie: who.cookie } })
        await answer.arrayBuffer()
        if (!answer.ok) errors.push(`${answer.status} ${path}`)
      } catch (error) {
        errors.push(String(error))
      }
      took.push(performance.now() - started)
      await pause(THINK_MS)
    }
  }))
  if (errors.length > 0) throw new Error(`${errors.length} of ${took.length} requests failed: ${[...new Set(errors)].slice(0, 5).join('; ')}`)
  took.sort((a, b) => a - b)
  const p50 = quantile(took, 0.5)
  return [
    { name: 'load requests', value: took.length / SECONDS, unit: 'per second', against: `${PEOPLE} people, a click every ${THINK_MS / 1000} s, ${SECONDS} s, no error`, ratio: null },
    { name: 'load p95', value: quantile(took, 0.95), unit: 'ms', against: 'the median of the same run', ratio: quantile(took, 0.95) / p50 },
  ]
}
const pause = (ms: number) => new Promise((r) => setTimeout(r, ms))
