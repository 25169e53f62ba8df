// Lists what the pages are made of (CycloneDX), by the lock file: the same bytes for the same libraries. `npm sbom` would leave out
// whatever a tool of the build uses as well, such as Vue itself.
import { readFileSync, writeFileSync } from 'node:fs'

const LIST = '../../../target/sbom-pages.json'
const NESTED = 'node_modules/'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

const component = ([path, { name = path.slice(path.lastIndexOf(NESTED) + NESTED.length), version, license, integrity }]) => ({
  type: 'library',
  name,
  version,
  purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  licenses: /^[\w.-]+$/.test(license ?? '') ? [{ license: { id: license } }] : license ? [{ expression: license }] : [],
  hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }]
})

const shipped = Object.entries(packages)
  .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
  .map(component)
const components = [...new Map(shipped.map(each => [each.purl, each])).values()]

writeFileSync(
  LIST,
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }, undefined, 2)
)
