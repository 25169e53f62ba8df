import { watch } from 'vue'
import { useLoad, type Loaded } from '@/common/useLoad'

/** Loads as `useLoad` does, and again after news; news that come while it is loading wait, so that many of them starve nobody. */
export function useLiveLoad<T>(load: (signal: AbortSignal) => Promise<T>, on: () => unknown, news: () => unknown): Loaded<T> {
  const loaded = useLoad(load, on)
  let waiting = false

  watch(news, () => {
    if (loaded.loading.value) {
      waiting = true
    } else {
      void loaded.reload()
    }
  })
  watch(loaded.loading, busy => {
    if (!busy && waiting) {
      waiting = false
      void loaded.reload()
    }
  })
  return loaded
}
