import { say, type DistrictFigures } from './figures'
import { shadeOf } from './scale'
import { placed, shortName } from './tiles'

const SIZE = { width: 220, height: 130, gap: 8, edge: 24, heading: 56 }
const FONT = `'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`

/** The tiles as a picture to take along. */
export function draw(title: string, parent: string, items: readonly DistrictFigures[], directly: string): Promise<Blob | null> {
  const places = placed(parent, items.map(item => item.districtCode))
  const columns = Math.max(...places.map(({ column, width }) => column + width - 1))
  const rows = Math.max(...places.map(({ row }) => row))
  const canvas = document.createElement('canvas')
  const sharp = 2
  canvas.width = sharp * (2 * SIZE.edge + columns * (SIZE.width + SIZE.gap))
  canvas.height = sharp * (2 * SIZE.edge + SIZE.heading + rows * (SIZE.height + SIZE.gap))
  const pen = canvas.getContext('2d')!
  pen.scale(sharp, sharp)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#1f2733'
  pen.font = `600 20px ${FONT}`
  pen.fillText(title, SIZE.edge, SIZE.edge + 22)
  items.forEach((item, index) => {
    const { row, column, width } = places[index]!
    const left = SIZE.edge + (column - 1) * (SIZE.width + SIZE.gap)
    const top = SIZE.edge + SIZE.heading + (row - 1) * (SIZE.height + SIZE.gap)
    const shade = shadeOf(item.closureRate)
    pen.fillStyle = shade.ground
    pen.fillRect(left, top, width * (SIZE.width + SIZE.gap) - SIZE.gap, SIZE.height)
    pen.fillStyle = shade.text
    pen.font = `600 18px ${FONT}`
    pen.fillText(item.districtCode === parent ? directly : shortName(item.name ?? item.districtCode), left + 14, top + 32, SIZE.width - 28)
    pen.font = `700 30px ${FONT}`
    pen.fillText(say(item.closureRate, 'closureRate'), left + 14, top + 74)
    pen.font = `16px ${FONT}`
    pen.fillText(`${say(item.closed, 'closed')} / ${say(item.found, 'found')}`, left + 14, top + 106)
  })
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
}
