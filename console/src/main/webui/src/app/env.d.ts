import 'vue-router'
import type { Component } from 'vue'
import type { Role } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** The key of its title, in the browser's tab and in the menu. */
    title: string
    /** Who may open it; everybody if there are none, administrators always. */
    roles?: readonly Role[]
    /** Its place in the menu; without one it is not there. */
    menu?: { place: number; icon: Component }
  }
}
