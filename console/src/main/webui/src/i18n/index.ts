import type { Language as ElementPlusLanguage } from 'element-plus/es/locale'
import { shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'

/** Chinese is what the product speaks; English is for whoever asks for it, and stays. */
export type Language = 'zh-CN' | 'en'

const KEPT = 'bihuan.language'

export const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: false, missingWarn: true })

/** The texts of Element Plus in the language that is spoken. */
export const elementPlusTexts = shallowRef<ElementPlusLanguage>()

export function language(): Language {
  return i18n.global.locale.value as Language
}

/** The language that was last chosen in this browser. */
export function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'
}

/** Speaks a language from now on; its texts are loaded when it is first spoken. */
export async function speak(chosen: Language): Promise<void> {
  const { files, elementPlus } = await (chosen === 'en' ? import('./en') : import('./zh-CN'))
  i18n.global.setLocaleMessage(chosen, byRoom(files))
  elementPlusTexts.value = elementPlus
  i18n.global.locale.value = chosen
  document.documentElement.lang = chosen
  localStorage.setItem(KEPT, chosen)
}

/** Puts the texts of `src/<room>/messages.….json` under the room's name: `office.title`. */
function byRoom(files: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.split('/').at(-2), texts]))
}
