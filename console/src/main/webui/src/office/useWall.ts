import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

const EACH_SHOWN_FOR = 20_000

/** Shows scenes one after the other, until somebody wants to look at one for longer. */
export function useRotation(scenes: number): { scene: Ref<number>; stopped: Ref<boolean>; show: (chosen: number) => void } {
  const scene = ref(0)
  const stopped = ref(false)
  let turn: ReturnType<typeof setInterval>

  const begin = (): void => {
    clearInterval(turn)
    turn = setInterval(() => {
      if (!stopped.value) {
        scene.value = (scene.value + 1) % scenes
      }
    }, EACH_SHOWN_FOR)
  }
  onMounted(begin)
  onBeforeUnmount(() => clearInterval(turn))

  return {
    scene,
    stopped,
    show: chosen => {
      scene.value = chosen
      begin()
    }
  }
}

/** Dark while it is shown, and the screen stays awake where the browser can see to that. */
export function useDarkAndAwake(): void {
  let lock: WakeLockSentinel | undefined

  // It is lost whenever something else comes before the page; a browser may refuse it, and the screen's own settings count then.
  const stayAwake = async (): Promise<void> => {
    if (document.visibilityState === 'visible') {
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    }
  }
  onMounted(() => {
    document.documentElement.classList.add('wall')
    document.addEventListener('visibilitychange', stayAwake)
    void stayAwake()
  })
  onBeforeUnmount(() => {
    document.documentElement.classList.remove('wall')
    document.removeEventListener('visibilitychange', stayAwake)
    void lock?.release()
  })
}

/** The time, by the second. */
export function useClock(): Ref<number> {
  const now = ref(Date.now())
  let tick: ReturnType<typeof setInterval>
  onMounted(() => (tick = setInterval(() => (now.value = Date.now()), 1_000)))
  onBeforeUnmount(() => clearInterval(tick))
  return now
}
