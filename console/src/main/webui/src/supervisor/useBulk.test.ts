import { expect, it, vi } from 'vitest'
import { ProblemError } from '@/api/problem'
import { hazard } from '@/hazard/hazards.fixture'
import type { Hazard } from '@/hazard/types'
import { useBulk } from './useBulk'

const REFUSED = new ProblemError({ type: 'about:blank', title: '当前状态不允许此操作', status: 409 })
const [first, second] = [hazard({ id: '1' }), hazard({ id: '2' })]

it('each hazard has a call and a key of its own, and its own result', async () => {
  const send = vi.fn(async (each: Hazard, _body: object, _key: string) => {
    if (each.id === '1') {
      throw REFUSED
    }
    return each
  })
  const { run, results, failed } = useBulk(send)
  await run([first, second], { reason: '不属实' })
  expect(results.get('1')).toEqual({ state: 'failed', problem: REFUSED.problem })
  expect(results.get('2')?.state).toBe('done')
  expect(failed.value).toBe(1)
  const keys = send.mock.calls.map(([, , key]) => key)
  expect(keys[0]).not.toBe(keys[1])
})

it('what failed is sent again with its key, what was done is not', async () => {
  const send = vi.fn(async (each: Hazard, _body: object, _key: string) => each)
  send.mockRejectedValueOnce(REFUSED)
  const { run } = useBulk(send)
  await run([first, second], { reason: '不属实' })
  await run([first, second], { reason: '不属实' })
  expect(send.mock.calls.map(([{ id }]) => id)).toEqual(['1', '2', '1'])
  expect(send.mock.calls[2]![2]).toBe(send.mock.calls[0]![2])
})

it('what was changed, or stands otherwise by now, is another intention', async () => {
  const send = vi.fn(async (_each: Hazard, _body: object, _key: string): Promise<Hazard> => {
    throw REFUSED
  })
  const { run } = useBulk(send)
  await run([first], { reason: '一' })
  await run([first], { reason: '二' })
  await run([{ ...first, version: 3 }], { reason: '二' })
  expect(new Set(send.mock.calls.map(([, , key]) => key)).size).toBe(3)
})
