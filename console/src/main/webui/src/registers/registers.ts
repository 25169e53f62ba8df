import type { Component } from 'vue'
import type { Role } from '@/app/session'

/** A register, and who may read it (access.yaml); administrators always. */
export interface Register {
  path: string
  title: string
  about: string
  roles: Role[]
  page: () => Promise<Component>
}

const STAFF: Role[] = ['INSPECTOR', 'SUPERVISOR', 'OFFICE']
const STAFF_AND_UNIT: Role[] = [...STAFF, 'UNIT']

/** What is used most comes first. */
export const registers: Register[] = [
  {
    path: 'briefings',
    title: 'registers.briefings.title',
    about: 'registers.briefings.about',
    roles: STAFF,
    page: () => import('./briefings/BriefingsPage.vue')
  },
  {
    path: 'messages',
    title: 'registers.messages.title',
    about: 'registers.messages.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./messages/MessagesPage.vue')
  },
  {
    path: 'contacts',
    title: 'registers.contacts.title',
    about: 'registers.contacts.about',
    roles: STAFF,
    page: () => import('./contacts/ContactsPage.vue')
  },
  {
    path: 'rosters',
    title: 'registers.rosters.title',
    about: 'registers.rosters.about',
    roles: STAFF,
    page: () => import('./contacts/RostersPage.vue')
  },
  {
    path: 'sites',
    title: 'registers.sites.title',
    about: 'registers.sites.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./places/SitesPage.vue')
  },
  {
    path: 'units',
    title: 'registers.units.title',
    about: 'registers.units.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./places/UnitsPage.vue')
  },
  {
    path: 'campaigns',
    title: 'registers.campaigns.title',
    about: 'registers.campaigns.about',
    roles: STAFF,
    page: () => import('./campaigns/CampaignsPage.vue')
  },
  {
    path: 'policies',
    title: 'registers.policies.title',
    about: 'registers.policies.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./policies/PoliciesPage.vue')
  },
  {
    path: 'ladders',
    title: 'registers.ladders.title',
    about: 'registers.ladders.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./ladders/LaddersPage.vue')
  },
  {
    path: 'templates',
    title: 'registers.templates.title',
    about: 'registers.templates.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./templates/TemplatesPage.vue')
  },
  {
    path: 'calendars',
    title: 'registers.calendars.title',
    about: 'registers.calendars.about',
    roles: STAFF_AND_UNIT,
    page: () => import('./calendars/CalendarsPage.vue')
  },
  {
    path: 'dead-letters',
    title: 'registers.deadLetters.title',
    about: 'registers.deadLetters.about',
    roles: [],
    page: () => import('./deadletters/DeadLettersPage.vue')
  }
]
