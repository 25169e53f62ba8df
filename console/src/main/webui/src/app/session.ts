import { computed, ref, shallowRef } from 'vue'
import { get, onSignedOut } from '@/api/client'
import { SignedOutError } from '@/api/problem'
import { showTimesIn } from '@/common/time'
import { forgetPerson, keepPerson, keptPerson } from './person'

export type Role = 'INSPECTOR' | 'UNIT' | 'SUPERVISOR' | 'OFFICE' | 'INTAKE' | 'ADMIN'

/** Who works for the authorities, in the field or at a desk; an administrator sees what they see. */
export const STAFF: readonly Role[] = ['INSPECTOR', 'SUPERVISOR', 'OFFICE']

/** Who is signed in, as the console's server says. */
export interface Session {
  subject: string
  name: string
  roles: Role[]
  /** Codes of the districts that he may see and act in, with all below them. */
  districts: string[]
  /** The code of the unit that he belongs to. */
  unit: string | null
  until: string
  zone: string
  /** Whether the hazards here are made up. */
  simulated: boolean
}

export const session = shallowRef<Session>()

/** Whether the session ended while pages were open: what they hold is kept, and a dialog asks to sign in again. */
export const signedOut = ref(false)

/** Whether the server has said who is signed in; without a network it is whoever was signed in last in this browser. */
export const confirmed = ref(false)

export const roles = computed(() => session.value?.roles ?? [])

/** Whether whoever is signed in has one of the roles; an administrator sees everything, and so does anybody what asks for no role. */
export function mayOpen(wanted: readonly Role[] | undefined): boolean {
  return !wanted || roles.value.some(role => role === 'ADMIN' || wanted.includes(role))
}

/** Asks who is signed in; without anybody goes to the sign-in and comes back to this address. */
export async function openSession(): Promise<void> {
  try {
    session.value = (await get<Session>('/session')).data
    confirmed.value = true
    keepPerson(session.value)
  } catch (failure) {
    if (failure instanceof SignedOutError) {
      forgetPerson()
      signIn()
      return new Promise(() => {}) // the page is being left
    }
    session.value = keptPerson()
    if (!session.value) {
      throw failure
    }
  }
  showTimesIn(session.value.zone)
  onSignedOut.add(() => (signedOut.value = true))
}

/** After signing in elsewhere, in another tab say: goes on here if it is the same person, else begins anew. */
export async function resumeSession(): Promise<void> {
  try {
    const found = (await get<Session>('/session')).data
    if (found.subject !== session.value?.subject) {
      location.assign('/')
    }
    session.value = found
    confirmed.value = true
    keepPerson(found)
    signedOut.value = false
  } catch (failure) {
    if (!(failure instanceof SignedOutError)) {
      throw failure
    }
  }
}

export function signOut(): void {
  forgetPerson()
  location.assign('/sign-out')
}

function signIn(): void {
  location.assign(`/sign-in?${new URLSearchParams({ to: location.pathname + location.search })}`)
}
