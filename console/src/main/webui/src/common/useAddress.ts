import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** What stands in the address is text; a list is the same name several times. */
export type Filters = Record<string, string | string[] | undefined>

/**
 * Filters that live in the address, so that a link shows a colleague the same picture, and Back goes back. What has its default does not
 * stand there.
 *
 *     const filters = useAddress({ period: 'THIS_WEEK', district: undefined as string | undefined, grade: [] as string[] })
 *     filters.value = { ...filters.value, period: 'THIS_MONTH' }
 */
export function useAddress<F extends Filters>(defaults: F): WritableComputedRef<F> {
  const route = useRoute()
  const router = useRouter()

  return computed({
    get: () =>
      Object.fromEntries(
        Object.entries(defaults).map(([name, value]) => {
          const given = [route.query[name] ?? []].flat().filter((each): each is string => each !== null)
          return [name, given.length === 0 ? value : Array.isArray(value) ? given : given[0]]
        })
      ) as F,
    set: filters => {
      const query: LocationQueryRaw = { ...route.query }
      for (const [name, value] of Object.entries(filters)) {
        if (value === undefined || value === '' || JSON.stringify(value) === JSON.stringify(defaults[name])) {
          delete query[name]
        } else {
          query[name] = value
        }
      }
      void router.push({ query, hash: route.hash })
    }
  })
}

/** One of them by itself, for `v-model`. */
export function filter<F extends Filters, K extends keyof F>(
  filters: WritableComputedRef<F>,
  name: K
): WritableComputedRef<F[K]> {
  return computed({
    get: () => filters.value[name],
    set: value => (filters.value = { ...filters.value, [name]: value })
  })
}
