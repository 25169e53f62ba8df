import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const SOURCE = 'src/app/worker.js'

/** What has to be there without a network beside the pages' entry: the texts, and the room of those who go where there is none. */
const NEEDED = /\/src\/(i18n|inspector)\/|\/src\/app\/NotFound/

/** Writes `worker.js`, which knows by name the files that it has to keep. */
export function worker(): Plugin {
  return {
    name: 'bihuan-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
        const files = new Set<string>()
        const add = (name: string): void => {
          const chunk = chunks.find(({ fileName }) => fileName === name)
          if (chunk && !files.has(name)) {
            files.add(name)
            chunk.imports.forEach(add)
            chunk.dynamicImports
              .filter(each => NEEDED.test(chunks.find(({ fileName }) => fileName === each)?.facadeModuleId ?? ''))
              .forEach(add)
          }
        }
        const entry = chunks.find(({ isEntry }) => isEntry)!.fileName
        add(entry)
        Object.keys(bundle)
          .filter(name => /\.(css|svg)$/.test(name))
          .forEach(name => files.add(name))
        const kept = [entry, ...[...files].filter(name => name !== entry).sort()].map(name => `/${name}`)
        const version = createHash('sha256').update(kept.join()).digest('hex').slice(0, 12)
        const source = readFileSync(SOURCE, 'utf8')
          .replace('/* files */ []', JSON.stringify(kept, undefined, 2))
          .replace('/* version */', version)
        this.emitFile({ type: 'asset', fileName: 'worker.js', source })
      }
    }
  }
}
