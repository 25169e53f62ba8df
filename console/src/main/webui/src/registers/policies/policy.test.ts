import { expect, it } from 'vitest'
import { asLine, inForm, inOrder, type Line } from './policy'

it.each<[string, Line['counting'], number]>([
  ['P30D', 'CALENDAR', 30],
  ['PT24H', 'HOURS', 24],
  ['P1DT6H', 'HOURS', 30],
  ['P10D', 'WORKING', 10]
])('%s %s is %i in the form', (time, counting, amount) => {
  const line: Line = { grade: 'MAJOR', category: null, time, counting, extensionDays: 0 }
  expect(inForm(line)).toMatchObject({ amount, extensionDays: 0 })
})

it('what the form holds is written as the service reads it', () => {
  const line = { grade: 'GENERAL', category: 'HEAT_SERVICE', extensionDays: undefined } as const
  expect(asLine({ ...line, amount: 24, counting: 'HOURS' })).toMatchObject({ time: 'PT24H', extensionDays: null })
  expect(asLine({ ...line, amount: 7, counting: 'CALENDAR' }).time).toBe('P7D')
})

it('the worst grade comes first, and its general line before its categories', () => {
  const lines = [
    { grade: 'MINOR', category: null },
    { grade: 'MAJOR', category: 'STATION' },
    { grade: 'MAJOR', category: null }
  ] as const
  expect(inOrder(lines)).toEqual([lines[2], lines[1], lines[0]])
})
