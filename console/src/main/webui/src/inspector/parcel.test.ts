import { expect, it, vi } from 'vitest'
import { ProblemError, SignedOutError, UnreachableError } from '@/api/problem'
import { doneOf, isDue, leaveOutRefused, pack, picturesOf, retry, send, type Courier, type Parcel } from './parcel'
import { beginVisit, type Visit } from './visit'

const NOW = new Date('2026-11-22T08:00:00Z')
const SIGNED = { inspector: 'a'.repeat(64), unit: 'b'.repeat(64) }
const RECORDED = { id: 'i1', hazards: [{ id: 'h1', number: '630102-2026-000001' }] }
const away = new UnreachableError()
const refusal = (status: number): ProblemError => new ProblemError({ type: 'about:blank', title: 'no', status })

function visit(): Visit {
  const site = { code: 'JC-1', name: '某餐馆', kind: 'RESTAURANT', districtCode: '630102' } as const
  const begun = beginVisit('me', site, 'INSPECTION', ['检查员甲'], [], NOW)
  begun.findings.push({
    id: 'f1',
    grade: 'GENERAL',
    category: 'COMMERCIAL_USE',
    description: '软管老化',
    photos: ['p1', 'p2']
  })
  return begun
}

/** A phone that remembers what it was told to keep, and a server that answers as the test says. */
function phone() {
  const courier = {
    record: vi.fn<Courier['record']>(async () => RECORDED),
    find: vi.fn<Courier['find']>(async () => undefined),
    sign: vi.fn<Courier['sign']>(async () => {}),
    attach: vi.fn<Courier['attach']>(async () => {}),
    keep: vi.fn<Courier['keep']>(async parcel => void (memory = JSON.stringify(parcel))),
    now: vi.fn(() => NOW.getTime())
  }
  let memory = JSON.stringify(pack(visit(), SIGNED, NOW))
  return { courier, restarted: (): Parcel => JSON.parse(memory) as Parcel }
}

it('the inspection goes first, then both signatures, then each photo to its hazard', async () => {
  const { courier, restarted } = phone()
  const { id } = restarted()
  expect(await send(restarted(), courier)).toBe(true)
  expect(courier.record).toHaveBeenCalledOnce()
  expect(courier.sign.mock.calls).toEqual([
    ['i1', 'inspector', `${id} inspector`],
    ['i1', 'unit', `${id} unit`]
  ])
  expect(courier.attach.mock.calls.map(([hazard, photo, , caption]) => [hazard, photo, caption])).toEqual([
    ['h1', 'p1', '软管老化 1'],
    ['h1', 'p2', '软管老化 2']
  ])
  expect(restarted()).toMatchObject({ state: 'SENT', recorded: RECORDED })
  expect(doneOf(restarted())).toBe(5)
})

it.each([1, 2, 3, 4, 5])('a browser that is closed before answer %i goes on from there with the same keys', async broken => {
  const { courier, restarted } = phone()
  const keys = restarted().steps.flatMap(step => ('key' in step ? step.key : []))
  let calls = 0
  const dies = async <T>(answer: T): Promise<T> => {
    if (++calls === broken) {
      throw away
    }
    return answer
  }
  courier.record.mockImplementation(() => dies(RECORDED))
  courier.sign.mockImplementation(() => dies(undefined))
  courier.attach.mockImplementation(() => dies(undefined))

  expect(await send(restarted(), courier)).toBe(false)
  expect(restarted().state).toBe('WAITING')
  expect(doneOf(restarted())).toBe(broken - 1)
  expect(await send(restarted(), courier)).toBe(true)

  expect(restarted().state).toBe('SENT')
  const sent = [...courier.record.mock.calls.map(([, key]) => key), ...courier.attach.mock.calls.map(([, , key]) => key)]
  expect(sent.length + courier.sign.mock.calls.length).toBe(6)
  expect(new Set(sent)).toEqual(new Set(keys))
})

it('every key is another', () => {
  const keys = pack(visit(), SIGNED, NOW).steps.flatMap(step => ('key' in step ? step.key : []))
  expect(new Set(keys).size).toBe(3)
})

it.each([away, new SignedOutError(), refusal(503), refusal(429)])('what time mends waits, longer each time (%s)', async failure => {
  const { courier, restarted } = phone()
  courier.record.mockRejectedValue(failure)
  await send(restarted(), courier)
  const first = restarted()
  expect(first.state).toBe('WAITING')
  expect(isDue(first, NOW.getTime())).toBe(false)
  expect(isDue(first, first.notBefore)).toBe(true)
  await send(restarted(), courier)
  expect(restarted().notBefore).toBeGreaterThan(first.notBefore)
})

it('an inspection that is refused waits for a person, with the reason', async () => {
  const { courier, restarted } = phone()
  courier.record.mockRejectedValue(refusal(400))
  expect(await send(restarted(), courier)).toBe(true)
  expect(restarted()).toMatchObject({ state: 'REFUSED', problem: { status: 400 } })
  expect(isDue(restarted(), Number.MAX_SAFE_INTEGER)).toBe(false)
  expect(courier.attach).not.toHaveBeenCalled()
})

it('a photo that is refused holds up no other, and can be left out', async () => {
  const { courier, restarted } = phone()
  courier.attach.mockRejectedValueOnce(refusal(400))
  await send(restarted(), courier)
  expect(restarted()).toMatchObject({ state: 'REFUSED', recorded: RECORDED })
  expect(doneOf(restarted())).toBe(4)

  const rest = restarted()
  leaveOutRefused(rest)
  await send(rest, courier)
  expect(restarted().state).toBe('SENT')
  expect(courier.record).toHaveBeenCalledOnce()
  expect(courier.attach).toHaveBeenCalledTimes(2)
})

it('a signature that is refused says so, holds up no photo, and is tried again on its own', async () => {
  const { courier, restarted } = phone()
  courier.sign.mockRejectedValueOnce(refusal(400))
  await send(restarted(), courier)
  expect(restarted()).toMatchObject({ state: 'REFUSED', recorded: RECORDED, problem: { status: 400 } })
  expect(courier.attach).toHaveBeenCalledTimes(2)

  const again = restarted()
  retry(again)
  expect(await send(again, courier)).toBe(true)
  expect(courier.sign.mock.calls.map(([, side]) => side)).toEqual(['inspector', 'unit', 'inspector'])
  expect(courier.record).toHaveBeenCalledOnce()
  expect(courier.attach).toHaveBeenCalledTimes(2)
  expect(restarted().state).toBe('SENT')
})

it('a signature without a fingerprint on record does not go along', () => {
  const { steps } = pack(visit(), { inspector: SIGNED.inspector }, NOW)
  expect(steps.flatMap(step => (step.kind === 'signature' ? step.side : []))).toEqual(['inspector'])
})

it('no picture of a visit is left behind, whether it went along or not', () => {
  const begun = visit()
  expect(picturesOf(begun)).toEqual([`${begun.id} inspector`, `${begun.id} unit`, 'p1', 'p2'])
})

it('a photo that is tried again keeps its key', async () => {
  const { courier, restarted } = phone()
  courier.attach.mockRejectedValueOnce(refusal(400))
  await send(restarted(), courier)
  const again = restarted()
  retry(again)
  await send(again, courier)
  const [first, , third] = courier.attach.mock.calls
  expect(third).toEqual(first)
  expect(restarted().state).toBe('SENT')
})

it('after so long that the key may be forgotten it is looked up first', async () => {
  const { courier, restarted } = phone()
  courier.record.mockRejectedValue(away)
  await send(restarted(), courier)
  courier.now.mockReturnValue(NOW.getTime() + 8 * 24 * 3_600_000)
  courier.find.mockResolvedValue(RECORDED)
  await send(restarted(), courier)
  expect(courier.record).toHaveBeenCalledOnce()
  expect(restarted().state).toBe('SENT')
})

it('a mistake of ours is not taken for a dead spot, and loses nothing', async () => {
  const { courier, restarted } = phone()
  courier.attach.mockRejectedValue(new RangeError('ours'))
  await expect(send(restarted(), courier)).rejects.toBeInstanceOf(RangeError)
  expect(restarted()).toMatchObject({ state: 'WAITING', recorded: RECORDED })
})
