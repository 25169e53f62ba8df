import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Problem } from '@/api/problem'
import { problemFrom } from './problem'

export interface Loaded<T> {
  data: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | undefined>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Loads what a page shows, and again whenever something that `load` reads changes. What was shown stays until the new is there; an answer
 * that has been overtaken is dropped.
 *
 *     const { data, problem, loading, reload } = useLoad(signal => get<Hazard>(`/api/hazards/${id.value}`, { signal }).then(a => a.data),
 *                                                        () => id.value)
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, on: () => unknown = () => undefined): Loaded<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let current = new AbortController()

  async function reload(): Promise<void> {
    current.abort()
    const mine = (current = new AbortController())
    loading.value = true
    try {
      const loaded = await load(mine.signal)
      if (!mine.signal.aborted) {
        data.value = loaded
        problem.value = undefined
      }
    } catch (failure) {
      if (!mine.signal.aborted) {
        problem.value = problemFrom(failure)
      }
    } finally {
      if (mine === current) {
        loading.value = false
      }
    }
  }

  watch(on, reload, { immediate: true, deep: true })
  onScopeDispose(() => current.abort())
  return { data, problem, loading, reload }
}
