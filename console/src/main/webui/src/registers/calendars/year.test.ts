import { expect, it } from 'vitest'
import { isWeekend, pressed, pressedWeekend, weeksOf } from './year'

it('a month is weeks that begin on Monday', () => {
  const february = weeksOf(2026, 2) // begins on a Sunday
  expect(february).toHaveLength(5)
  expect(february[0]).toEqual([...Array.from<undefined>({ length: 6 }), '2026-02-01'])
  expect(february[4]).toEqual(['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', undefined])
  expect(weeksOf(2024, 2).flat().filter(Boolean)).toHaveLength(29)
})

it('a worked day becomes a day off, and worked again', () => {
  expect(isWeekend('2026-01-01')).toBe(false)
  const off = pressed([], '2026-01-01', '元旦')
  expect(off).toEqual([{ date: '2026-01-01', name: '元旦', kind: 'OFF' }])
  expect(pressed(off, '2026-01-01', '元旦')).toEqual([])
})

it('a weekend day is worked, then part of a holiday, then a weekend day again', () => {
  expect(isWeekend('2026-01-04')).toBe(true)
  const worked = pressedWeekend([], '2026-01-04', '元旦')
  expect(worked).toEqual([{ date: '2026-01-04', name: '元旦', kind: 'WORKDAY' }])
  const off = pressedWeekend(worked, '2026-01-04', '元旦')
  expect(off).toEqual([{ date: '2026-01-04', name: '元旦', kind: 'OFF' }])
  expect(pressedWeekend(off, '2026-01-04', '元旦')).toEqual([])
})

it('days stay in their order', () => {
  const days = pressed(pressed([], '2026-10-01', '国庆节'), '2026-01-01', '元旦')
  expect(days.map(({ date }) => date)).toEqual(['2026-01-01', '2026-10-01'])
})
