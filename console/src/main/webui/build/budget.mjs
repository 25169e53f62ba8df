// Fails when what the office's first view loads has grown beyond its budget: script, compressed, before charts.
import { readFileSync, renameSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET = 300 * 1024
const PAGES = '../../../target/classes/META-INF/resources'
const MANIFEST = '../../../target/pages.json'
/** By the names of chunks. */
const FIRST_VIEW = ['index', 'zh-CN', 'office']

renameSync(join(PAGES, '.vite/manifest.json'), MANIFEST)
rmdirSync(join(PAGES, '.vite'))
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))

const loaded = new Set()
const load = name => {
  const chunk = manifest[name]
  if (!chunk) {
    throw new Error(`${name} is no chunk of the build; name here what the first view loads`)
  }
  if (!loaded.has(chunk.file)) {
    loaded.add(chunk.file)
    chunk.imports?.forEach(load)
  }
}
FIRST_VIEW.forEach(name => load(Object.keys(manifest).find(key => manifest[key].name === name) ?? name))

const sizes = [...loaded].map(file => [
  file,
  gzipSync(readFileSync(join(PAGES, file)), { level: 6 }).length
])
const sum = sizes.reduce((total, [, size]) => total + size, 0)
const kilobytes = bytes => `${(bytes / 1024).toFixed(1)} KB`
console.log(`first view: ${kilobytes(sum)} of script, compressed, in ${sizes.length} files; the budget is ${kilobytes(BUDGET)}`)
if (sum > BUDGET) {
  sizes.sort((a, b) => b[1] - a[1]).forEach(([file, size]) => console.error(`${kilobytes(size)}  ${file}`))
  process.exit(1)
}
