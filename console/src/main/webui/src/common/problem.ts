import { computed, type ComputedRef } from 'vue'
import { ProblemError, SignedOutError, UnreachableError, type Problem } from '@/api/problem'
import { i18n } from '@/i18n'

/** What to tell people of a failure; one that is no failure of a call is a mistake of ours, and belongs to the browser's console. */
export function problemFrom(failure: unknown): Problem {
  const { t } = i18n.global
  if (failure instanceof ProblemError) {
    return failure.problem
  }
  if (failure instanceof UnreachableError) {
    return { type: 'about:blank', status: 0, title: t('common.unreachable.title'), detail: t('common.unreachable.detail') }
  }
  if (failure instanceof SignedOutError) {
    return { type: 'about:blank', status: 401, title: t('common.signedOut.title'), detail: t('common.signedOut.detail') }
  }
  throw failure
}

/**
 * What is wrong with a form's fields, to stand beside them: `<ElFormItem :error="errors.deadline">`. A field of a part, such as
 * `responsible.phone`, goes by its whole name.
 */
export function useFieldErrors(problem: () => Problem | undefined): ComputedRef<Record<string, string>> {
  return computed(() =>
    Object.fromEntries((problem()?.violations ?? []).map(({ field, message }) => [field, message]))
  )
}
