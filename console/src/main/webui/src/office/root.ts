import { ref, type Ref } from 'vue'
import { session } from '@/app/session'
import { childrenOf } from '@/common/districts'

/**
 * The district in which somebody begins to look: his own; whoever sees everything begins in the only one at the top of the register, or
 * with all there are, whose code is empty. Undefined while it is being asked for.
 */
export function useRoot(): Ref<string | undefined> {
  const root = ref(session.value?.districts[0])
  if (root.value === undefined) {
    childrenOf().then(
      top => (root.value = top.length === 1 ? top[0]!.code : ''),
      () => (root.value = '') // the reports themselves will say what is wrong
    )
  }
  return root
}
