import { address, type Query } from './client'

const AGAIN_AFTER = 5_000

/**
 * Listens to what a service tells by and by. The browser takes up a connection that broke; one that was refused (a session that ended, a
 * service that is down) is tried again here.
 *
 * @param connected is told whenever the connection stands, and whenever it is gone
 * @returns what ends it
 */
export function listen<T>(
  path: string,
  query: Query,
  event: string,
  told: (data: T) => void,
  connected: (stands: boolean) => void = () => {}
): () => void {
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined

  const open = (): void => {
    source = new EventSource(address(path, query))
    source.addEventListener('open', () => connected(true))
    source.addEventListener(event, message => told(JSON.parse((message as MessageEvent<string>).data) as T))
    source.addEventListener('error', () => {
      connected(false)
      if (source.readyState === EventSource.CLOSED) {
        again = setTimeout(open, AGAIN_AFTER)
      }
    })
  }
  open()

  return () => {
    clearTimeout(again)
    source.close()
  }
}
