import type { Attached } from './database.ts'

/** Demo data on the first start of a demo. */
export async function seedDemoIfEmpty(_: Attached, __: (line: string) => void): Promise<void> {}
