import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue'
import { newKey } from '@/api/key'
import type { Problem } from '@/api/problem'
import { problemFrom } from '@/common/problem'
import type { Hazard } from '@/hazard/types'

/** What became of one hazard of many. */
export interface Result {
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** As it stands after it was done. */
  hazard?: Hazard | undefined
  problem?: Problem | undefined
}

export interface Bulk<B> {
  /** Sends for one hazard after the other; those that were done stay done, and are not sent again. */
  run: (hazards: readonly Hazard[], body: B) => Promise<void>
  results: Map<string, Result>
  busy: Ref<boolean>
  failed: ComputedRef<number>
}

/** The same for many hazards: a call for each, with a key of its own that stays until it was done. */
export function useBulk<B>(send: (hazard: Hazard, body: B, key: string) => Promise<Hazard>): Bulk<B> {
  const results = reactive(new Map<string, Result>())
  const busy = ref(false)
  const keys = new Map<string, { said: string; key: string }>()

  function keyOf(hazard: Hazard, body: B): string {
    const said = JSON.stringify([hazard.version, body])
    const known = keys.get(hazard.id)
    const key = known?.said === said ? known.key : newKey()
    keys.set(hazard.id, { said, key })
    return key
  }

  async function run(hazards: readonly Hazard[], body: B): Promise<void> {
    if (busy.value) {
      return
    }
    busy.value = true
    const open = hazards.filter(({ id }) => results.get(id)?.state !== 'done')
    open.forEach(({ id }) => results.set(id, { state: 'waiting' }))
    try {
      for (const hazard of open) {
        results.set(hazard.id, { state: 'sending' })
        results.set(
          hazard.id,
          await send(hazard, body, keyOf(hazard, body)).then(
            (changed): Result => ({ state: 'done', hazard: changed }),
            (failure: unknown): Result => ({ state: 'failed', problem: problemFrom(failure) })
          )
        )
      }
    } finally {
      busy.value = false
    }
  }

  return { run, results, busy, failed: computed(() => [...results.values()].filter(({ state }) => state === 'failed').length) }
}
