import type { Grade } from '@/common/words'
import type { Entry } from './types'

/** Something that a step says beyond that it was taken; its label is `hazard.field.<name>`. */
export type Fact = { name: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'moment'; at: string }
  | { kind: 'money'; amount: number }
  | { kind: 'grade'; grade: Grade }
  | { kind: 'level'; level: string }
  | { kind: 'district'; code: string }
)

const TEXTS = [
  'description', 'reason', 'opinion', 'measures', 'contingencyPlan', 'interimControls', 'rectifiedBy', 'inspector',
  'approvedBy', 'documentNumber', 'noticeNumber', 'opinionNumber', 'intoNumber', 'releasedSupervision'
]

/** Steps that set or move the deadline. */
const DATING = ['assigned', 'returned', 'extended', 'regraded', 'reopened']

/** `assigned` of `hazard.assigned`. */
export const nameOf = (entry: Entry): string => entry.type.slice(entry.type.indexOf('.') + 1)

/** What a step says, in the order in which it is read. */
export function factsOf(entry: Entry): Fact[] {
  const { data } = entry
  const step = nameOf(entry)
  const facts: Fact[] = []
  const add = (name: string, value: unknown): void => {
    if (value !== null && value !== undefined && value !== '' && value !== entry.by) {
      facts.push({ name, kind: 'text', text: String(value) })
    }
  }
  if (step === 'regraded') {
    facts.push({ name: 'previousGrade', kind: 'grade', grade: data.previousGrade as Grade })
    facts.push({ name: 'grade', kind: 'grade', grade: data.grade as Grade })
  }
  if (step !== 'found') {
    add('previousUnit', (data.previousUnit as { name?: string } | null)?.name)
    add('unit', (data.unit as { name?: string } | null)?.name)
    const responsible = data.responsible as { name: string; phone: string } | null | undefined
    add('responsible', responsible && `${responsible.name} ${responsible.phone}`)
  }
  if (typeof data.until === 'string') {
    facts.push({ name: 'until', kind: 'moment', at: data.until })
  }
  if (typeof data.level === 'string') {
    facts.push({ name: 'level', kind: 'level', level: data.level })
  }
  if (step === 'transferred' && data.previousDistrictCode !== data.districtCode) {
    facts.push({ name: 'districtCode', kind: 'district', code: String(data.districtCode) })
  }
  TEXTS.filter(name => step !== 'found' || name !== 'description').forEach(name => add(name, data[name]))
  if (typeof data.funds === 'number') {
    facts.push({ name: 'funds', kind: 'money', amount: data.funds })
  }
  if (DATING.includes(step) && typeof data.dueAt === 'string') {
    facts.push({ name: 'dueAt', kind: 'moment', at: data.dueAt })
  }
  return facts
}

/** The proof that was handed in with a rectification, of all rounds. */
export function proofIn(history: readonly Entry[]): Set<string> {
  return new Set(history.flatMap(({ data }) => data.evidence ?? []))
}

/** Why the latest re-inspection sent it back; nothing if none did since it was assigned. */
export function lastReturn(history: readonly Entry[]): Entry | undefined {
  const since = history.findLastIndex(entry => ['assigned', 'rectified', 'reopened'].includes(nameOf(entry)))
  return history.slice(since + 1).find(entry => nameOf(entry) === 'returned')
}
