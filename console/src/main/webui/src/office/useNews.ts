import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { listen } from '@/api/stream'

/** Between one piece of news that is passed on and the next: many changes at a time are one. */
const PAUSE = 2_000

export type Liveness = 'CONNECTING' | 'LIVE' | 'PAUSED' | 'RECONNECTING'

export interface News {
  liveness: Ref<Liveness>
  /** Goes up whenever the figures may have changed. */
  news: Ref<number>
  /** When the service last told something. */
  toldAt: Ref<number | undefined>
}

/** Hears whenever a hazard of the district changes, unless what is shown lies in the past. */
export function useNews(district: () => string, paused: () => boolean): News {
  const liveness = ref<Liveness>('CONNECTING')
  const news = ref(0)
  const toldAt = ref<number>()
  // The first that is told is what is being loaded just then: a pause later, what changed between the two is asked for.
  let passedOnAt = Date.now()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function passOn(): void {
    passedOnAt = Date.now()
    waiting = undefined
    news.value++
  }

  function told(): void {
    toldAt.value = Date.now()
    waiting ??= setTimeout(passOn, Math.max(0, passedOnAt + PAUSE - Date.now()))
  }

  watch(
    [district, paused],
    ([where, isPaused], _before, onCleanup) => {
      liveness.value = isPaused ? 'PAUSED' : 'CONNECTING'
      if (!isPaused) {
        onCleanup(
          listen('/api/reports/stream', { district: where }, 'figures', told, stands => (liveness.value = stands ? 'LIVE' : 'RECONNECTING'))
        )
      }
    },
    { immediate: true }
  )
  onScopeDispose(() => clearTimeout(waiting))

  return { liveness, news, toldAt }
}
