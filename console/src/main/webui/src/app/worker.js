// Keeps the pages for where there is no network: the one page, and of its files those that an inspector needs; what else is used is kept as it
// comes. What services answer is never kept here. The build fills in which files there are, so each build is another worker.
const FILES = /* files */ []
const ENTRY = FILES[0]
const PAGE = '/index.html'
const CACHE = `pages ${'/* version */'}`
const PATIENCE = 4000

self.addEventListener('install', event => event.waitUntil(keep()))
self.addEventListener('activate', event => event.waitUntil(takeOver()))
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') {
    return
  }
  if (pathname.startsWith('/assets/')) {
    event.respondWith(file(request))
  } else if (request.mode === 'navigate' && !/^\/(api|q|sign-in|sign-out)(\/|$)/.test(pathname)) {
    event.respondWith(page(request))
  }
})

async function keep() {
  const cache = await caches.open(CACHE)
  await cache.addAll([...FILES, PAGE])
  const text = await (await cache.match(PAGE)).text()
  if (!text.includes(ENTRY)) {
    throw new Error('the page is of another build than this worker')
  }
}

async function takeOver() {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name)))
  await self.clients.claim()
}

/** Files never change under their name. */
async function file(request) {
  const kept = await caches.match(request)
  if (kept) {
    return kept
  }
  const answer = await fetch(request)
  if (answer.ok) {
    await (await caches.open(CACHE)).put(request, answer.clone())
  }
  return answer
}

/** The newest page, or the one that is kept where none comes in time. */
async function page(request) {
  const kept = () => caches.match(PAGE)
  let bell
  const late = new Promise(resolve => (bell = setTimeout(resolve, PATIENCE))).then(kept)
  const fresh = fetch(request).then(
    async answer => (answer.status >= 500 && (await kept())) || answer,
    async failure => {
      const found = await kept()
      if (found) {
        return found
      }
      throw failure
    }
  )
  const first = await Promise.race([fresh, late])
  clearTimeout(bell)
  return first ?? fresh
}
