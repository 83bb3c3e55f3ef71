// `npm run bench [-- NAME]`: each figure is measured beside what it is held against, in one run, and told as a ratio. JSON lines, then a table.
import { startProduct } from './product.ts'

export type Figure = { name: string; value: number; unit: string; against: string; ratio: number | null }
type Bench = (product: Awaited<ReturnType<typeof startProduct>>) => Promise<Figure[]>

const benches: Record<string, () => Promise<{ run: Bench }>> = {
  'family-page': () => import('./family-page.ts'),
  'project-page': () => import('./project-page.ts'),
  'plan-page': () => import('./plan-page.ts'),
  'my-day': () => import('./my-day.ts'),
  'row-security': () => import('./row-security.ts'),
  clock: () => import('./clock.ts'),
  registration: () => import('./registration.ts'),
  goals: () => import('./goals.ts'),
  import: () => import('./import.ts'),
  'import-registers': () => import('./registers.ts'),
  nation: () => import('./nation.ts'),
  load: () => import('./load.ts'),
}
const wanted = process.argv[2]
if (wanted && !(wanted in benches)) {
  console.error(`no bench "${wanted}"; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const product = await startProduct()
const figures: Figure[] = []
try {
  for (const [name, load] of Object.entries(benches)) {
    if (wanted && wanted !== name) continue
    for (const figure of await (await load()).run(product)) {
      figures.push(figure)
      console.log(JSON.stringify(figure))
    }
  }
} finally {
  await product.stop()
}
console.table(figures.map((f) => ({ ...f, value: Math.round(f.value * 100) / 100, ratio: f.ratio === null ? '' : Math.round(f.ratio * 100) / 100 })))
