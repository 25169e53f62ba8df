import { List } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/work', redirect: '/supervisor' },
  {
    path: '/supervisor',
    component: () => import('./WorkListPage.vue'),
    meta: { title: 'supervisor.title', roles: ['SUPERVISOR'], menu: { place: 20, icon: List } }
  }
]
