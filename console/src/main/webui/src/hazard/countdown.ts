import { useI18n } from 'vue-i18n'
import { currentTime } from '@/common/time'

/** How long there is until a moment, or how long it is over. */
export interface Left {
  late: boolean
  days: number
  hours: number
  minutes: number
}

const MINUTE = 60_000

export function leftUntil(instant: string, now: number): Left {
  const distance = Date.parse(instant) - now
  const minutes = Math.floor(Math.abs(distance) / MINUTE)
  return { late: distance < 0, days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 }
}

/** In words, kept up to date: 2 days 3 hours left. */
export function useCountdown(): (instant: string) => string {
  const { t } = useI18n()
  return instant => {
    const { late, days, hours, minutes } = leftUntil(instant, currentTime.value)
    const span = days > 0 ? t('hazard.span.days', { days, hours }) : t('hazard.span.hours', { hours, minutes })
    return t(late ? 'hazard.overdueBy' : 'hazard.left', { span })
  }
}
