import elementPlus from 'element-plus/es/locale/lang/en'
import { byRoom } from './byRoom'

/** Every text in English, with those of Element Plus. */
export const messages = byRoom(
  import.meta.glob<object>('../*/messages.en.json', { eager: true, import: 'default' })
)
export { elementPlus }
