/** The steps of the closure rate, from brown to teal: told apart also by eyes that don't tell red from green (ColorBrewer's BrBG). */
export interface Step {
  /** From this rate on. */
  from: number
  ground: string
  text: string
}

export const STEPS: readonly Step[] = [
  { from: 0, ground: '#8c510a', text: '#ffffff' },
  { from: 0.5, ground: '#dfc27d', text: '#1f2733' },
  { from: 0.7, ground: '#eef1ec', text: '#1f2733' },
  { from: 0.85, ground: '#80cdc1', text: '#1f2733' },
  { from: 0.95, ground: '#01665e', text: '#ffffff' }
]

/** Nothing to divide: it is neither good nor bad. */
export const NOTHING: Omit<Step, 'from'> = { ground: '#d5d9df', text: '#1f2733' }

export function shadeOf(rate: number | null): Omit<Step, 'from'> {
  return rate === null ? NOTHING : (STEPS.findLast(({ from }) => rate >= from) ?? STEPS[0]!)
}
