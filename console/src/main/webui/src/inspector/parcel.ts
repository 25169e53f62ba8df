import { newKey } from '@/api/key'
import { ProblemError, SignedOutError, UnreachableError, type Problem } from '@/api/problem'
import { inspectionOf, SIDES, type Finding, type Fingerprints, type Side, type Visit } from './visit'

/**
 * An inspection on its way, in as many calls as it takes: the inspection itself, whose answer gives it and its hazards their ids, then the
 * pictures of its signatures, then each photo to its hazard. What was done is kept after each call, and each call has a key of its own or does
 * no harm twice, so that sending can be taken up again anywhere, after a crash, a reload or a new sign-in, and nothing is there twice.
 */
export interface Parcel {
  id: string
  owner: string
  visit: Visit
  packedAt: string
  state: State
  steps: Step[]
  /** What the inspection became. */
  recorded?: Recorded
  sentAt?: string
  /** How often it did not get through; and not before when it is tried again. */
  failures: number
  notBefore: number
  /** Why it was refused. */
  problem?: Problem
}

/** Waiting for the network, or for whoever it belongs to; on its way; arrived; or refused, which only a person can mend. */
export type State = 'WAITING' | 'SENDING' | 'SENT' | 'REFUSED'

export type Step =
  | { kind: 'inspection'; key: string; body: object; done: boolean; triedAt?: number }
  | { kind: 'signature'; side: Side; done: boolean; problem?: Problem }
  | { kind: 'photo'; key: string; finding: number; photo: string; done: boolean; problem?: Problem }

export interface Recorded {
  id: string
  hazards: { id: string; number: string }[]
}

/** How a parcel gets out, and is kept. */
export interface Courier {
  record: (body: object, key: string) => Promise<Recorded>
  /** Looks whether an inspection is there already whose key may have been forgotten. */
  find: (body: object) => Promise<Recorded | undefined>
  sign: (inspection: string, side: Side, picture: string) => Promise<void>
  attach: (hazard: string, photo: string, key: string, caption: string) => Promise<void>
  keep: (parcel: Parcel) => Promise<void>
  now: () => number
}

/** For how long the services know a key, less some hours. */
const KEYS_LAST = 6.5 * 24 * 3_600_000
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 5 * 60_000

/** The name under which the picture of a visit's signature is kept in this browser. */
export function signatureOf(visit: Visit, side: Side): string {
  return `${visit.id} ${side}`
}

/** The names of all pictures of a visit, also of those that did not go along. */
export function picturesOf(visit: Visit): string[] {
  return [...SIDES.map(side => signatureOf(visit, side)), ...visit.findings.flatMap(({ photos }) => photos)]
}

/** Everything that a visit takes to be sent; a signature goes along as a picture if the inspection names its fingerprint. */
export function pack(visit: Visit, signatures: Fingerprints, now: Date): Parcel {
  return {
    id: visit.id,
    owner: visit.owner,
    visit,
    packedAt: now.toISOString(),
    state: 'WAITING',
    failures: 0,
    notBefore: 0,
    steps: [
      { kind: 'inspection', key: newKey(), body: inspectionOf(visit, signatures), done: false },
      ...SIDES.filter(side => signatures[side]).map((side): Step => ({ kind: 'signature', side, done: false })),
      ...visit.findings.flatMap((finding, index) =>
        finding.photos.map((photo): Step => ({ kind: 'photo', key: newKey(), finding: index, photo, done: false }))
      )
    ]
  }
}

export function isDue(parcel: Parcel, now: number): boolean {
  return (parcel.state === 'WAITING' || parcel.state === 'SENDING') && parcel.notBefore <= now
}

export function doneOf(parcel: Parcel): number {
  return parcel.steps.filter(({ done }) => done).length
}

/** Takes a parcel as far as it gets; answers whether it is worth going on with the next one. */
export async function send(parcel: Parcel, courier: Courier): Promise<boolean> {
  parcel.state = 'SENDING'
  for (const step of parcel.steps) {
    if (step.done || problemOf(step)) {
      continue
    }
    try {
      await take(step, parcel, courier)
      step.done = true
      parcel.failures = 0
    } catch (failure) {
      if (!(failure instanceof ProblemError) || isPassing(failure.status)) {
        await postpone(parcel, failure, courier)
        return false
      }
      if (step.kind === 'inspection') {
        return refuse(parcel, failure.problem, courier)
      }
      step.problem = failure.problem // the others may get through
    }
    await courier.keep(parcel)
  }
  const problem = parcel.steps.map(problemOf).find(each => each)
  if (problem) {
    return refuse(parcel, problem, courier)
  }
  parcel.state = 'SENT'
  parcel.sentAt = new Date(courier.now()).toISOString()
  await courier.keep(parcel)
  return true
}

/** To be tried again now, what was refused too; its keys stay, since what was refused was not done. */
export function retry(parcel: Parcel): void {
  parcel.state = 'WAITING'
  parcel.notBefore = 0
  delete parcel.problem
  parcel.steps.forEach(step => step.kind !== 'inspection' && delete step.problem)
}

/** Goes without the pictures that were refused. */
export function leaveOutRefused(parcel: Parcel): void {
  parcel.steps = parcel.steps.filter(step => !problemOf(step))
  retry(parcel)
}

/** What a photo is called on record: the hazard in words and which of its photos it is; the same however often it is sent. */
function captionOf({ description, photos }: Finding, photo: string): string {
  const words = description.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim()
  return `${[...words].slice(0, 60).join('')} ${photos.indexOf(photo) + 1}`.trim()
}

/** Why a picture was refused, which holds up nothing else. */
function problemOf(step: Step): Problem | undefined {
  return step.kind === 'inspection' ? undefined : step.problem
}

async function take(step: Step, parcel: Parcel, courier: Courier): Promise<void> {
  if (step.kind === 'signature') {
    return courier.sign(parcel.recorded!.id, step.side, signatureOf(parcel.visit, step.side))
  }
  if (step.kind === 'photo') {
    const hazard = parcel.recorded?.hazards[step.finding]
    if (!hazard) {
      throw new RangeError(`the inspection answered no hazard ${step.finding}`)
    }
    return courier.attach(hazard.id, step.photo, step.key, captionOf(parcel.visit.findings[step.finding]!, step.photo))
  }
  const forgotten = step.triedAt !== undefined && courier.now() - step.triedAt > KEYS_LAST
  const found = forgotten ? await courier.find(step.body) : undefined
  if (!found && (forgotten || step.triedAt === undefined)) {
    step.triedAt = courier.now()
    await courier.keep(parcel)
  }
  parcel.recorded = found ?? (await courier.record(step.body, step.key))
}

/** What time alone mends. */
function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

async function postpone(parcel: Parcel, failure: unknown, courier: Courier): Promise<void> {
  const expected = failure instanceof UnreachableError || failure instanceof SignedOutError || failure instanceof ProblemError
  parcel.state = 'WAITING'
  parcel.failures++
  parcel.notBefore = courier.now() + Math.min(FIRST_PAUSE * 2 ** (parcel.failures - 1), LONGEST_PAUSE)
  await courier.keep(parcel)
  if (!expected) {
    throw failure // a mistake of ours; what was done is kept all the same
  }
}

async function refuse(parcel: Parcel, problem: Problem, courier: Courier): Promise<boolean> {
  parcel.state = 'REFUSED'
  parcel.problem = problem
  await courier.keep(parcel)
  return true
}
