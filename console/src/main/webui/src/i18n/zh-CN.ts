import elementPlus from 'element-plus/es/locale/lang/zh-cn'

/** Every text in Chinese, with those of Element Plus. */
export const files = import.meta.glob<object>('../*/messages.zh-CN.json', { eager: true, import: 'default' })
export { elementPlus }
