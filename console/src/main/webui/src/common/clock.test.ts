import { expect, it } from 'vitest'
import { instantOf, onClock } from './clock'

it('a moment is what a clock of the installation shows, wherever the browser is', () => {
  expect(instantOf('2026-11-22T16:00', 'Asia/Shanghai')).toBe('2026-11-22T08:00:00Z')
  expect(onClock('2026-11-22T08:00:00Z', 'Asia/Shanghai')).toBe('2026-11-22T16:00')
})

it('a moment is found on both sides of a change of the clocks', () => {
  expect(instantOf('2026-03-08T01:30', 'America/New_York')).toBe('2026-03-08T06:30:00Z')
  expect(instantOf('2026-03-08T03:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z')
})

it('what is no time is no moment', () => {
  expect(instantOf('', 'Asia/Shanghai')).toBeUndefined()
  expect(onClock('yesterday', 'Asia/Shanghai')).toBe('')
})
