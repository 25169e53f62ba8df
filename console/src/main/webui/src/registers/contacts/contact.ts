import type { Post } from '../words'

/** Whoever is told by SMS, by the post that he holds. */
export interface Contact {
  id: string
  role: Post
  unit: string | null
  districtCode: string | null
  place: number
  name: string
  phone: string
  language: 'zh' | 'en'
  active: boolean
  version: number
}

export interface Absence {
  id: string
  from: string
  to: string
  recordedBy: string | null
}

export interface Shift {
  id: string
  districtCode: string
  role: Post
  from: string
  to: string
  contactId: string
  name: string
}

/** Posts of a unit, and those of a district. */
export const ofUnit = (role: Post): boolean => role === 'RESPONSIBLE' || role === 'UNIT_HEAD'
