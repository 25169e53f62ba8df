import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export interface Pages {
  /** What the list is asked with; none for its first page. */
  cursor: ComputedRef<string | undefined>
  next: (cursor: string) => void
  previous: () => void
  first: () => void
  /** Whether there is a way back to the page before: a link to a later page has none. */
  hasPrevious: ComputedRef<boolean>
}

/**
 * Pages of a list that is read by cursor: where one is stands in the address, and the way there is kept with it by the browser, so that
 * Back and a reload lose neither. Whoever changes a filter drops `cursor` from the address.
 */
export function usePages(): Pages {
  const route = useRoute()
  const router = useRouter()
  const cursor = computed(() => [route.query.cursor].flat()[0] ?? undefined)
  const way = (): string[] => (cursor.value === undefined ? [] : ((history.state as { way?: string[] }).way ?? []))

  const go = (to: string | undefined, kept: string[]): void =>
    void router.push({ query: { ...route.query, cursor: to }, hash: route.hash, state: { way: kept } })

  return {
    cursor,
    next: to => go(to, [...way(), cursor.value ?? '']),
    previous: () => go(way().at(-1) || undefined, way().slice(0, -1)),
    first: () => go(undefined, []),
    hasPrevious: computed(() => way().length > 0)
  }
}
