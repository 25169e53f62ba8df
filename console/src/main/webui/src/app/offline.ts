import { computed, ref } from 'vue'
import { confirmed, resumeSession } from './session'

const connected = ref(navigator.onLine)
const ASK_AGAIN = 15_000

/** Whether the pages live on what this browser has kept. */
export const offline = computed(() => !connected.value || !confirmed.value)

/** Finds out when a dead spot is entered, and left. */
export function noticeDeadSpots(): void {
  addEventListener('online', () => {
    connected.value = true
    void confirm()
  })
  addEventListener('offline', () => (connected.value = false))
  setInterval(() => void confirm(), ASK_AGAIN)
}

/** Keeps the pages of those who go where there is no network. */
export function keepPages(): void {
  // Only where the page came over TLS or from this machine is there such a thing.
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/worker.js').catch((failure: unknown) => console.warn('no pages without a network:', failure))
  }
}

/** Who was taken to be signed in while nobody could be asked: is he? */
async function confirm(): Promise<void> {
  if (!confirmed.value && navigator.onLine) {
    await resumeSession().catch((failure: unknown) => console.info('still without a network:', failure))
  }
}
