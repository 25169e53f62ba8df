import { expect, it, vi } from 'vitest'
import { ProblemError } from '@/api/problem'
import { useCommand } from './useCommand'

const REFUSED = new ProblemError({ type: 'about:blank', title: 'away', status: 503 })

it('the same intention keeps its key until it was done', async () => {
  const send = vi.fn<(body: string, key: string) => Promise<void>>()
  send.mockRejectedValueOnce(REFUSED).mockResolvedValue()
  const { run, problem } = useCommand(send)

  expect(await run('close')).toBe(false)
  expect(problem.value?.status).toBe(503)
  expect(await run('close')).toBe(true)
  expect(problem.value).toBeUndefined()
  await run('close')

  const [first, second, third] = send.mock.calls.map(([, key]) => key)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

it('what was changed is another intention', async () => {
  const send = vi.fn<(body: string, key: string) => Promise<void>>().mockRejectedValue(REFUSED)
  const { run } = useCommand(send)
  await run('close')
  await run('return')
  const [first, second] = send.mock.calls.map(([, key]) => key)
  expect(second).not.toBe(first)
})

it('a second press while the first is on its way sends nothing', async () => {
  let done = (): void => {}
  const send = vi.fn<() => Promise<void>>(() => new Promise(resolve => (done = resolve)))
  const { run, busy } = useCommand(send)
  const first = run('close')
  expect(busy.value).toBe(true)
  expect(await run('close')).toBe(false)
  done()
  expect(await first).toBe(true)
  expect(send).toHaveBeenCalledTimes(1)
})

it('a mistake of ours is not told as a refusal', async () => {
  const { run } = useCommand(() => Promise.reject(new RangeError('ours')))
  await expect(run('close')).rejects.toBeInstanceOf(RangeError)
})
