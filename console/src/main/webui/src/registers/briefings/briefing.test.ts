import { expect, it } from 'vitest'
import { monthOf, shown, weekOf } from './briefing'

it.each([
  ['2026-05-01', '2026-W18'],
  ['2026-01-01', '2026-W01'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01']
])('%s lies in the week %s', (day, week) => expect(weekOf(day)).toBe(week))

it('a day lies in its month', () => expect(monthOf('2026-05-31')).toBe('2026-05'))

it('a rate is shown in percent, and nothing to divide as a dash', () => {
  expect(shown('closureRate', 0.5)).toBe('50.0%')
  expect(shown('found', 12)).toBe('12')
  expect(shown('closureRate', null)).toBe('—')
})
