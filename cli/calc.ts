import { text } from 'node:stream/consumers'
import { runCalc } from '#app/platform/calc/calc-command.ts'

export const help = 'any formula of the product: helhed calc TOPIC < input.json, or --batch'
export async function run(args: string[]): Promise<number> {
  const { stdout, exitCode } = runCalc(args, await text(process.stdin))
  process.stdout.write(stdout)
  return exitCode
}
