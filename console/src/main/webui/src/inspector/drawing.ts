/** A line that a finger or a pen drew: x and y in turn, as parts of the canvas's width and height, so that it can be drawn at any size. */
export type Line = number[]

/** A signature: lines in the order in which they were drawn. */
export type Drawing = Line[]

const WIDTH = 640
const HEIGHT = 240
const PEN = 4

/** Draws lines over the whole of a canvas. */
export function draw(drawing: Drawing, canvas: HTMLCanvasElement, pen: number, color: string): void {
  const brush = canvas.getContext('2d')
  if (!brush) {
    return
  }
  const { width, height } = canvas
  brush.clearRect(0, 0, width, height)
  brush.lineWidth = pen
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
  brush.strokeStyle = color
  for (const line of drawing) {
    brush.beginPath()
    brush.moveTo(line[0]! * width, line[1]! * height)
    for (let i = 0; i < line.length; i += 2) {
      brush.lineTo(line[i]! * width, line[i + 1]! * height)
    }
    brush.stroke()
  }
}

/** A signature as a picture to be kept. */
export async function picture(drawing: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  draw(drawing, canvas, PEN, '#000')
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the browser makes no picture of a canvas'))), 'image/png')
  )
}

/** What tells a picture from every other: its SHA-256; only where the page came over TLS or from this machine. */
export async function fingerprint(content: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) {
    return undefined
  }
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()))
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
}
