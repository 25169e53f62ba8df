import elementPlus from 'element-plus/es/locale/lang/en'

/** Every text in English, with those of Element Plus. */
export const files = import.meta.glob<object>('../*/messages.en.json', { eager: true, import: 'default' })
export { elementPlus }
