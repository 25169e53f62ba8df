import 'element-plus/dist/index.css'
import './theme.css'
import { createApp } from 'vue'
import { loadRouteLocation } from 'vue-router'
import { i18n, keptLanguage, speak } from '@/i18n'
import App from './App.vue'
import { keepPages, noticeDeadSpots } from './offline'
import { router } from './router'
import { openSession, roles } from './session'
import Unavailable from './Unavailable.vue'

async function open(): Promise<void> {
  const texts = speak(keptLanguage())
  // The page is on its way meanwhile; the router asks again for what fails here, and knows where an address leads on to.
  loadRouteLocation(router.resolve(location.pathname + location.search)).catch(() => undefined)
  try {
    await Promise.all([texts, openSession()])
  } catch {
    await texts
    createApp(Unavailable).use(i18n).mount('#app')
    return
  }
  createApp(App).use(i18n).use(router).mount('#app')
  noticeDeadSpots()
  if (roles.value.includes('INSPECTOR')) {
    keepPages()
    // What an inspector recorded is sent whichever page he is on.
    const { start } = await import('@/inspector/outbox')
    start()
  }
}

void open()
