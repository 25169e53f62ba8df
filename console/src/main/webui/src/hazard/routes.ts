import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/hazards/:id',
    component: () => import('./HazardPage.vue'),
    meta: { title: 'hazard.title' }
  }
]
