import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { FIRST_CHOICE, moved, useKeptColumns } from './keptColumns'

beforeEach(() => localStorage.clear())

it('a choice and its order are kept for the person who made it', async () => {
  const columns = useKeptColumns('a')
  expect(columns.value).toEqual(FIRST_CHOICE)
  columns.value = ['dueAt', 'number']
  await nextTick()
  expect(useKeptColumns('a').value).toEqual(['dueAt', 'number'])
  expect(useKeptColumns('b').value).toEqual(FIRST_CHOICE)
})

it('what was kept and is not known any more is passed over', () => {
  localStorage.setItem('bihuan.ledger.columns.a', '["gone","site","number"]')
  expect(useKeptColumns('a').value).toEqual(['site', 'number'])
  localStorage.setItem('bihuan.ledger.columns.a', 'not JSON')
  expect(useKeptColumns('a').value).toEqual(FIRST_CHOICE)
  localStorage.setItem('bihuan.ledger.columns.a', '[]')
  expect(useKeptColumns('a').value).toEqual(FIRST_CHOICE)
})

it('a column moves by one place, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
})
