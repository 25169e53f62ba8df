import { language } from '@/i18n'

export type Measure =
  | 'found'
  | 'assigned'
  | 'rectified'
  | 'closed'
  | 'open'
  | 'overdueNow'
  | 'overdueEver'
  | 'escalated'
  | 'returned'
  | 'rectificationRate'
  | 'closureRate'
  | 'onTimeRate'
  | 'meanDaysToClose'
  | 'medianDaysToClose'
  | 'p90DaysToClose'

/** Each measure of some hazards; null where there is nothing to divide. */
export type Figures = Record<Measure, number | null>

export interface Compared extends Figures {
  /** Of the period before 环比, and of the same one of the year before 同比, if they were asked for. */
  previous?: Figures
  yearBefore?: Figures
}

export interface DistrictFigures extends Compared {
  districtCode: string
  /** Missing while the code is not on file. */
  name: string | null
}

/** What `GET /api/reports/districts` answers. */
export interface Report {
  from: string | null
  to: string | null
  asOf: string
  items: DistrictFigures[]
  total: Compared
}

export const MEASURES: readonly Measure[] = [
  'found',
  'assigned',
  'rectified',
  'closed',
  'open',
  'overdueNow',
  'overdueEver',
  'escalated',
  'returned',
  'closureRate',
  'rectificationRate',
  'onTimeRate',
  'meanDaysToClose',
  'medianDaysToClose',
  'p90DaysToClose'
]

/** What can be listed one by one, with the other side of what is divided. */
export const COUNTS = [
  'found',
  'assigned',
  'rectified',
  'closed',
  'open',
  'overdueNow',
  'overdueEver',
  'escalated',
  'returned',
  'judged',
  'inTime'
] as const
export type Count = (typeof COUNTS)[number]

/** The hazards that are listed behind a measure: of a rate those that it counts. */
export function countBehind(measure: Measure): Count {
  switch (measure) {
    case 'closureRate':
    case 'meanDaysToClose':
    case 'medianDaysToClose':
    case 'p90DaysToClose':
      return 'closed'
    case 'rectificationRate':
      return 'rectified'
    case 'onTimeRate':
      return 'inTime'
    default:
      return measure
  }
}

export const isRate = (measure: Measure): boolean => measure.endsWith('Rate')
export const isDays = (measure: Measure): boolean => measure.endsWith('ToClose')

/** As people read it: 1,234, 87.5%, 3.2; a dash where there is none. A rate short of all is never rounded up to 100%. */
export function say(value: number | null | undefined, measure: Measure): string {
  if (value === null || value === undefined) {
    return '—'
  }
  const how: Intl.NumberFormatOptions = isRate(measure)
    ? { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: value < 1 && value >= 0.9995 ? 2 : 1 }
    : { maximumFractionDigits: 1 }
  return new Intl.NumberFormat(language(), how).format(value)
}

const BETTER_WHEN_MORE: readonly Measure[] = ['rectified', 'closed', 'rectificationRate', 'closureRate', 'onTimeRate']
const BETTER_WHEN_LESS: readonly Measure[] = ['overdueNow', 'overdueEver', 'escalated', 'returned']

export interface Change {
  direction: 'UP' | 'DOWN' | 'SAME'
  meaning: 'GOOD' | 'BAD' | 'NEITHER'
  /** How much, without its sign: of rates in percentage points. */
  amount: string
}

/** What has become of a figure; undefined where there is nothing to compare. */
export function change(measure: Measure, now: number | null, before: number | null | undefined): Change | undefined {
  if (now === null || before === null || before === undefined) {
    return undefined
  }
  const difference = now - before
  const direction = difference > 0 ? 'UP' : difference < 0 ? 'DOWN' : 'SAME'
  const better = BETTER_WHEN_MORE.includes(measure) ? 'UP' : BETTER_WHEN_LESS.includes(measure) ? 'DOWN' : undefined
  const meaning = direction === 'SAME' || better === undefined ? 'NEITHER' : direction === better ? 'GOOD' : 'BAD'
  const amount = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(
    Math.abs(isRate(measure) ? difference * 100 : difference)
  )
  return { direction, meaning, amount }
}
