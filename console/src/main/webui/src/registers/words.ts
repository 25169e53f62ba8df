import { i18n } from '@/i18n'

/** Who is told, by post: `registers.post`. */
export const POSTS = ['RESPONSIBLE', 'UNIT_HEAD', 'SUPERVISOR', 'OFFICE', 'LEADER'] as const
export type Post = (typeof POSTS)[number]

/** A step of a ladder; a city's own goes by its code. */
export const stepWord = (step: string): string => wordOr(`registers.step.${step}`, step)

/** A template of messages, likewise. */
export const templateWord = (name: string): string => wordOr(`registers.template.${name}`, name)

const wordOr = (key: string, code: string): string => (i18n.global.te(key) ? i18n.global.t(key) : code)
