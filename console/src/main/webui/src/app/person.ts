import type { Session } from './session'

/** Who was signed in last in this browser, for where there is no network to ask: what the pages go by, and nothing that lets anybody in. */
type Person = Pick<Session, 'subject' | 'name' | 'roles' | 'zone' | 'simulated'>

const KEPT = 'bihuan.person'

export function keepPerson({ subject, name, roles, zone, simulated }: Session): void {
  localStorage.setItem(KEPT, JSON.stringify({ subject, name, roles, zone, simulated } satisfies Person))
}

export function keptPerson(): Session | undefined {
  const said = localStorage.getItem(KEPT)
  return said ? { ...(JSON.parse(said) as Person), districts: [], unit: null, until: '' } : undefined
}

export function forgetPerson(): void {
  localStorage.removeItem(KEPT)
}
