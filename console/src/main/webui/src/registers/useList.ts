import { shallowReactive, watch } from 'vue'
import { get, type Page } from '@/api/client'
import { useAddress, type Filters } from '@/common/useAddress'
import { useLoad } from '@/common/useLoad'
import { usePages, type Pages } from '@/common/usePages'
import type { Problem } from '@/api/problem'

/** A page of a register, its filters in the address. */
export interface List<R, F extends Filters> {
  filters: F
  items: readonly R[] | undefined
  nextCursor: string | null | undefined
  problem: Problem | undefined
  loading: boolean
  pages: Pages
  /** Another question, which begins with its first page. */
  narrow: (changed: Partial<F>) => void
  reload: () => Promise<void>
}

export function useList<R, F extends Filters>(path: string, defaults: F): List<R, F> {
  const filters = useAddress<Filters>({ ...defaults, cursor: undefined })
  const { data, problem, loading, reload } = useLoad(
    async signal => (await get<Page<R>>(path, { query: filters.value, signal })).data,
    () => filters.value
  )
  const list = shallowReactive<List<R, F>>({
    filters: filters.value as F,
    items: undefined,
    nextCursor: undefined,
    problem: undefined,
    loading: false,
    pages: usePages(),
    narrow: changed => (filters.value = { ...filters.value, ...changed, cursor: undefined }),
    reload
  })
  watch(
    [filters, data, problem, loading],
    () => {
      list.filters = filters.value as F
      list.items = data.value?.items
      list.nextCursor = data.value?.nextCursor
      list.problem = problem.value
      list.loading = loading.value
    },
    { immediate: true, flush: 'sync' }
  )
  return list
}
