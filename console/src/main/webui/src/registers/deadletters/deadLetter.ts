/** An event that could not be applied, and was set aside so that the rest goes on. */
export interface DeadLetter {
  id: string
  topic: string
  partition: number
  offset: number
  reason: string | null
  detail: string | null
  setAsideAt: string
  state: (typeof STATES)[number]
  attempts: number
  lastAttemptAt: string | null
  lastFailure: string | null
  droppedBecause: string | null
  settledAt: string | null
}

/** With what it says. */
export interface OpenedDeadLetter extends DeadLetter {
  key: string | null
  headers: { name: string; value: string | null }[]
  value: string | null
}

export const STATES = ['WAITING', 'RETRIED', 'DROPPED'] as const
export const REASONS = ['BAD_JSON', 'MISSING_FIELD', 'CONTRACT_VIOLATED', 'CANNOT_BE_APPLIED'] as const
