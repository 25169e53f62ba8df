import { Setting } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import { registers } from './registers'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registers',
    component: () => import('./RegistersPage.vue'),
    meta: {
      title: 'registers.title',
      roles: ['INSPECTOR', 'UNIT', 'SUPERVISOR', 'OFFICE'],
      menu: { place: 70, icon: Setting }
    },
    children: [
      { path: '', component: () => import('./RegistersOverview.vue'), meta: { title: 'registers.title' } },
      ...registers.map(({ path, page, title, roles }) => ({ path, component: page, meta: { title, roles } })),
      {
        path: 'briefings/:number',
        component: () => import('./briefings/BriefingPage.vue'),
        meta: { title: 'registers.briefings.one', roles: ['INSPECTOR', 'SUPERVISOR', 'OFFICE'] as const }
      }
    ]
  }
]
