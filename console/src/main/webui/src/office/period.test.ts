import { describe, expect, it } from 'vitest'
import { asked, current, inWords, kindOf, KINDS, neighbour, ranked } from './period'

const TODAY = '2026-11-22'

describe('a period', () => {
  it('is asked for by the name that the services know, or by its days', () => {
    expect(asked('2026-W47', TODAY)).toEqual({ period: '2026-W47' })
    expect(asked('2026/2027', TODAY)).toEqual({ period: '2026/2027' })
    expect(asked('RECENT', TODAY)).toEqual({ from: '2026-10-24', to: TODAY })
    expect(asked('2026-11-01..2026-11-20', TODAY)).toEqual({ from: '2026-11-01', to: '2026-11-20' })
    expect(asked('ALL', TODAY)).toEqual({})
  })

  it('that nobody knows is the last 30 days', () => {
    expect(kindOf('<script>')).toBe('RECENT')
    expect(kindOf('2026-Q5')).toBe('RECENT')
  })

  it('of each kind that is on is of that kind', () => {
    KINDS.forEach(kind => expect(kindOf(current(kind, TODAY))).toBe(kind))
    expect(current('WEEK', TODAY)).toBe('2026-W47')
    expect(current('QUARTER', TODAY)).toBe('2026-Q4')
  })

  it('that is a week belongs to the year of its Thursday', () => {
    expect(current('WEEK', '2027-01-01')).toBe('2026-W53')
    expect(neighbour('2026-W53', 1)).toBe('2027-W01')
    expect(neighbour('2027-W01', -1)).toBe('2026-W53')
  })

  it('has neighbours across the new year', () => {
    expect(neighbour('2026-01', -1)).toBe('2025-12')
    expect(neighbour('2026-Q4', 1)).toBe('2027-Q1')
    expect(neighbour('2026-Q1', -1)).toBe('2025-Q4')
    expect(neighbour('2026/2027', -1)).toBe('2025/2026')
    expect(neighbour('2026', 1)).toBe('2027')
    expect(neighbour('ALL', 1)).toBe('ALL')
  })

  it('of the heating season is the one that began last', () => {
    expect(current('SEASON', TODAY)).toBe('2026/2027')
    expect(current('SEASON', '2027-03-01')).toBe('2026/2027')
  })

  it('is ranked by its month or year, others by the month in which they end', () => {
    expect(ranked('2026-05', TODAY)).toBe('2026-05')
    expect(ranked('2026', TODAY)).toBe('2026')
    expect(ranked('2026-Q1', TODAY)).toBe('2026-03')
    expect(ranked('2026-W01', TODAY)).toBe('2026-01')
    expect(ranked('2026/2027', TODAY)).toBe('2026-11')
    expect(ranked('RECENT', TODAY)).toBe('2026-11')
  })

  it('can be said', () => {
    const t = (key: string, values?: object): string => `${key} ${JSON.stringify(values)}`
    expect(inWords('2026-11', TODAY, t)).toBe('2026年11月')
    expect(inWords('2026', TODAY, t)).toBe('2026年')
    expect(inWords('2026-W47', TODAY, t)).toContain('11月16日')
  })
})
