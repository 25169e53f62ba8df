import { computed, type ComputedRef } from 'vue'
import { get } from '@/api/client'
import { useLoad, type Loaded } from '@/common/useLoad'
import { addressOf, type Entry, type Exhibit, type Hazard } from './types'

/** A hazard with its history and its photos. */
export interface Known {
  hazard: Hazard
  history: Entry[]
  exhibits: Exhibit[]
}

/** Loads a hazard, and again after each step. */
export function useHazard(id: () => string): Loaded<Known> & { hazard: ComputedRef<Hazard | undefined> } {
  const loaded = useLoad(async signal => {
    const at = addressOf(id())
    const [hazard, history, evidence] = await Promise.all([
      get<Hazard>(at, { signal }),
      get<{ items: Entry[] }>(`${at}/history`, { signal }),
      get<{ items: Exhibit[] }>(`${at}/evidence`, { signal })
    ])
    return { hazard: hazard.data, history: history.data.items, exhibits: evidence.data.items }
  }, id)
  return { ...loaded, hazard: computed(() => loaded.data.value?.hazard) }
}
