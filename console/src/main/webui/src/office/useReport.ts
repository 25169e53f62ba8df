import { computed, type Ref } from 'vue'
import { get } from '@/api/client'
import { useLoad } from '@/common/useLoad'
import type { Report } from './figures'
import { pathWithin } from './names'
import { useLiveLoad } from './useLiveLoad'
import type { View } from './useView'

/** The figures of a district and its parts, and what they are called. */
export function useReport(view: View, news: Readonly<Ref<number>>) {
  const query = computed(() => ({ parent: view.district.value, compare: view.comparable.value, ...view.time.value }))
  const report = useLiveLoad(
    signal => get<Report>('/api/reports/districts', { query: query.value, signal }).then(answer => answer.data),
    () => query.value,
    () => news.value
  )
  const path = useLoad(
    () => pathWithin(view.root, view.district.value),
    () => view.district.value
  )

  return {
    ...report,
    path: path.data,
    /** Tells one question from another: figures that differ between two answers to the same one have changed. */
    question: computed(() => JSON.stringify(query.value)),
    place: computed(() => path.data.value?.at(-1)?.name ?? ''),
    /** Whether there is nothing below: what lies there are hazards. */
    lowest: computed(() => report.data.value?.items.every(({ districtCode }) => districtCode === view.district.value) ?? false)
  }
}
