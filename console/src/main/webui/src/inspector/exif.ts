// When and where a photo was taken stands in its Exif segment, which a canvas drops: it is taken along, marked as upright.
// JPEG: segments of a marker (FF xx) and a length; Exif: TIFF 6.0, whose first directory holds the orientation (tag 0x0112).

const START = 0xffd8
const EXIF_SEGMENT = 0xffe1
const PICTURE_FOLLOWS = 0xffda
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]
const ORIENTATION = 0x0112
const UPRIGHT = 1
const ENTRY = 12

/** The Exif segment of a JPEG, whole and marked as upright; undefined if there is none. */
export function exifOf(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.length < 4 || view.getUint16(0) !== START) {
    return undefined
  }
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2) + 2
    if (marker < 0xff00 || marker === PICTURE_FOLLOWS || at + length > jpeg.length) {
      return undefined
    }
    if (marker === EXIF_SEGMENT && EXIF.every((byte, i) => jpeg[at + 4 + i] === byte)) {
      const segment = Uint8Array.from(jpeg.subarray(at, at + length))
      setUpright(segment)
      return segment
    }
    at += length
  }
  return undefined
}

/** The same JPEG with the segment right at its beginning. */
export function withExif(jpeg: Uint8Array, segment: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(jpeg.length + segment.length)
  joined.set(jpeg.subarray(0, 2))
  joined.set(segment, 2)
  joined.set(jpeg.subarray(2), 2 + segment.length)
  return joined
}

function setUpright(segment: Uint8Array): void {
  const header = 4 + EXIF.length
  const tiff = new DataView(segment.buffer, segment.byteOffset + header, segment.length - header)
  if (tiff.byteLength < 8) {
    return
  }
  const little = tiff.getUint16(0) === 0x4949
  const directory = tiff.getUint32(4, little)
  if (directory + 2 > tiff.byteLength) {
    return
  }
  const entries = tiff.getUint16(directory, little)
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * ENTRY
    if (entry + ENTRY > tiff.byteLength) {
      return
    }
    if (tiff.getUint16(entry, little) === ORIENTATION) {
      tiff.setUint16(entry + 8, UPRIGHT, little)
      return
    }
  }
}
