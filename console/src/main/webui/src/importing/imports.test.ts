import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { percent, useSent } from './imports'

beforeEach(() => localStorage.clear())

it('imports are found again after a reload, the latest ten', async () => {
  const sent = useSent('a')
  sent.value = Array.from({ length: 12 }, (_, n) => ({ id: `${n}`, file: 'x.csv', at: '2026-01-01T00:00:00Z' }))
  await nextTick()
  expect(useSent('a').value.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
  expect(useSent('b').value).toEqual([])
})

it('what is no import is passed over', () => {
  localStorage.setItem('bihuan.imports.a', '[{"id":1},null,"x",{"id":"i","file":"f","at":"t"}]')
  expect(useSent('a').value).toEqual([{ id: 'i', file: 'f', at: 't' }])
  localStorage.setItem('bihuan.imports.a', '{')
  expect(useSent('a').value).toEqual([])
})

it('is not said to be done before it is', () => {
  expect(percent({ rows: 1000, done: 999 })).toBe(99)
  expect(percent({ rows: 3, done: 3 })).toBe(100)
  expect(percent({ rows: 0, done: 0 })).toBe(100)
})
