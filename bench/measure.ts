/** Milliseconds of each call, sorted. The first tenth warms up and is not counted. */
export async function times(n: number, work: () => Promise<unknown>): Promise<number[]> {
  const warm = Math.ceil(n / 10)
  const all: number[] = []
  for (let i = 0; i < n + warm; i++) {
    const started = performance.now()
    await work()
    if (i >= warm) all.push(performance.now() - started)
  }
  return all.sort((a, b) => a - b)
}
/** The value below which a share of a sorted list lies. */
export const quantile = (sorted: number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
export const median = (sorted: number[]): number => quantile(sorted, 0.5)
