import type { Grade, Status } from './words'

/** For charts, which draw and know no style sheets: the same colours as the tags have (`app/theme.css`). */
const color = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

export const gradeColor = (grade: Grade): string => color(`--grade-${grade.toLowerCase()}`)

export const statusColor = (status: Status): string =>
  color(`--status-${status === 'MERGED' || status === 'VOIDED' ? 'over' : status.toLowerCase()}`)

export const themeColor = (name: 'accent' | 'danger' | 'text' | 'text-soft' | 'line' | 'surface'): string => color(`--${name}`)
