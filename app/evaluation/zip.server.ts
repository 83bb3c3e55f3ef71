import { crc32 } from 'node:zlib'

/*
 * A zip of a few text files, not compressed and always dated 1 January 2000: the same files give the same bytes on every machine and with every version of a library (APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16).
 */

export type ZipFile = { name: string; content: string }
const DATE = (20 << 9) | (1 << 5) | 1
const UTF8 = 0x0800

/** @param files names in ASCII, in the order in which they shall lie */
export function zip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const [name, content] = [Buffer.from(file.name), Buffer.from(file.content)]
    const common = numbers([2, 20], [2, UTF8], [2, 0], [2, 0], [2, DATE], [4, crc32(content)], [4, content.length], [4, content.length], [2, name.length], [2, 0])
    const local = Buffer.concat([numbers([4, 0x04034b50]), common, name, content])
    central.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), common, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name]))
    parts.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, offset], [2, 0])
  return Buffer.concat([...parts, directory, end])
}

/** Little-endian numbers one after the other: [bytes, value]. */
function numbers(...fields: [2 | 4, number][]): Buffer {
  const out = Buffer.alloc(fields.reduce((n, [size]) => n + size, 0))
  let at = 0
  for (const [size, value] of fields) at = size === 2 ? out.writeUInt16LE(value, at) : out.writeUInt32LE(value, at)
  return out
}
