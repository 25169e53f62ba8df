import { beforeEach, expect, it } from 'vitest'
import { showTimesIn } from '@/common/time'
import { exportQuery, filtered, NO_FILTERS, pageQuery, seldomSet } from './filters'

beforeEach(() => showTimesIn('Asia/Shanghai'))

it('days are asked for as the moments at which they begin and end there', () => {
  const query = pageQuery({ ...NO_FILTERS, foundFrom: '2026-03-01', foundTo: '2026-03-31', dueBefore: '2026-04-02' })
  expect(query.foundFrom).toBe('2026-02-28T16:00:00.000Z')
  expect(query.foundTo).toBe('2026-03-31T16:00:00.000Z')
  expect(query.dueBefore).toBe('2026-04-02T16:00:01.000Z')
})

it('a moment in a link stays the moment that it is', () => {
  const foundFrom = '2026-03-01T08:00:00+08:00'
  expect(pageQuery({ ...NO_FILTERS, foundFrom }).foundFrom).toBe(foundFrom)
})

it('the sheet has all pages of the same filters', () => {
  const filters = { ...NO_FILTERS, status: ['FOUND'], cursor: 'c', limit: '20', sort: 'dueAt' }
  expect(pageQuery(filters)).toMatchObject({ status: ['FOUND'], cursor: 'c', limit: '20', sort: 'dueAt' })
  const query = exportQuery(filters)
  expect(query).toMatchObject({ status: ['FOUND'], sort: 'dueAt' })
  expect(Object.keys(query)).not.toContain('cursor')
  expect(Object.keys(query)).not.toContain('limit')
})

it('order and page size are no filters', () => {
  expect(filtered({ ...NO_FILTERS, sort: 'dueAt', limit: '20', cursor: 'c' })).toBe(false)
  expect(filtered({ ...NO_FILTERS, overdue: 'true' })).toBe(true)
  expect(seldomSet({ ...NO_FILTERS, q: '软管', unit: '甲', source: 'EXPERT' })).toBe(2)
})
