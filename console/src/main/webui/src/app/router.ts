import { watch } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { i18n } from '@/i18n'
import { roles, type Role } from './session'

/** Each room says in `src/<room>/routes.ts` which addresses are its own. */
const rooms = import.meta.glob<RouteRecordRaw[]>('../*/routes.ts', { eager: true, import: 'routes' })

/** Where each role's day begins; whoever has several begins with the first of them. */
const FIRST_PAGES: readonly [Role, string][] = [
  ['ADMIN', '/office'],
  ['OFFICE', '/office'],
  ['SUPERVISOR', '/supervisor'],
  ['INSPECTOR', '/inspector'],
  ['UNIT', '/unit'],
  ['INTAKE', '/hazards']
]

export function firstPage(): string {
  return FIRST_PAGES.find(([role]) => roles.value.includes(role))?.[1] ?? '/hazards'
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: firstPage },
    ...Object.values(rooms).flat(),
    { path: '/:elsewhere(.*)*', component: () => import('./NotFound.vue'), meta: { title: 'app.notFound.title' } }
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 }
})

function showTitle(): void {
  const { title } = router.currentRoute.value.meta
  const { t } = i18n.global
  document.title = title ? t('app.tab', { page: t(title) }) : t('app.name')
}

router.afterEach(showTitle)
watch(i18n.global.locale, showTitle)
