import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { get, type Page, type Query } from '@/api/client'
import type { Problem } from '@/api/problem'
import { problemFrom } from '@/common/problem'
import { useLoad, type Loaded } from '@/common/useLoad'
import type { Hazard } from './types'

export interface Listed extends Omit<Loaded<Page<Hazard>>, 'data'> {
  hazards: ComputedRef<Hazard[] | undefined>
  /** Whether there are more than those that are shown. */
  more: ComputedRef<boolean>
  loadMore: () => Promise<void>
  loadingMore: Ref<boolean>
  problemWithMore: ShallowRef<Problem | undefined>
}

/** The hazards that a query finds, page after page. */
export function useHazards(query: () => Query): Listed {
  const later = shallowRef<Page<Hazard>[]>([])
  const loadingMore = ref(false)
  const problemWithMore = shallowRef<Problem>()
  const { data, ...first } = useLoad(async signal => {
    const page = (await get<Page<Hazard>>('/api/hazards', { query: query(), signal })).data
    later.value = []
    return page
  }, query)
  const pages = computed(() => (data.value ? [data.value, ...later.value] : undefined))
  const cursor = computed(() => pages.value?.at(-1)?.nextCursor)

  async function loadMore(): Promise<void> {
    const beginning = data.value
    if (loadingMore.value || !cursor.value) {
      return
    }
    loadingMore.value = true
    problemWithMore.value = undefined
    try {
      const page = await get<Page<Hazard>>('/api/hazards', { query: { ...query(), cursor: cursor.value } })
      if (beginning === data.value) {
        later.value = [...later.value, page.data] // else it belongs to another list than is shown by now
      }
    } catch (failure) {
      problemWithMore.value = problemFrom(failure)
    } finally {
      loadingMore.value = false
    }
  }

  return {
    ...first,
    hazards: computed(() => pages.value?.flatMap(({ items }) => items)),
    more: computed(() => Boolean(cursor.value)),
    loadMore,
    loadingMore,
    problemWithMore
  }
}
