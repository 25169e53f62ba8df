/** What is in force of a template. */
export interface Edition {
  name: string
  subject: 'HAZARD' | 'LINE' | 'DIGEST' | 'DUTY'
  version: number
  own: boolean
  zh: string
  en: string | null
  recordedAt: string | null
  recordedBy: string | null
}

export interface Template {
  current: Edition
  placeholders: { always: string[]; sometimes: string[] }
  editions: Edition[]
}

/** The message that a draft makes, or what is wrong with it: each flaw names line and column. */
export interface Preview {
  text: string | null
  segments: number | null
  encoding: string | null
  problems: { field: string; message: string }[]
}
