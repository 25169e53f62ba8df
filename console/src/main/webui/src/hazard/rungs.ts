import { useI18n } from 'vue-i18n'

/** Somebody who was told, or is to be; without a name nobody is on file for the post. */
export interface Told {
  role: string
  name?: string | null
}

/** The words for steps of the ladder, which a city may add to, and for who is told at them. */
export function useRungs(): { rung: (code: string) => string; people: (told: readonly Told[]) => string } {
  const { t, te } = useI18n()
  return {
    rung: code => (te(`hazard.rung.${code}`) ? t(`hazard.rung.${code}`) : code),
    people: told =>
      told.map(({ role, name }) => name ?? t('hazard.outlook.nobody', { post: t(`hazard.post.${role}`) })).join(t('hazard.comma'))
  }
}
