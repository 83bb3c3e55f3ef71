/* MEET-23: a photo of a colleague. Read byte by byte: what is kept is a picture and nothing that was hidden in the file. Pure. */

export const photoLimits = { bytes: 1_500_000, leastPixels: 100, mostPixels: 4000 } as const
export type PhotoProblem = 'not-a-picture' | 'too-large' | 'too-many-pixels' | 'too-few-pixels'
export type Photo = { mime: 'image/png' | 'image/jpeg'; width: number; height: number; bytes: Uint8Array }

/** A PNG or JPEG within the limits, without place, time and camera written into it; or what is wrong. */
export function readPhoto(file: Uint8Array): Photo | { problem: PhotoProblem } {
  if (file.length > photoLimits.bytes) return { problem: 'too-large' }
  const photo = isPng(file) ? readPng(file) : file[0] === 0xff && file[1] === 0xd8 ? readJpeg(file) : null
  if (!photo) return { problem: 'not-a-picture' }
  if (Math.max(photo.width, photo.height) > photoLimits.mostPixels) return { problem: 'too-many-pixels' }
  return Math.min(photo.width, photo.height) < photoLimits.leastPixels ? { problem: 'too-few-pixels' } : photo
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const isPng = (file: Uint8Array) => PNG.every((byte, i) => file[i] === byte)
const view = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset, file.byteLength)
/** Chunks of a PNG that draw the picture; all others (text, time, Exif) are left out. */
const DRAWN = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'sBIT']

function readPng(file: Uint8Array): Photo | null {
  const data = view(file)
  const kept: Uint8Array[] = [file.slice(0, 8)]
  let at = 8
  let size: { width: number; height: number } | null = null
  while (at + 12 <= file.length) {
    const length = data.getUint32(at)
    const kind = String.fromCharCode(...file.slice(at + 4, at + 8))
    const end = at + 12 + length
    if (end > file.length) return null
    if (kind === 'IHDR' && length === 13) size = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) }
    else if (!size) return null
    if (DRAWN.includes(kind)) kept.push(file.slice(at, end))
    if (kind === 'IEND') return size && { mime: 'image/png', ...size, bytes: joined(kept) }
    at = end
  }
  return null
}

/** Start-of-frame markers, which tell width and height. */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]

function readJpeg(file: Uint8Array): Photo | null {
  const data = view(file)
  const kept: Uint8Array[] = [file.slice(0, 2)]
  let at = 2
  let size: { width: number; height: number } | null = null
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1] ?? 0
    const end = at + 2 + data.getUint16(at + 2)
    if (end > file.length) return null
    if (FRAMES.includes(marker)) size = { height: data.getUint16(at + 5), width: data.getUint16(at + 7) }
    // APP1 to APP15 and comments hold place, time and camera; APP0 (JFIF) and APP14 (colours) are needed to draw.
    const told = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!told) kept.push(file.slice(at, end))
    if (marker === 0xe1) kept.push(...turned(file.subarray(at + 4, end)))
    if (marker === 0xda) {
      const tail = file.slice(end)
      return size && endsWell(tail) ? { mime: 'image/jpeg', ...size, bytes: joined([...kept, tail]) } : null
    }
    at = end
  }
  return null
}
/** Of what a camera wrote, only which way up the picture is. */
function turned(exif: Uint8Array): Uint8Array[] {
  if (exif.length < 20 || String.fromCharCode(...exif.slice(0, 4)) !== 'Exif') return []
  const data = view(exif.subarray(6))
  const little = data.getUint16(0) === 0x4949
  const directory = data.getUint32(4, little)
  if (directory + 2 > data.byteLength) return []
  for (let i = 0; i < data.getUint16(directory, little); i++) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > data.byteLength) return []
    if (data.getUint16(entry, little) !== 0x0112) continue
    const way = data.getUint16(entry + 8, little)
    return way > 1 && way <= 8 ? [new Uint8Array([...ORIENTATION, 0, way, 0, 0, 0, 0, 0, 0])] : []
  }
  return []
}
// An Exif segment that holds the orientation and nothing else; its value and the end of the list follow.
const ORIENTATION = [
  0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1,
]
const endsWell = (tail: Uint8Array) => {
  let last = tail.length - 1
  while (last > 1 && tail[last] === 0) last--
  return tail[last - 1] === 0xff && tail[last] === 0xd9
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
