import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { newKey } from '@/api/key'
import type { Problem } from '@/api/problem'
import { problemFrom } from './problem'

export interface Command<B> {
  /** Sends; true when it was done. A press of the button while it is on its way does nothing. */
  run: (body: B) => Promise<boolean>
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
}

/**
 * Something that a person does: the same intention bears the same key until it was done, however often the button is pressed, so it happens
 * once; what he has changed is another intention.
 *
 *     const close = useCommand((body: Closure, key) => post(`/api/hazards/${id}/closure`, body, { key }).then(emitClosed))
 */
export function useCommand<B>(send: (body: B, key: string) => Promise<unknown>): Command<B> {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  let intention: { said: string; key: string } | undefined

  async function run(body: B): Promise<boolean> {
    if (busy.value) {
      return false
    }
    const said = JSON.stringify(body ?? null)
    if (intention?.said !== said) {
      intention = { said, key: newKey() }
    }
    busy.value = true
    problem.value = undefined
    try {
      await send(body, intention.key)
      intention = undefined
      return true
    } catch (failure) {
      problem.value = problemFrom(failure)
      return false
    } finally {
      busy.value = false
    }
  }

  return { run, busy, problem }
}
