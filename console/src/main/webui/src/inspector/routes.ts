import { Checked } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '@/app/session'

export const routes: RouteRecordRaw[] = [
  {
    path: '/inspector',
    component: () => import('./InspectionsPage.vue'),
    meta: { title: 'inspector.title', roles: ['INSPECTOR'], menu: { place: 30, icon: Checked } }
  },
  {
    path: '/inspector/start',
    component: () => import('./StartPage.vue'),
    meta: { title: 'inspector.start.title', roles: ['INSPECTOR'] }
  },
  {
    path: '/inspector/visits/:id',
    component: () => import('./VisitPage.vue'),
    meta: { title: 'inspector.visit.title', roles: ['INSPECTOR'] }
  },
  {
    path: '/inspections/:id',
    component: () => import('./InspectionPage.vue'),
    meta: { title: 'inspector.record.title', roles: STAFF }
  }
]
