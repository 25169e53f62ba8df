import type { Query } from '@/api/client'

/** What waits for a supervisor, and what he usually does with it. */
export interface Queue {
  name: string
  query: Query
  /** For all that are marked, the usual one first: the key A. */
  actions: readonly string[]
}

/** A hazard has a grade from the beginning; who assigns it looks whether it is the right one. */
export const QUEUES: readonly Queue[] = [
  { name: 'toAssign', query: { status: 'FOUND', sort: 'foundAt' }, actions: ['assignment', 'regrading', 'voiding', 'merger'] },
  { name: 'extensions', query: { extensionRequested: true, sort: 'dueAt' }, actions: ['decision'] },
  { name: 'toClose', query: { status: 'RECTIFIED', sort: 'foundAt' }, actions: ['closure', 'reinspection', 'return'] },
  { name: 'overdue', query: { overdue: true, sort: 'dueAt' }, actions: ['supervision', 'transfer', 'regrading'] },
  { name: 'escalated', query: { escalated: 1, sort: 'dueAt' }, actions: ['supervision', 'transfer', 'regrading'] }
]

export const queueCalled = (name: string): Queue => QUEUES.find(queue => queue.name === name) ?? QUEUES[0]!
