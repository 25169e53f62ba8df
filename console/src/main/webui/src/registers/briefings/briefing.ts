/** A briefing as it stands in a list. */
export interface BriefingItem {
  id: string
  number: string | null
  state: (typeof STATES)[number]
  kind: (typeof KINDS)[number]
  language: 'ZH' | 'EN'
  districtCode: string
  period: string
  version: number
  draftedAt: string
  asOf: string | null
  issuedAt: string | null
}

export const STATES = ['DRAFT', 'ISSUED'] as const
export const KINDS = ['WEEKLY', 'MONTHLY'] as const
export const SECTIONS = ['overview', 'comparison', 'overdue', 'closing'] as const
export type Text = Record<(typeof SECTIONS)[number], string>

/** The figures of a district or of all that are shown; the service has more. */
export const MEASURES = ['found', 'assigned', 'rectified', 'closed', 'open', 'overdueNow', 'rectificationRate', 'closureRate', 'onTimeRate'] as const
export type Measure = (typeof MEASURES)[number]
export type Figures = Record<Measure, number | null>

/** The paper itself. */
export interface Briefing extends BriefingItem {
  printedNumber: string
  title: string
  districtName: string
  from: string
  to: string
  text: Text
  items: (Figures & { districtCode: string; name: string | null })[]
  total: Figures
  previous: { total: Figures } | null
  yearBefore: { total: Figures } | null
}

export interface Change {
  frozen: number | null
  now: number | null
  difference: number | null
}

/** What an issued briefing would say otherwise today. */
export interface Difference {
  frozenAsOf: string
  asOf: string
  items: { districtCode: string; name: string | null; changes: Record<string, Change> }[]
  total: Record<string, Change>
}

const isRate = (measure: string): boolean => measure.endsWith('Rate')

/** A count as it is, a rate in percent, and a dash where there is nothing to divide. */
export const shown = (measure: string, value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : isRate(measure) ? `${(value * 100).toFixed(1)}%` : String(value)

/** The ISO week that a day lies in, as a period is named. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7)) // its Thursday, whose year is the week's
  const first = Date.UTC(date.getUTCFullYear(), 0, 1)
  const week = Math.ceil(((date.getTime() - first) / 86_400_000 + 1) / 7)
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

export const monthOf = (day: string): string => day.slice(0, 7)
