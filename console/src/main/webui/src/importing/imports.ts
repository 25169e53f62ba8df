import { ref, watch, type Ref } from 'vue'

/** How far an import has come. */
export interface Import {
  id: string
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'
  rows: number
  done: number
  created: number
  updated: number
  unchanged: number
  failed: number
  errors: RowError[]
}

export interface RowError {
  row: number
  field: string
  message: string
}

/** An import that this browser sent, so that it is found again after a reload. */
export interface Sent {
  id: string
  file: string
  at: string
}

const MOST = 10

/** What a person has imported last from this browser, the latest first. */
export function useSent(person: string): Ref<Sent[]> {
  const name = `bihuan.imports.${person}`
  const sent = ref(kept(name))
  watch(sent, list => localStorage.setItem(name, JSON.stringify(list.slice(0, MOST))))
  return sent
}

function kept(name: string): Sent[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(found) ? found.filter(isSent).slice(0, MOST) : []
  } catch {
    return []
  }
}

const isSent = (value: unknown): value is Sent =>
  value !== null &&
  typeof value === 'object' &&
  ['id', 'file', 'at'].every(key => typeof (value as Record<string, unknown>)[key] === 'string')

/** Whole percents; all of an empty file is done. */
export const percent = ({ rows, done }: Pick<Import, 'rows' | 'done'>): number =>
  rows === 0 ? 100 : Math.floor((done / rows) * 100)
