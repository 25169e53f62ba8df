import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, GRADES, SOURCES, STATUSES } from '@/common/words'

const SRC = join(import.meta.dirname, '..')

type Texts = { [name: string]: string | Texts }

const files = (readdirSync(SRC, { recursive: true }) as string[]).filter(
  file => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts')
)
const sources = files.map(file => readFileSync(join(SRC, file), 'utf8'))

/** Every text by its key, such as `office.title`. */
function textsIn(language: string): Map<string, string> {
  const found = new Map<string, string>()
  const add = (prefix: string, texts: Texts): void =>
    Object.entries(texts).forEach(([name, text]) =>
      typeof text === 'string' ? found.set(`${prefix}.${name}`, text) : add(`${prefix}.${name}`, text)
    )
  readdirSync(SRC, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .forEach(({ name: room }) => {
      const file = readdirSync(join(SRC, room)).find(name => name === `messages.${language}.json`)
      if (file) {
        add(room, JSON.parse(readFileSync(join(SRC, room, file), 'utf8')) as Texts)
      }
    })
  return found
}

const rooms = new Set([...textsIn('zh-CN').keys()].map(key => key.split('.')[0]))
const isKey = (text: string): boolean => rooms.has(text.split('.')[0]) && text.includes('.')

/** Keys written out: t('office.title'), title: 'office.title', keypath="…". */
const written = new Set(
  sources.flatMap(source => [...source.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map(match => match[1]!)).filter(isKey)
)
/** Beginnings of keys that are made of a code: t(`common.grade.${grade}`). */
const begun = new Set(
  sources.flatMap(source => [...source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(match => match[1]!)).filter(isKey)
)
/** Keys that are surely meant as such, since they are asked for. */
const asked = new Set(
  sources
    .flatMap(source => [...source.matchAll(/(?:\bt\(|\btitle: |keypath=)['"]([^'"]+)['"]/g)].map(match => match[1]!))
    .filter(key => /^[a-z]\w*(\.\w+)+$/.test(key))
)

/** What the services call the codes, in ledgers and messages; the pages say the same. */
const SERVICES = {
  'zh-CN': 'messages.properties',
  en: 'messages_en.properties'
}
const wordsOfServices = (language: keyof typeof SERVICES): Map<string, string> =>
  new Map(
    [
      ...readFileSync(
        join(SRC, '../../../../../hazard-service/src/main/resources', SERVICES[language]),
        'utf8'
      ).matchAll(/^word\.(Grade|Status|Source|Category)\.(\w+)=(.*)$/gm)
    ].map(([, kind, code, word]) => [`common.${kind!.toLowerCase()}.${code}`, word!])
  )

const CODES = { grade: GRADES, status: STATUSES, source: SOURCES, category: CATEGORIES }

describe.each(['zh-CN', 'en'] as const)('the texts in %s', language => {
  const texts = textsIn(language)

  it('have all that is asked for', () => {
    expect([...asked].filter(key => !texts.has(key))).toEqual([])
    expect([...begun].filter(prefix => ![...texts.keys()].some(key => key.startsWith(prefix)))).toEqual([])
  })

  it('have a word for every code', () => {
    for (const [kind, codes] of Object.entries(CODES)) {
      const words = [...texts.keys()].filter(key => key.startsWith(`common.${kind}.`))
      expect(words).toEqual(codes.map(code => `common.${kind}.${code}`))
    }
  })

  it('call the codes what the services call them', () => {
    expect(Object.fromEntries([...texts].filter(([key]) => wordsOfServices(language).has(key)))).toEqual(
      Object.fromEntries(wordsOfServices(language))
    )
  })

  it('have nothing that nobody asks for', () => {
    const used = (key: string): boolean =>
      written.has(key) ||
      [...begun].some(prefix => key.startsWith(prefix)) ||
      Object.keys(CODES).some(kind => key.startsWith(`common.${kind}.`))
    expect([...texts.keys()].filter(key => !used(key))).toEqual([])
  })
})

it('the languages have the same texts with the same places to fill', () => {
  const places = (texts: Map<string, string>): Record<string, string[]> =>
    Object.fromEntries([...texts].map(([key, text]) => [key, [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]!).sort()]))
  expect(places(textsIn('en'))).toEqual(places(textsIn('zh-CN')))
})
