import { expect, it } from 'vitest'
import { leftUntil } from './countdown'

const DUE = '2026-05-10T16:00:00Z'

it('counts whole days, hours and minutes down', () => {
  expect(leftUntil(DUE, Date.parse('2026-05-08T12:30:30Z'))).toEqual({ late: false, days: 2, hours: 3, minutes: 29 })
})

it('the deadline itself is not late, a minute later is', () => {
  expect(leftUntil(DUE, Date.parse(DUE)).late).toBe(false)
  expect(leftUntil(DUE, Date.parse('2026-05-10T16:01:00Z'))).toEqual({ late: true, days: 0, hours: 0, minutes: 1 })
})
