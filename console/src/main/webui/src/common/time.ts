import { computed, readonly, ref, type ComputedRef } from 'vue'
import { language } from '@/i18n'

/** The installation's, in which times are shown and typed. */
export const zone = ref('Asia/Shanghai')
const now = ref(Date.now())
const MINUTE = 60_000

setInterval(() => (now.value = Date.now()), MINUTE / 2)

/** The time, for whatever shows how long something is ago; it goes on twice a minute. */
export const currentTime = readonly(now)

/** Times are shown as they are in this zone, wherever the browser is. */
export function showTimesIn(zoneOfInstallation: string): void {
  zone.value = zoneOfInstallation
}

export type Precision = 'day' | 'minute' | 'second'

const PARTS: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
  second: { dateStyle: 'medium', timeStyle: 'medium' }
}

/** As a clock on the wall there shows it. */
export function local(instant: string | number | Date, precision: Precision = 'minute'): string {
  return new Intl.DateTimeFormat(language(), { ...PARTS[precision], timeZone: zone.value, hourCycle: 'h23' }).format(
    new Date(instant)
  )
}

/** A deadline: midnight is the 24:00 of the day that it ends, since that day is not late yet. */
export function localDeadline(instant: string | number | Date): string {
  const at = new Date(instant).getTime()
  if (!clock(at).endsWith('T00:00:00')) {
    return local(at)
  }
  return `${local(at - 1, 'day')} 24:00`
}

/** The local day, as `2026-01-31`. */
export function localDay(instant: string | number | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone.value }).format(new Date(instant))
}

const DAY = 24 * 60 * MINUTE

/** The moment at which a local day begins, `2026-01-31`; some days on, if wanted. */
export function beginOf(day: string, later = 0): string {
  const utc = Date.parse(`${day}T00:00:00Z`) + later * DAY
  // What a clock there shows then, read as if it were UTC, is off by the zone's offset; near a change of the clocks a second look tells.
  const off = (at: number): number => Date.parse(`${clock(at)}Z`) - at
  return new Date(utc - off(utc - off(utc))).toISOString()
}

const clock = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone.value })
    .format(new Date(at))
    .replace(' ', 'T')

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 60],
  ['month', 30 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1]
]

/** As people say it: 3 days ago, in 2 hours. */
export function relative(instant: string | number | Date, from: number = now.value): string {
  const minutes = (new Date(instant).getTime() - from) / MINUTE
  const [unit, length] = STEPS.find(([, length]) => Math.abs(minutes) >= length) ?? ['minute', 1]
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(Math.trunc(minutes / length), unit)
}

/** Whether a moment has gone by, kept up to date. */
export function isPast(instant: () => string | undefined): ComputedRef<boolean> {
  return computed(() => {
    const moment = instant()
    return moment !== undefined && new Date(moment).getTime() <= now.value
  })
}
