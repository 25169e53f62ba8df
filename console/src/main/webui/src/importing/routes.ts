import { Upload } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/imports',
    component: () => import('./ImportsPage.vue'),
    meta: { title: 'importing.title', roles: ['SUPERVISOR', 'OFFICE'], menu: { place: 60, icon: Upload } }
  }
]
