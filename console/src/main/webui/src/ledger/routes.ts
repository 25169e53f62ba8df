import { Files } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/hazards',
    component: () => import('./LedgerPage.vue'),
    meta: { title: 'ledger.title', menu: { place: 50, icon: Files } }
  }
]
