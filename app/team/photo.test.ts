import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { photoLimits, readPhoto } from './photo.ts'
import { jpegWith, pngOf } from './testing.ts'

test('MEET-23: a PNG within the limits is kept, without the texts in it', () => {
  const photo = readPhoto(pngOf(200, 240, 'secret place'))
  expect(photo).toMatchObject({ mime: 'image/png', width: 200, height: 240 })
  expect(Buffer.from('bytes' in photo ? photo.bytes : []).includes('secret place')).toBe(false)
  expect(readPhoto('bytes' in photo ? photo.bytes : new Uint8Array())).toEqual(photo)
})
test('MEET-23: what a camera wrote into a JPEG is left out, but which way up it is', () => {
  const photo = readPhoto(jpegWith({ width: 300, height: 400, orientation: 6, secret: 'GPS 55.7' }))
  expect(photo).toMatchObject({ mime: 'image/jpeg', width: 300, height: 400 })
  const bytes = Buffer.from('bytes' in photo ? photo.bytes : [])
  expect(bytes.includes('GPS 55.7')).toBe(false)
  expect(bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true)
  expect(readPhoto(bytes)).toMatchObject({ width: 300, height: 400 })
})
test('MEET-23: anything else is refused: other files, cut ones, too large, too small', () => {
  expect(readPhoto(Buffer.from('<svg onload="x"/>'))).toEqual({ problem: 'not-a-picture' })
  expect(readPhoto(Buffer.from('GIF89a'))).toEqual({ problem: 'not-a-picture' })
  expect(readPhoto(pngOf(200, 200).subarray(0, 60))).toEqual({ problem: 'not-a-picture' })
  expect(readPhoto(jpegWith({ width: 300, height: 400 }).subarray(0, 30))).toEqual({ problem: 'not-a-picture' })
  expect(readPhoto(new Uint8Array())).toEqual({ problem: 'not-a-picture' })
  expect(readPhoto(new Uint8Array(photoLimits.bytes + 1))).toEqual({ problem: 'too-large' })
  expect(readPhoto(pngOf(5000, 200))).toEqual({ problem: 'too-many-pixels' })
  expect(readPhoto(pngOf(20, 20))).toEqual({ problem: 'too-few-pixels' })
})
test('MEET-23: bytes that only look like a picture never throw', () => {
  for (let n = 0; n < 300; n++) {
    const noise = deflateSync(Buffer.from(`noise ${n}`))
    const head = n % 2 ? [0xff, 0xd8, 0xff, n % 256] : [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    expect(readPhoto(Buffer.concat([Buffer.from(head), noise]))).toHaveProperty('problem')
  }
})
