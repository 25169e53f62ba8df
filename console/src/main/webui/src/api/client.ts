import { language } from '@/i18n'
import { newKey } from './key'
import { problemOf, ProblemError, SignedOutError, UnreachableError } from './problem'

/** What filters a list or narrows a report; what is undefined, null or empty is left out, a list is repeated. */
export type Query = Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>

export interface Asking {
  query?: Query
  signal?: AbortSignal
  /** What the answer shall be, if not JSON. */
  accept?: string
}

export interface Changing extends Asking {
  /** The ETag of what is being changed: nobody else shall have changed it since. */
  ifMatch?: string
  /** Tells this intention from every other, however often it is sent. Give one to keep it over a reload; else each call has its own. */
  key?: string
}

/** What was answered, and its version where it has one. */
export interface Answer<T> {
  data: T
  etag: string | undefined
}

/** A page of a list. */
export interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

/** Whoever wants to know that the session has ended. */
export const onSignedOut = new Set<() => void>()

const SIGNED_OUT = [401, 499]
/** Nothing was done, or it cannot be told: the same once more does no harm, since it bears the same key. */
const WORTH_ANOTHER_TRY = [429, 502, 503, 504]
const TRIES = 3
const LONGEST_PAUSE = 10_000

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

export async function get<T>(path: string, asking: Asking = {}): Promise<Answer<T>> {
  return call('GET', path, undefined, asking, read<T>)
}

/** Sends a JSON body, or a form with files. */
export async function post<T>(path: string, body?: unknown, changing: Changing = {}): Promise<Answer<T>> {
  return call('POST', path, body, { ...changing, key: changing.key ?? newKey() }, read<T>)
}

/** Sends a JSON body, or a file as it is. */
export async function put<T>(path: string, body: unknown, changing: Changing = {}): Promise<Answer<T>> {
  return call('PUT', path, body, changing, read<T>)
}

export async function remove(path: string, changing: Changing = {}): Promise<void> {
  await call('DELETE', path, undefined, changing, read)
}

/** A file: a document, a sheet, a photo. */
export async function file(path: string, asking: Asking = {}): Promise<{ blob: Blob; name: string | undefined }> {
  return call('GET', path, undefined, asking, async answer => ({
    blob: await answer.blob(),
    name: nameOf(answer.headers.get('Content-Disposition'))
  }))
}

/** Every item of a list, page by page, for as long as they are asked for. */
export async function* items<T>(path: string, asking: Asking = {}): AsyncGenerator<T> {
  let cursor: string | null | undefined
  do {
    const page: Answer<Page<T>> = await get<Page<T>>(path, { ...asking, query: { ...asking.query, cursor } })
    yield* page.data.items
    cursor = page.data.nextCursor
  } while (cursor)
}

/** A path with its query, as the services read it. */
export function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().filter(each => each !== undefined && each !== null && each !== '').map(each => [name, String(each)])
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs as [string, string][])}`
}

/** An answer that breaks off while it is read was lost on the way, as one that never came. */
async function call<T>(
  method: string,
  path: string,
  body: unknown,
  asking: Changing,
  reading: (answer: Response) => Promise<T>
): Promise<T> {
  const { headers, content } = request(body, asking)
  // What has no key is sent again only if it changes nothing twice: a GET, a PUT or a DELETE.
  for (let tried = 1; ; tried++) {
    try {
      const answer = await fetch(address(path, asking.query), { method, headers, body: content, signal: asking.signal })
      if (answer.ok) {
        return await reading(answer)
      }
      if (SIGNED_OUT.includes(answer.status)) {
        onSignedOut.forEach(tell => tell())
        throw new SignedOutError()
      }
      if (tried === TRIES || !WORTH_ANOTHER_TRY.includes(answer.status)) {
        throw new ProblemError(await problemOf(answer))
      }
      await pause(pauseAfter(tried, answer.headers.get('Retry-After')))
    } catch (failure) {
      if (!(failure instanceof TypeError)) {
        throw failure // an answer that was no success, or the caller has lost interest
      }
      if (tried === TRIES) {
        throw new UnreachableError()
      }
      await pause(pauseAfter(tried, null))
    }
  }
}

function request(body: unknown, asking: Changing): { headers: Headers; content: BodyInit | undefined } {
  const headers = new Headers({ Accept: asking.accept ?? 'application/json', 'Accept-Language': language() })
  if (asking.key) {
    headers.set('Idempotency-Key', asking.key)
  }
  if (asking.ifMatch) {
    headers.set('If-Match', asking.ifMatch)
  }
  if (body === undefined) {
    return { headers, content: undefined }
  }
  if (body instanceof FormData) {
    return { headers, content: body } // the browser says where its parts begin
  }
  if (body instanceof Blob) {
    headers.set('Content-Type', body.type)
    return { headers, content: body }
  }
  headers.set('Content-Type', 'application/json')
  return { headers, content: JSON.stringify(body) }
}

function pauseAfter(tried: number, retryAfter: string | null): number {
  const told = Number(retryAfter) * 1000
  return Math.min(told > 0 ? told : 300 * 3 ** (tried - 1), LONGEST_PAUSE)
}

async function read<T>(answer: Response): Promise<Answer<T>> {
  const text = await answer.text()
  return { data: (text === '' ? undefined : JSON.parse(text)) as T, etag: answer.headers.get('ETag') ?? undefined }
}

function nameOf(disposition: string | null): string | undefined {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  return encoded ? decodeURIComponent(encoded) : disposition?.match(/filename="?([^";]+)"?/i)?.[1]
}
