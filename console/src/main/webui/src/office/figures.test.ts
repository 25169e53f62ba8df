import { describe, expect, it } from 'vitest'
import { change, countBehind, MEASURES, COUNTS, say, type DistrictFigures } from './figures'
import { hazardsOf } from './ranking'
import { NOTHING, shadeOf, STEPS } from './scale'
import { sorted } from './sorting'
import { placed, shortName } from './tiles'

describe('a figure', () => {
  it('is said as people read it, and a dash where there is nothing to divide', () => {
    expect(say(1234, 'found')).toBe('1,234')
    expect(say(0.6667, 'closureRate')).toBe('66.7%')
    expect(say(3.25, 'meanDaysToClose')).toBe('3.3')
    expect(say(null, 'onTimeRate')).toBe('—')
  })

  it('short of all is never said to be all', () => {
    expect(say(0.9999, 'closureRate')).toBe('99.99%')
    expect(say(1, 'closureRate')).toBe('100.0%')
  })

  it('has changed for better or worse by what it means', () => {
    expect(change('closureRate', 0.75, 0.5)).toEqual({ direction: 'UP', meaning: 'GOOD', amount: '25' })
    expect(change('overdueNow', 4, 1)).toEqual({ direction: 'UP', meaning: 'BAD', amount: '3' })
    expect(change('overdueNow', 1, 4)).toMatchObject({ direction: 'DOWN', meaning: 'GOOD' })
    expect(change('found', 5, 4)).toMatchObject({ meaning: 'NEITHER' })
    expect(change('closed', 5, 5)).toMatchObject({ direction: 'SAME', meaning: 'NEITHER' })
  })

  it('without another is compared with nothing', () => {
    expect(change('closureRate', null, 0.5)).toBeUndefined()
    expect(change('closureRate', 0.5, null)).toBeUndefined()
    expect(change('closureRate', 0.5, undefined)).toBeUndefined()
  })

  it('has hazards behind it', () => {
    MEASURES.forEach(measure => expect(COUNTS).toContain(countBehind(measure)))
  })
})

describe('a tile', () => {
  it('has the shade of its rate, and none where there is no rate', () => {
    expect(shadeOf(0)).toBe(STEPS[0])
    expect(shadeOf(0.95)).toBe(STEPS.at(-1))
    expect(shadeOf(null)).toBe(NOTHING)
  })

  it('can be read: its text stands out from its ground', () => {
    for (const { ground, text } of [...STEPS, NOTHING]) {
      const [light, dark] = [luminance(ground), luminance(text)].sort((a, b) => b - a) as [number, number]
      expect((light + 0.05) / (dark + 0.05), ground).toBeGreaterThan(4.5)
    }
  })

  it('lies where no other lies, whether the map knows it or not', () => {
    const codes = ['63', '6301', '6302', '6322', '6323', '6325', '6326', '6327', '6328', '6399']
    const taken = placed('63', codes).flatMap(({ row, column, width }) => Array.from({ length: width }, (_, i) => `${row}/${column + i}`))
    expect(new Set(taken).size).toBe(taken.length)
    expect(placed('NYC', ['NYC1', 'NYC2', 'NYC3', 'NYC4', 'NYC5']).map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 1]
    ])
  })

  it('bears the short name', () => {
    expect(shortName('海西蒙古族藏族自治州')).toBe('海西州')
    expect(shortName('大通回族土族自治县')).toBe('大通县')
    expect(shortName('循化撒拉族自治县')).toBe('循化县')
    expect(shortName('西宁市')).toBe('西宁市')
  })
})

it('districts without a value come last, whichever way they are sorted', () => {
  const items = [
    { districtCode: '1', closureRate: null },
    { districtCode: '2', closureRate: 0.5 },
    { districtCode: '3', closureRate: 0.9 }
  ] as DistrictFigures[]
  const codes = (descending: boolean): string[] => sorted(items, { by: 'closureRate', descending }).map(item => item.districtCode)
  expect(codes(true)).toEqual(['3', '2', '1'])
  expect(codes(false)).toEqual(['2', '3', '1'])
})

it('the hazards of a deduction are those that its call lists', () => {
  expect(hazardsOf('/api/reports/hazards?of=open&parent=6301&asOf=2026-11-23T00%3A36%3A29%2B08%3A00')).toEqual({
    path: '/office/hazards',
    query: { of: 'open', parent: '6301', asOf: '2026-11-23T00:36:29+08:00' }
  })
})

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
