import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { address, get, items, onSignedOut, post, put } from './client'
import { ProblemError, SignedOutError, UnreachableError } from './problem'

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

const server = vi.fn<typeof fetch>()
const sent = (call: number): { headers: Headers; method: string; body: unknown } => {
  const [, init] = server.mock.calls[call]!
  return { headers: new Headers(init!.headers), method: init!.method!, body: init!.body }
}

beforeEach(() => {
  vi.stubGlobal('fetch', server)
  vi.useFakeTimers()
})
afterEach(() => {
  server.mockReset()
  onSignedOut.clear()
  vi.useRealTimers()
})

it('a POST that was lost on the way is sent again with the same key', async () => {
  server
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValueOnce(json({ title: 'away', status: 503 }, 503))
    .mockResolvedValueOnce(json({ id: 1 }, 201))
  const answer = post<{ id: number }>('/api/hazards', { description: '漏气' })
  await vi.runAllTimersAsync()
  expect((await answer).data).toEqual({ id: 1 })
  const keys = [0, 1, 2].map(call => sent(call).headers.get('Idempotency-Key'))
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(keys).size).toBe(1)
})

it('an answer that breaks off is asked for once more', async () => {
  const broken = json({ id: 1 })
  vi.spyOn(broken, 'text').mockRejectedValue(new TypeError('Failed to fetch')) // as browsers say it
  server.mockResolvedValueOnce(broken).mockResolvedValueOnce(json({ id: 1 }))
  const answer = get<{ id: number }>('/api/hazards/1')
  await vi.runAllTimersAsync()
  expect((await answer).data).toEqual({ id: 1 })
})

it('two POSTs are two intentions', async () => {
  server.mockImplementation(async () => json({}))
  await post('/api/hazards', {})
  await post('/api/hazards', {})
  expect(sent(0).headers.get('Idempotency-Key')).not.toBe(sent(1).headers.get('Idempotency-Key'))
})

it('a key that is given is kept, and a GET has none', async () => {
  server.mockImplementation(async () => json({}))
  await post('/api/hazards', {}, { key: 'kept' })
  await get('/api/hazards')
  expect(sent(0).headers.get('Idempotency-Key')).toBe('kept')
  expect(sent(1).headers.get('Idempotency-Key')).toBeNull()
})

it('a refusal is told with its fields, and not sent again', async () => {
  const problem = {
    type: 'urn:bihuan:problem:400',
    title: '请求内容有误',
    status: 400,
    detail: '请求未作任何更改',
    violations: [{ field: 'districtCode', message: '区划代码 630199 未登记' }]
  }
  server.mockResolvedValue(json(problem, 400, { 'Content-Type': 'application/problem+json' }))
  const refused = await post('/api/hazards', {}).catch((failure: unknown) => failure)
  expect(refused).toBeInstanceOf(ProblemError)
  expect((refused as ProblemError).problem).toEqual(problem)
  expect(server).toHaveBeenCalledTimes(1)
})

it('an answer that is no problem document is one all the same', async () => {
  server.mockResolvedValue(new Response('<html>', { status: 413, statusText: 'Payload Too Large' }))
  const refused = (await get('/api/hazards').catch((failure: unknown) => failure)) as ProblemError
  expect(refused.problem).toEqual({ type: 'about:blank', title: 'Payload Too Large', status: 413 })
})

it('what cannot be reached is said to be so', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'))
  const asked = expect(get('/api/hazards')).rejects.toBeInstanceOf(UnreachableError)
  await vi.runAllTimersAsync()
  await asked
  expect(server).toHaveBeenCalledTimes(3)
})

it('whoever has lost interest gets no second try', async () => {
  server.mockRejectedValue(new DOMException('gone', 'AbortError'))
  await expect(get('/api/hazards')).rejects.toHaveProperty('name', 'AbortError')
  expect(server).toHaveBeenCalledTimes(1)
})

it.each([401, 499])('a session that ended (%i) is told to who waits for it', async status => {
  const told = vi.fn()
  onSignedOut.add(told)
  server.mockResolvedValue(new Response('', { status }))
  await expect(get('/api/hazards')).rejects.toBeInstanceOf(SignedOutError)
  expect(told).toHaveBeenCalledOnce()
})

it('a change names the version that it was made from, and learns the new one', async () => {
  server.mockResolvedValue(json({}, 200, { ETag: '"8"' }))
  const answer = await put('/api/units/1', { name: '甲' }, { ifMatch: '"7"' })
  expect(sent(0).headers.get('If-Match')).toBe('"7"')
  expect(answer.etag).toBe('"8"')
})

it('a form is sent as the browser writes it', async () => {
  server.mockResolvedValue(json({}))
  const form = new FormData()
  await post('/api/imports', form)
  expect(sent(0).body).toBe(form)
  expect(sent(0).headers.get('Content-Type')).toBeNull()
})

it('a file is sent as it is, by its own type', async () => {
  server.mockResolvedValue(new Response(null, { status: 204 }))
  const picture = new Blob(['…'], { type: 'image/png' })
  expect((await put('/api/inspections/1/signatures/unit', picture)).data).toBeUndefined()
  expect(sent(0).body).toBe(picture)
  expect(sent(0).headers.get('Content-Type')).toBe('image/png')
})

it('a list is read to its end', async () => {
  server
    .mockResolvedValueOnce(json({ items: [1, 2], nextCursor: 'c' }))
    .mockResolvedValueOnce(json({ items: [3], nextCursor: null }))
  const found = []
  for await (const item of items<number>('/api/hazards', { query: { status: ['FOUND'] } })) {
    found.push(item)
  }
  expect(found).toEqual([1, 2, 3])
  expect(server.mock.calls.map(([path]) => path)).toEqual(['/api/hazards?status=FOUND', '/api/hazards?status=FOUND&cursor=c'])
})

it('a query repeats lists and leaves out what is not given', () => {
  expect(address('/api/hazards', { status: ['FOUND', 'ASSIGNED'], q: '燃气 &', grade: undefined, unit: '', overdue: false })).toBe(
    '/api/hazards?status=FOUND&status=ASSIGNED&q=%E7%87%83%E6%B0%94+%26&overdue=false'
  )
  expect(address('/api/hazards')).toBe('/api/hazards')
})
