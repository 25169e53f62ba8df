import { OfficeBuilding } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/unit',
    component: () => import('./OwnHazardsPage.vue'),
    meta: { title: 'unit.title', roles: ['UNIT'], menu: { place: 40, icon: OfficeBuilding } }
  }
]
