import 'element-plus/dist/index.css'
import './theme.css'
import { createApp } from 'vue'
import { i18n, keptLanguage, speak } from '@/i18n'
import App from './App.vue'
import { keepPages, noticeDeadSpots } from './offline'
import { router } from './router'
import { openSession, roles } from './session'
import Unavailable from './Unavailable.vue'

async function open(): Promise<void> {
  const texts = speak(keptLanguage())
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
