import { file, type Asking } from '@/api/client'

/** Hands a file to the browser, which keeps it where it keeps downloads. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Fetches a document or a sheet, which may be refused, and keeps it under the name that the service gave it. */
export async function saveFrom(path: string, name: string, asking: Asking = {}): Promise<void> {
  const found = await file(path, asking)
  save(found.blob, found.name ?? name)
}
