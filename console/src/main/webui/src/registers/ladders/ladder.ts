import type { Grade } from '@/common/words'
import type { Post } from '../words'

/** What is done when, counted from the due day, and who is told. */
export interface Rung {
  step: string
  level: number
  days: number
  at: string
  roles: Post[]
  template: string
  document: string | null
}

export interface Ladder {
  grade: Grade
  version: number
  count: 'CALENDAR' | 'WORKING'
  rungs: Rung[]
  recordedAt: string | null
  recordedBy: string | null
}

/** What lies ahead of a hazard. */
export interface Preview {
  number: string
  dueAt: string | null
  reason: string | null
  steps: {
    step: string
    remindAt: string
    sendAt: string | null
    state: 'PENDING' | 'SENT' | 'CANCELLED' | 'SUPERSEDED'
    document: string | null
    told: { role: Post; name: string | null; phone: string | null; text: string }[]
  }[]
}
