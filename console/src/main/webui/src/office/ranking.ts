import { parseQuery, type RouteLocationRaw } from 'vue-router'

/** Points that one cause has cost. */
export interface Deduction {
  cause: string
  /** The cause in words. */
  text: string
  points: number
  most: number
  share: number
  hazards: number
  /** The call that lists them. */
  query: string
}

export interface Ranked {
  /** Missing without a score. */
  place: number | null
  code: string
  name: string | null
  found: number
  score: number | null
  deductions: Deduction[]
  /** Of a year: the months that its score is the mean of. */
  months: { period: string; place: number; score: number }[]
  consequences: { consequence: string; text: string; since: string }[]
}

/** What `GET /api/reports/rankings` answers. */
export interface Ranking {
  of: 'districts' | 'units'
  period: string
  ranked: number
  closedAt: string | null
  items: Ranked[]
}

/** The page that shows what such a call lists. */
export function hazardsOf(call: string): RouteLocationRaw {
  return { path: '/office/hazards', query: parseQuery(call.slice(call.indexOf('?') + 1)) }
}
