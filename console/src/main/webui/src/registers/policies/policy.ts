import { CATEGORIES, GRADES, type Category, type Grade } from '@/common/words'

export const COUNTINGS = ['CALENDAR', 'WORKING', 'HOURS'] as const
export type Counting = (typeof COUNTINGS)[number]

/** A line as the service keeps it. */
export interface Line {
  grade: Grade
  category: Category | null
  time: string
  counting: Counting
  extensionDays: number | null
}

export interface Policy {
  version: number
  note: string
  recordedBy: string | null
  recordedAt: string | null
  lines: Line[]
}

/** Which open hazards a policy would move. */
export interface Preview {
  checked: number
  earlier: number
  later: number
  unchanged: number
  overdueAtOnce: number
  notDatable: number
  missingCalendars: number[]
  items: { id: string; number: string; grade: Grade; category: Category; dueAt: string; wouldBeDueAt: string }[]
}

/** A line as the form has it: so many days or hours. */
export interface FormLine {
  grade: Grade
  category: Category | null
  amount: number | undefined
  counting: Counting
  extensionDays: number | undefined
}

/** Whole days, or hours for what is counted in hours. */
export function inForm({ time, counting, extensionDays, ...line }: Line): FormLine {
  const [, days = '0', hours = '0'] = /^P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(time) ?? []
  const amount = counting === 'HOURS' ? Number(days) * 24 + Number(hours) : Number(days)
  return { ...line, counting, amount: amount || undefined, extensionDays: extensionDays ?? undefined }
}

export const asLine = ({ amount, counting, extensionDays, ...line }: FormLine): Line => ({
  ...line,
  counting,
  time: counting === 'HOURS' ? `PT${amount}H` : `P${amount}D`,
  extensionDays: extensionDays ?? null
})

/** The worst grade first, each grade's general line before those of its categories. */
export const inOrder = <L extends { grade: Grade; category: Category | null }>(lines: readonly L[]): L[] =>
  [...lines].sort(
    (a, b) =>
      GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
      CATEGORIES.indexOf(a.category as Category) - CATEGORIES.indexOf(b.category as Category)
  )
