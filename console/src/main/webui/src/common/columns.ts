/** A column of a list. */
export interface Column<R> {
  key: string
  title: string
  /** What stands there, unless the list has a slot of the column's name. */
  text?: (row: R) => string | number | null | undefined
  /** Figures stand to the right, short texts in one line, long ones in several. */
  kind?: 'number' | 'short' | 'long'
}
