import { language } from '@/i18n'

/**
 * The stretches of time that reports are about. In the address one stands as the services call it (`2026-W47`, `2026-11`, `2026-Q4`,
 * `2026`, `2026/2027`), as `2026-11-01..2026-11-20`, or as `ALL`; `RECENT`, the last 30 days, goes on with the days.
 */
export const KINDS = ['RECENT', 'WEEK', 'MONTH', 'QUARTER', 'SEASON', 'YEAR', 'DAYS', 'ALL'] as const
export type Kind = (typeof KINDS)[number]

/** A local day, as `2026-01-31`. */
export type Day = string

const RECENT_DAYS = 30
/** Of the heating season, for naming the one that is on; the service knows its exact days. */
const SEASON_BEGINS_IN = 10

const SHAPES: readonly [Kind, RegExp][] = [
  ['WEEK', /^\d{4}-W\d{2}$/],
  ['MONTH', /^\d{4}-\d{2}$/],
  ['QUARTER', /^\d{4}-Q[1-4]$/],
  ['SEASON', /^\d{4}\/\d{4}$/],
  ['YEAR', /^\d{4}$/],
  ['DAYS', /^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/],
  ['ALL', /^ALL$/]
]

export function kindOf(period: string): Kind {
  return SHAPES.find(([, shape]) => shape.test(period))?.[0] ?? 'RECENT'
}

/** How the services are asked for it. */
export function asked(period: string, today: Day): { period?: string; from?: Day; to?: Day } {
  const kind = kindOf(period)
  if (kind === 'ALL') {
    return {}
  }
  if (kind === 'RECENT') {
    return { from: plusDays(today, 1 - RECENT_DAYS), to: today }
  }
  if (kind === 'DAYS') {
    const [from, to] = period.split('..') as [Day, Day]
    return { from, to }
  }
  return { period }
}

/** The one of a kind that is on. */
export function current(kind: Kind, today: Day): string {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  switch (kind) {
    case 'WEEK':
      return weekOf(today)
    case 'MONTH':
      return today.slice(0, 7)
    case 'QUARTER':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'SEASON':
      return seasonFrom(month >= SEASON_BEGINS_IN ? year : year - 1)
    case 'YEAR':
      return String(year)
    case 'DAYS':
      return `${plusDays(today, 1 - RECENT_DAYS)}..${today}`
    default:
      return kind
  }
}

/** The one so many before or after it; of those that have no neighbours, itself. */
export function neighbour(period: string, steps: number): string {
  const year = Number(period.slice(0, 4))
  switch (kindOf(period)) {
    case 'WEEK':
      return weekOf(plusDays(mondayOf(period), 7 * steps))
    case 'MONTH':
      return text(Date.UTC(year, Number(period.slice(5)) - 1 + steps, 1)).slice(0, 7)
    case 'QUARTER': {
      const quarters = year * 4 + Number(period.slice(6)) - 1 + steps
      return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`
    }
    case 'SEASON':
      return seasonFrom(year + steps)
    case 'YEAR':
      return String(year + steps)
    default:
      return period
  }
}

export const hasNeighbours = (period: string): boolean => !['RECENT', 'DAYS', 'ALL'].includes(kindOf(period))

/** The month, year or day whose ranking goes with it: rankings are made of no other stretches. */
export function ranked(period: string, today: Day): string {
  const kind = kindOf(period)
  if (kind === 'MONTH' || kind === 'YEAR') {
    return period
  }
  const last = lastDayOf(period)
  return (last !== undefined && last < today ? last : today).slice(0, 7)
}

function lastDayOf(period: string): Day | undefined {
  const year = Number(period.slice(0, 4))
  switch (kindOf(period)) {
    case 'WEEK':
      return plusDays(mondayOf(period), 6)
    case 'QUARTER':
      return text(Date.UTC(year, Number(period.slice(6)) * 3, 0))
    case 'SEASON':
      return `${year + 1}-04-15`
    case 'DAYS':
      return period.split('..')[1]
    default:
      return undefined
  }
}

type Say = (key: string, values?: Record<string, string | number>) => string

/** The steps in which a trend over it is told best. */
export function stepsOf(period: string): 'day' | 'week' | 'month' {
  switch (kindOf(period)) {
    case 'QUARTER':
    case 'SEASON':
      return 'week'
    case 'YEAR':
    case 'ALL':
      return 'month'
    default:
      return 'day'
  }
}

/** In words, such as 2026年11月. */
export function inWords(period: string, today: Day, t: Say): string {
  const year = Number(period.slice(0, 4))
  const { from, to } = asked(period, today)
  switch (kindOf(period)) {
    case 'WEEK': {
      const monday = mondayOf(period)
      return t('office.period.week', { year, week: Number(period.slice(6)), days: range(monday, plusDays(monday, 6), false) })
    }
    case 'MONTH':
      return format(`${period}-01`, { year: 'numeric', month: 'long' })
    case 'QUARTER':
      return t('office.period.quarter', { year, quarter: period.slice(6) })
    case 'SEASON':
      return t('office.period.season', { years: period.replace('/', '–') })
    case 'YEAR':
      return format(`${period}-01-01`, { year: 'numeric' })
    case 'ALL':
      return t('office.period.ALL')
    default:
      return range(from!, to!, true)
  }
}

function range(from: Day, to: Day, year: boolean): string {
  const how: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', year: year ? 'numeric' : undefined }
  return `${format(from, how)} – ${format(to, how)}`
}

const format = (day: Day, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language(), { ...how, timeZone: 'UTC' }).format(utc(day))

const DAY = 86_400_000
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const text = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)
const seasonFrom = (year: number): string => `${year}/${year + 1}`

export const plusDays = (day: Day, days: number): Day => text(utc(day) + days * DAY)

/** By ISO 8601: a week belongs to the year that its Thursday lies in. */
function weekOf(day: Day): string {
  const weekday = new Date(utc(day)).getUTCDay() || 7
  const thursday = plusDays(day, 4 - weekday)
  const year = thursday.slice(0, 4)
  const week = Math.floor((utc(thursday) - utc(`${year}-01-01`)) / (7 * DAY)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function mondayOf(week: string): Day {
  const fourth = `${week.slice(0, 4)}-01-04` // always lies in week 1
  const weekday = new Date(utc(fourth)).getUTCDay() || 7
  return plusDays(fourth, 1 - weekday + 7 * (Number(week.slice(6)) - 1))
}
