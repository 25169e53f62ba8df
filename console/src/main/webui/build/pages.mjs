// Builds the pages for Maven: libraries first if the lock file has changed, then everything if anything has.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build that went well leaves last. */
const BUILT = '../../../target/sbom-pages.json'
const INSTALLED = 'node_modules/.installed'
const SOURCES = ['src', 'build', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The pages need Node.js 20.19 or later to be built; this is ${process.versions.node}.`)
  process.exit(1)
}

const npm = (...words) => execFileSync('npm', words, { stdio: 'inherit' })

const newest = path => {
  const found = statSync(path)
  return found.isDirectory()
    ? Math.max(found.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
    : found.mtimeMs
}

const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== wanted) {
  npm('ci', '--loglevel=error')
  writeFileSync(INSTALLED, wanted)
}
if (!existsSync(BUILT) || Math.max(...SOURCES.map(newest)) > statSync(BUILT).mtimeMs) {
  npm('run', 'build', '--silent')
}
