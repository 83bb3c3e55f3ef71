import { crc32, deflateSync } from 'node:zlib'

/* Drawn faces for the demo's colleagues: nobody's photo. */

type Colour = readonly [number, number, number]
export type Looks = { skin: Colour; hair: Colour; shirt: Colour; wall: Colour; long?: boolean; beard?: boolean }

const SIZE = 256
const inside = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1

/** What stands at a point: from front to back eyes and mouth, beard, hair over the brow, face, hair behind, shirt, wall. */
function colourAt(l: Looks, x: number, y: number): Colour {
  const dark: Colour = [50, 42, 40]
  if (inside(x, y, 106, 118, 6, 7) || inside(x, y, 150, 118, 6, 7)) return dark
  if (inside(x, y, 128, 152, 20, 10) && y > 152) return [176, 90, 84]
  if (l.beard && inside(x, y, 128, 146, 46, 52) && y > 146 && !inside(x, y, 128, 154, 24, 13)) return l.hair
  if (inside(x, y, 128, 76, 56, 36) && y < 88) return l.hair
  if (inside(x, y, 128, 126, 50, 64)) return l.skin
  if (inside(x, y, 128, 108, 62, 66) || (l.long && inside(x, y, 128, 150, 66, 70))) return l.hair
  if (Math.abs(x - 128) < 20 && y > 170 && y < 210) return l.skin
  return inside(x, y, 128, 282, 100, 84) ? l.shirt : l.wall
}

/** A PNG of 256 × 256 points, its edges smoothed by looking at four points of each. */
export function facePicture(looks: Looks): Buffer {
  const rows: Buffer[] = []
  for (let y = 0; y < SIZE; y++) {
    const row = Buffer.alloc(1 + SIZE * 3)
    for (let x = 0; x < SIZE; x++) {
      const four = [0.25, 0.75].flatMap((dy) => [0.25, 0.75].map((dx) => colourAt(looks, x + dx, y + dy)))
      for (let c = 0; c < 3; c++) row[1 + x * 3 + c] = Math.round(four.reduce((sum, one) => sum + (one[c] ?? 0), 0) / 4)
    }
    rows.push(row)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIZE, 0)
  head.writeUInt32BE(SIZE, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
