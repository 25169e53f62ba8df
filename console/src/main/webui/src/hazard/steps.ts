import type { Role } from '@/app/session'
import type { Grade } from '@/common/words'
import type { Hazard } from './types'

/** What a form asks for; one kind has one component. */
export type Kind =
  | 'line' // a short text
  | 'text' // a long one
  | 'money'
  | 'moment'
  | 'day'
  | 'grade'
  | 'level'
  | 'district'
  | 'unit'
  | 'person'
  | 'term'
  | 'hazard'
  | 'proof'
  | 'verdict'

export interface Field {
  /** As the call names it; its label is `hazard.field.<name>`. */
  name: string
  kind: Kind
  /** Always, or of hazards of this grade. */
  required?: true | Grade
  /** Whether `hazard.hint.<name>` says when to fill it in. */
  hint?: true
  /** Only these may fill it in: others answer for themselves. */
  roles?: readonly Role[]
}

/** A step that a hazard's `nextActions` may list, as the last part of its call. */
export interface Step {
  action: string
  roles: readonly Role[]
  fields: readonly Field[]
}

const VISITORS: readonly Role[] = ['INSPECTOR', 'SUPERVISOR', 'ADMIN']
const SUPERVISORS: readonly Role[] = ['SUPERVISOR', 'ADMIN']
const RECTIFIERS: readonly Role[] = ['UNIT', 'SUPERVISOR', 'ADMIN']

const reason: Field = { name: 'reason', kind: 'text', required: true }
const opinion: Field = { name: 'opinion', kind: 'text', required: true }
const unit: Field = { name: 'unit', kind: 'unit', required: true }
const responsible: Field = { name: 'responsible', kind: 'person', required: true }
const term: Field = { name: 'term', kind: 'term' }

/** Each with who may take it (`access.yaml`) and what its call asks for; the ordinary life first. */
export const STEPS: readonly Step[] = [
  {
    action: 'assignment',
    roles: VISITORS,
    fields: [
      unit,
      responsible,
      term,
      { name: 'measures', kind: 'text', required: true },
      { name: 'funds', kind: 'money', required: 'MAJOR' },
      { name: 'contingencyPlan', kind: 'text', required: 'MAJOR' },
      { name: 'interimControls', kind: 'text' }
    ]
  },
  {
    action: 'decision',
    roles: SUPERVISORS,
    fields: [
      { name: 'approved', kind: 'verdict', required: true },
      { name: 'reason', kind: 'text' }
    ]
  },
  {
    action: 'rectification',
    roles: RECTIFIERS,
    fields: [
      { name: 'description', kind: 'text', required: true },
      { name: 'evidence', kind: 'proof' },
      { name: 'rectifiedBy', kind: 'line', hint: true },
      { name: 'rectifiedAt', kind: 'moment', hint: true }
    ]
  },
  { action: 'reinspection', roles: VISITORS, fields: [opinion] },
  {
    action: 'closure',
    roles: VISITORS,
    fields: [
      opinion,
      { name: 'inspector', kind: 'line', hint: true, roles: SUPERVISORS },
      { name: 'approvedBy', kind: 'line', hint: true, roles: SUPERVISORS }
    ]
  },
  { action: 'return', roles: VISITORS, fields: [reason, term] },
  {
    action: 'extension-requests',
    roles: RECTIFIERS,
    fields: [
      { name: 'until', kind: 'day', required: true },
      reason,
      { name: 'interimControls', kind: 'text', required: true }
    ]
  },
  { action: 'reopening', roles: VISITORS, fields: [reason, term] },
  { action: 'regrading', roles: SUPERVISORS, fields: [{ name: 'grade', kind: 'grade', required: true }, reason] },
  {
    action: 'transfer',
    roles: SUPERVISORS,
    fields: [unit, responsible, { name: 'districtCode', kind: 'district', hint: true }, reason]
  },
  {
    action: 'supervision',
    roles: ['SUPERVISOR', 'OFFICE', 'ADMIN'],
    fields: [
      { name: 'level', kind: 'level', required: true },
      { name: 'documentNumber', kind: 'line', hint: true }
    ]
  },
  { action: 'merger', roles: SUPERVISORS, fields: [{ name: 'into', kind: 'hazard', required: true }, reason] },
  { action: 'voiding', roles: SUPERVISORS, fields: [reason] }
]

export const isRequired = ({ required }: Field, hazard: Hazard): boolean => required === true || required === hazard.grade

/** Those of the ordinary life, which stand first; the others are beside it. */
const ORDINARY = ['assignment', 'decision', 'rectification', 'reinspection', 'closure', 'return', 'extension-requests', 'reopening']

export const isOrdinary = (step: Step): boolean => ORDINARY.includes(step.action)

export function stepCalled(action: string): Step {
  const step = STEPS.find(each => each.action === action)
  if (!step) {
    throw new RangeError(`no step is called ${action}`)
  }
  return step
}

/** What a person with these roles may do with a hazard now. */
export function stepsOpenTo(roles: readonly Role[], hazard: Hazard): Step[] {
  return STEPS.filter(step => hazard.nextActions.includes(step.action) && step.roles.some(role => roles.includes(role)))
}

/** Where a step is taken, below the hazard's address. */
export function pathOf(step: Step, hazard: Hazard): string {
  return step.action === 'decision' ? `extension-requests/${hazard.extensionRequest?.n ?? 0}/decision` : step.action
}

export type Values = Record<string, unknown>

/** What the call is sent: what was left empty is left out, a term is what it comes to, and an amount is a number. */
export function bodyOf(step: Step, values: Values): Values {
  const { term: given, ...others } = values
  const amounts = step.fields.filter(({ kind, name }) => kind === 'money' && name in others).map(({ name }) => [name, amount(others[name])])
  return filled({ ...others, ...Object.fromEntries(amounts), ...(given as object | undefined) })
}

/** What is typed and none goes to the service, which says so. */
function amount(typed: unknown): unknown {
  return typeof typed === 'string' && /^\d{1,12}(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed
}

function filled(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, stripped(value)] as const)
      .filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
  )
}

function stripped(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.trim()
  }
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? filled(value as Values) : value
}

/** What a form begins with, of what is on record. */
export function begun(step: Step, hazard: Hazard): Values {
  const known: Values = {
    unit: { code: hazard.unit?.code ?? null, name: hazard.unit?.name ?? '' },
    responsible: { name: hazard.responsible?.name ?? '', phone: hazard.responsible?.phone ?? '' },
    evidence: [],
    approved: true,
    grade: hazard.grade
  }
  if (step.action === 'transfer') {
    known.unit = { code: null, name: '' }
    known.responsible = { name: '', phone: '' }
  }
  return Object.fromEntries(step.fields.map(({ name }) => [name, known[name]]))
}
