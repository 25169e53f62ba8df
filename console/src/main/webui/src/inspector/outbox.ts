import { computed, shallowRef, watch } from 'vue'
import { get, items, post, put } from '@/api/client'
import { ProblemError, SignedOutError, UnreachableError } from '@/api/problem'
import { confirmed, session, signedOut, type Session } from '@/app/session'
import { i18n } from '@/i18n'
import { fingerprint, picture } from './drawing'
import { kept, plain } from './kept'
import { isDue, leaveOutRefused, pack, picturesOf, retry, send, signatureOf, type Courier, type Parcel, type Recorded } from './parcel'
import { SIDES, type Side, type Visit } from './visit'
import { pictureCalled } from './visits'

const LOOK_EVERY = 3_000
const KEPT_AFTER_SENDING = 30 * 24 * 3_600_000

/** What whoever is signed in has sent, or is about to; the latest first. */
export const parcels = shallowRef<Parcel[]>([])

export const waiting = computed(() => parcels.value.filter(({ state }) => state !== 'SENT'))

/** Seals a visit: from here on it is sent by itself, as soon as there is a network. */
export async function seal(visit: Visit): Promise<void> {
  const sides = SIDES.filter(side => side === 'inspector' || visit.refusal === undefined)
  const signatures = (await Promise.all(sides.map(side => signed(visit, side)))).filter(({ fingerprint }) => fingerprint)
  const fingerprints = Object.fromEntries(signatures.map(({ side, fingerprint }) => [side, fingerprint]))
  const change = (await kept()).transaction(['visits', 'parcels', 'pictures'], 'readwrite')
  signatures.forEach(({ side, content }) => void change.objectStore('pictures').put(content, signatureOf(visit, side)))
  void change.objectStore('parcels').put(plain(pack(plain(visit), fingerprints, new Date())))
  void change.objectStore('visits').delete(visit.id)
  await change.done
  await look()
  void deliver()
}

/** Makes a draft again of what was refused, to be mended; it will be another intention, with keys of its own. */
export async function unpack(parcel: Parcel): Promise<void> {
  const visit: Visit = { ...parcel.visit, ...(parcel.problem ? { problem: parcel.problem } : {}) }
  const change = (await kept()).transaction(['visits', 'parcels', 'pictures'], 'readwrite')
  SIDES.forEach(side => void change.objectStore('pictures').delete(signatureOf(visit, side)))
  void change.objectStore('visits').put(plain({ ...visit, changedAt: new Date().toISOString() }))
  void change.objectStore('parcels').delete(parcel.id)
  await change.done
  await look()
}

export async function sendAgain(parcel: Parcel, withoutRefused: boolean): Promise<void> {
  const again = plain(parcel)
  if (withoutRefused) {
    leaveOutRefused(again)
  } else {
    retry(again)
  }
  await courier.keep(again)
  await deliver()
}

/** Sends whatever is there whenever it can: when the network is back, when the page is looked at, and every now and then. */
export function start(): void {
  void navigator.storage?.persist?.() // a phone short of space shall clear other things
  addEventListener('online', () => void deliver(Infinity))
  document.addEventListener('visibilitychange', () => void deliver())
  watch([session, confirmed, signedOut], () => void deliver(Infinity))
  setInterval(() => void deliver(), LOOK_EVERY)
  void prune()
    .then(look)
    .then(() => deliver())
}

/** Reads anew what is kept. */
export async function look(): Promise<void> {
  const owner = session.value?.subject
  const found = owner ? await (await kept()).getAllFromIndex('parcels', 'owner', owner) : []
  parcels.value = found.sort((a, b) => b.packedAt.localeCompare(a.packedAt))
}

let delivering = false

/**
 * One page at a time sends; the keys would make up for two, but one is enough.
 *
 * @param at what is due by then: the network is back, say, and whatever waited for its next try waits no longer
 */
async function deliver(at = Date.now()): Promise<void> {
  if (delivering || !navigator.onLine || signedOut.value || !parcels.value.some(parcel => isDue(parcel, at))) {
    return
  }
  delivering = true
  try {
    if (navigator.locks) {
      await navigator.locks.request('bihuan-outbox', { ifAvailable: true }, lock => (lock ? deliverAll(at) : undefined))
    } else {
      await deliverAll(at)
    }
  } finally {
    delivering = false
  }
}

async function deliverAll(at: number): Promise<void> {
  await look() // another page may have been at it
  for (const parcel of parcels.value.filter(each => isDue(each, at)).reverse()) {
    if (!(await isTheirs(parcel)) || !(await send(plain(parcel), courier))) {
      return
    }
  }
}

/** The session is the server's: meanwhile somebody else may have signed in, who shall not send this in his name. */
async function isTheirs(parcel: Parcel): Promise<boolean> {
  try {
    return (await get<Session>('/session')).data.subject === parcel.owner
  } catch (failure) {
    if (failure instanceof UnreachableError || failure instanceof SignedOutError) {
      return false
    }
    throw failure
  }
}

const courier: Courier = {
  record: async (body, key) => (await post<Recorded>('/api/inspections', body, { key })).data,

  async find(body) {
    const { site, inspectedAt, inspectors } = body as { site: string; inspectedAt: string; inspectors: string[] }
    const to = new Date(Date.parse(inspectedAt) + 1).toISOString()
    const query = { site, from: inspectedAt, to, inspector: inspectors[0] }
    for await (const found of items<Recorded>('/api/inspections', { query })) {
      return found
    }
    return undefined
  },

  async sign(inspection, side, picture) {
    await put(`/api/inspections/${inspection}/signatures/${side}`, await stillKept(picture))
  },

  async attach(hazard, photo, key, caption) {
    const form = new FormData()
    form.append('file', await stillKept(photo), `${caption}.jpg`)
    await post(`/api/hazards/${hazard}/evidence`, form, { key })
  },

  async keep(parcel) {
    const change = (await kept()).transaction(['parcels', 'pictures'], 'readwrite')
    void change.objectStore('parcels').put(plain(parcel))
    if (parcel.state === 'SENT') {
      picturesOf(parcel.visit).forEach(name => void change.objectStore('pictures').delete(name))
    }
    await change.done
    await look()
  },

  now: () => Date.now()
}

/** A signature as a picture. It is made once and kept until it was sent: made again it may be of other bytes, and the record knows it by these. */
async function signed(visit: Visit, side: Side): Promise<{ side: Side; content: Blob; fingerprint: string | undefined }> {
  const content = await picture(visit[side].drawing)
  return { side, content, fingerprint: await fingerprint(content) }
}

async function stillKept(name: string): Promise<Blob> {
  const content = await pictureCalled(name)
  if (!content) {
    throw new ProblemError({ type: 'about:blank', status: 410, title: i18n.global.t('inspector.outbox.pictureLost') })
  }
  return content
}

async function prune(): Promise<void> {
  const database = await kept()
  const oldest = new Date(Date.now() - KEPT_AFTER_SENDING).toISOString()
  for (const parcel of await database.getAll('parcels')) {
    if (parcel.state === 'SENT' && (parcel.sentAt ?? '') < oldest) {
      await database.delete('parcels', parcel.id)
    }
  }
}
