import elementPlus from 'element-plus/es/locale/lang/zh-cn'
import { byRoom } from './byRoom'

/** Every text in Chinese, with those of Element Plus. */
export const messages = byRoom(
  import.meta.glob<object>('../*/messages.zh-CN.json', { eager: true, import: 'default' })
)
export { elementPlus }
