import type { Query } from '@/api/client'
import { beginOf } from '@/common/time'

/** What the ledger is narrowed by, as it stands in the address: the names are those of `GET /api/hazards`. */
export const NO_FILTERS = {
  q: undefined as string | undefined,
  status: [] as string[],
  district: undefined as string | undefined,
  grade: undefined as string | undefined,
  overdue: undefined as string | undefined,
  category: undefined as string | undefined,
  source: undefined as string | undefined,
  unit: undefined as string | undefined,
  escalated: undefined as string | undefined,
  dueBefore: undefined as string | undefined,
  foundFrom: undefined as string | undefined,
  foundTo: undefined as string | undefined,
  sort: '-foundAt',
  limit: '50',
  cursor: undefined as string | undefined
}
export type LedgerFilters = typeof NO_FILTERS

export const ORDERS = ['-foundAt', 'foundAt', 'dueAt', '-dueAt'] as const
export const PAGE_SIZES = ['20', '50', '100', '200'] as const

const ASKED_SELDOM = ['category', 'source', 'unit', 'escalated', 'dueBefore', 'foundFrom', 'foundTo'] as const

/** How many of the filters that are folded away are set. */
export const seldomSet = (filters: LedgerFilters): number => ASKED_SELDOM.filter(name => filters[name]).length

export const filtered = (filters: LedgerFilters): boolean =>
  seldomSet(filters) > 0 || filters.status.length > 0 || ['q', 'district', 'grade', 'overdue'].some(name => filters[name as 'q'])

/** For the export: a page's own things are left out. Days become the moments at which they begin or end; a moment stays what it is. */
export function exportQuery({ limit: _, cursor: __, ...filters }: LedgerFilters): Query {
  return {
    ...filters,
    foundFrom: moment(filters.foundFrom, 0),
    foundTo: moment(filters.foundTo, 1),
    // What is due on a day is due at its end, 24:00, which is to be among them.
    dueBefore: filters.dueBefore && justAfter(filters.dueBefore)
  }
}

export const pageQuery = (filters: LedgerFilters): Query => ({
  ...exportQuery(filters),
  limit: filters.limit,
  cursor: filters.cursor
})

const DAY = /^\d{4}-\d\d-\d\d$/

const moment = (given: string | undefined, later: number): string | undefined =>
  given && DAY.test(given) ? beginOf(given, later) : given

const justAfter = (given: string): string =>
  DAY.test(given) ? new Date(Date.parse(beginOf(given, 1)) + 1000).toISOString() : given
