/** What a chart shows, in words and numbers: for whoever cannot see it, and for Excel. */
export interface Table {
  columns: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** As a workbook; the library is loaded when somebody wants one. */
export async function workbook(table: Table): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const heading = table.columns.map(value => ({ value, fontWeight: 'bold' as const }))
  const rows = table.rows.map(row => row.map(value => (value === null ? null : { value })))
  return write([heading, ...rows]).toBlob()
}
