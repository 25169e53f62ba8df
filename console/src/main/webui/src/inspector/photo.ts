import { exifOf, withExif } from './exif'

/** Wide enough to read a nameplate, small enough for a village's network. */
const LONGEST_SIDE = 2048
const QUALITY = 0.85
const SMALL_ENOUGH = 1_500_000

/** How large a picture becomes; never larger than it was. */
export function scaled(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/**
 * A photo as it is sent: upright, at most 2048 pixels wide and high, with the time and the place that the camera wrote into it. One that is
 * small enough goes as it is.
 *
 * @throws DOMException if it is no picture that the browser can read
 */
export async function smaller(photo: Blob): Promise<Blob> {
  const image = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  try {
    const { width, height } = scaled(image.width, image.height)
    if (photo.type === 'image/jpeg' && photo.size <= SMALL_ENOUGH && width === image.width) {
      return photo
    }
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    const drawn = await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new DOMException('no picture', 'EncodingError'))), 'image/jpeg', QUALITY)
    )
    const exif = exifOf(new Uint8Array(await photo.arrayBuffer()))
    return exif ? new Blob([withExif(new Uint8Array(await drawn.arrayBuffer()), exif)], { type: 'image/jpeg' }) : drawn
  } finally {
    image.close()
  }
}
