/** A day that a notice takes out of the plain week. */
export interface NoticeDay {
  date: string
  name: string
  kind: 'OFF' | 'WORKDAY'
}

export interface YearCalendar {
  year: number
  shipped: boolean
  recordedBy: string | null
  recordedAt: string
  days: NoticeDay[]
}

/** A month as weeks of seven, Monday first; undefined before its first and after its last day. */
export function weeksOf(year: number, month: number): (string | undefined)[][] {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const before = (first.getUTCDay() + 6) % 7
  const days = [
    ...Array.from<undefined>({ length: before }),
    ...Array.from({ length }, (_, day) => dayOf(year, month, day + 1))
  ]
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => days[week * 7 + day])
  )
}

const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

export const isWeekend = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0

/** Pressing a day makes it the other of what it is by the week, and pressing it again what it was. */
export function pressed(days: readonly NoticeDay[], date: string, name: string): NoticeDay[] {
  const others = days.filter(day => day.date !== date)
  return others.length < days.length
    ? others
    : [...days, { date, name, kind: isWeekend(date) ? ('WORKDAY' as const) : ('OFF' as const) }].sort((a, b) =>
        a.date < b.date ? -1 : 1
      )
}

/** Weekend days are part of a holiday, and not days off by the notice alone. */
export function pressedWeekend(days: readonly NoticeDay[], date: string, name: string): NoticeDay[] {
  const known = days.find(day => day.date === date)
  if (known?.kind === 'WORKDAY') {
    return [...days.filter(day => day.date !== date), { date, name, kind: 'OFF' as const }].sort((a, b) => (a.date < b.date ? -1 : 1))
  }
  return pressed(days, date, name)
}
