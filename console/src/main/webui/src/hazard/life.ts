import type { Hazard } from './types'

/** One station of a hazard's life. */
export interface Station {
  status: 'FOUND' | 'ASSIGNED' | 'RECTIFIED' | 'CLOSED' | 'MERGED' | 'VOIDED'
  at: string | undefined
  state: 'past' | 'present' | 'future'
}

const ORDINARY = ['FOUND', 'ASSIGNED', 'RECTIFIED', 'CLOSED'] as const

/** Found, assigned, rectified, closed, and where it stands; of one that was merged or is none, how far it came. */
export function lifeOf(hazard: Hazard): Station[] {
  const times = { FOUND: hazard.foundAt, ASSIGNED: hazard.assignedAt, RECTIFIED: hazard.rectifiedAt, CLOSED: hazard.closedAt }
  const status = hazard.status
  if (status === 'MERGED' || status === 'VOIDED') {
    return [
      { status: 'FOUND', at: hazard.foundAt, state: 'past' },
      ...(hazard.assignedAt ? [{ status: 'ASSIGNED', at: hazard.assignedAt, state: 'past' } as const] : []),
      { status, at: undefined, state: 'present' }
    ]
  }
  const present = ORDINARY.indexOf(status)
  return ORDINARY.map((station, place) => ({
    status: station,
    at: place <= present ? (times[station] ?? undefined) : undefined,
    state: place < present ? 'past' : place === present ? 'present' : 'future'
  }))
}
