import { DataAnalysis } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/app/session'

const roles: readonly Role[] = ['OFFICE', 'SUPERVISOR']

export const routes: RouteRecordRaw[] = [
  {
    path: '/office',
    component: () => import('./OfficePage.vue'),
    meta: { title: 'office.title', roles, menu: { place: 10, icon: DataAnalysis } }
  },
  {
    path: '/office/hazards',
    component: () => import('./FigureHazardsPage.vue'),
    meta: { title: 'office.hazards.title', roles }
  },
  {
    path: '/office/wall',
    component: () => import('./WallPage.vue'),
    meta: { title: 'office.wall.title', roles }
  }
]
