import { kept, plain } from './kept'
import type { Visit } from './visit'

/** The drafts of somebody, the one touched last first. */
export async function visitsOf(owner: string): Promise<Visit[]> {
  const found = await (await kept()).getAllFromIndex('visits', 'owner', owner)
  return found.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

/** A draft, if it is there and theirs. */
export async function visit(id: string, owner: string): Promise<Visit | undefined> {
  const found = await (await kept()).get('visits', id)
  return found?.owner === owner ? found : undefined
}

export async function keepVisit(changed: Visit, now: Date): Promise<void> {
  await (await kept()).put('visits', { ...plain(changed), changedAt: now.toISOString() })
}

/** Throws a draft away with its photos. */
export async function dropVisit(dropped: Visit): Promise<void> {
  const change = (await kept()).transaction(['visits', 'pictures'], 'readwrite')
  void change.objectStore('visits').delete(dropped.id)
  for (const photo of dropped.findings.flatMap(({ photos }) => photos)) {
    void change.objectStore('pictures').delete(photo)
  }
  await change.done
}

export async function keepPicture(name: string, content: Blob): Promise<void> {
  await (await kept()).put('pictures', content, name)
}

export async function pictureCalled(name: string): Promise<Blob | undefined> {
  return (await kept()).get('pictures', name)
}

export async function dropPicture(name: string): Promise<void> {
  await (await kept()).delete('pictures', name)
}
