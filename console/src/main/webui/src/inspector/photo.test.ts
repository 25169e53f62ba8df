import { expect, it } from 'vitest'
import { exifOf, withExif } from './exif'
import { scaled } from './photo'

it.each([
  [4000, 3000, 2048, 1536],
  [3000, 4000, 1536, 2048],
  [2048, 2048, 2048, 2048],
  [640, 480, 640, 480],
  [20_000, 1, 2048, 1]
])('%i × %i becomes %i × %i', (width, height, newWidth, newHeight) => {
  expect(scaled(width, height)).toEqual({ width: newWidth, height: newHeight })
})

const START = [0xff, 0xd8]
const PICTURE = [0xff, 0xda, 0, 2, 9, 9]

/** An Exif segment with one entry: the orientation. */
function exif(little: boolean, orientation: number): number[] {
  const short = (value: number): number[] => (little ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const long = (value: number): number[] => (little ? [...short(value), 0, 0] : [0, 0, ...short(value)])
  const mark = little ? 0x49 : 0x4d
  const tiff = [mark, mark, ...short(42), ...long(8), ...short(1), ...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0]
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return [0xff, 0xe1, 0, body.length + 2, ...body]
}

it.each([true, false])('when and where a photo was taken goes along, but not how the camera was held', little => {
  const held = exif(little, 6)
  const jpeg = Uint8Array.from([...START, 0xff, 0xe0, 0, 3, 7, ...held, ...PICTURE])
  const found = exifOf(jpeg)
  expect([...found!]).toEqual(exif(little, 1))
  const joined = withExif(Uint8Array.from([...START, ...PICTURE]), found!)
  expect([...joined]).toEqual([...START, ...exif(little, 1), ...PICTURE])
})

it.each([
  ['nothing', []],
  ['no JPEG', [0x89, 0x50, 0x4e, 0x47, 1, 2]],
  ['a JPEG without Exif', [...START, ...PICTURE]],
  ['a segment that ends too early', [...START, 0xff, 0xe1, 0xff, 0xff, 1, 2]],
  ['a segment of another kind', [...START, 0xff, 0xe1, 0, 8, 1, 2, 3, 4, 5, 6, ...PICTURE]]
])('%s has no Exif', (_what, bytes) => {
  expect(exifOf(Uint8Array.from(bytes))).toBeUndefined()
})

it('a directory that points nowhere harms nothing', () => {
  const broken = exif(true, 6)
  broken[14] = 200
  expect(exifOf(Uint8Array.from([...START, ...broken, ...PICTURE]))).toEqual(Uint8Array.from(broken))
})
