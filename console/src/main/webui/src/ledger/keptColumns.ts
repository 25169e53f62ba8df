import { ref, watch, type Ref } from 'vue'

/** All that the ledger can show of a hazard, in the order in which it is offered. */
export const COLUMNS = [
  'number',
  'status',
  'grade',
  'category',
  'district',
  'site',
  'description',
  'unit',
  'dueAt',
  'escalation',
  'foundAt',
  'source',
  'foundBy',
  'responsible',
  'noticeNumber',
  'funds',
  'assignedAt',
  'rectifiedAt',
  'closedAt',
  'returns',
  'round'
] as const
export type ColumnKey = (typeof COLUMNS)[number]

export const FIRST_CHOICE: readonly ColumnKey[] = [
  'number',
  'status',
  'grade',
  'category',
  'district',
  'site',
  'description',
  'unit',
  'dueAt',
  'foundAt'
]

/** The columns that a person chose, in his order; kept in this browser, by person. */
export function useKeptColumns(person: string): Ref<ColumnKey[]> {
  const name = `bihuan.ledger.columns.${person}`
  const columns = ref(kept(name))
  watch(columns, chosen => localStorage.setItem(name, JSON.stringify(chosen)))
  return columns
}

/** What was kept may be of an older version, or no one's. */
function kept(name: string): ColumnKey[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    const known = Array.isArray(found) ? COLUMNS.filter(key => found.includes(key)) : []
    return known.length > 0 ? known.sort((a, b) => (found as string[]).indexOf(a) - (found as string[]).indexOf(b)) : [...FIRST_CHOICE]
  } catch {
    return [...FIRST_CHOICE]
  }
}

/** With one of them a place earlier or later. */
export function moved<K>(columns: readonly K[], key: K, by: -1 | 1): K[] {
  const from = columns.indexOf(key)
  const to = from + by
  if (from < 0 || to < 0 || to >= columns.length) {
    return [...columns]
  }
  const result = columns.filter(each => each !== key)
  result.splice(to, 0, key)
  return result
}
