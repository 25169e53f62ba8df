/** Puts the texts of `src/<room>/messages.….json` under the room's name: `office.title`. */
export function byRoom(files: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.split('/').at(-2), texts]))
}
