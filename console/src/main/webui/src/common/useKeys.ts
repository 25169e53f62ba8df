import { onScopeDispose } from 'vue'

/** What Enter presses by itself. */
const PRESSED = 'a, button, summary'

/** Where keys are letters that somebody types, or belong to what is open. */
const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'

const somethingLiesOver = (): boolean =>
  [...document.querySelectorAll('[aria-modal=true]')].some(element => element.getClientRects().length > 0)

/** Single keys that do something on a page, unless somebody is typing. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  function press(event: KeyboardEvent): void {
    const what = keys[event.key]
    const where = event.target instanceof Element ? event.target.closest(event.key === 'Enter' ? `${TYPING}, ${PRESSED}` : TYPING) : null
    if (what && !where && !event.ctrlKey && !event.metaKey && !event.altKey && !somethingLiesOver()) {
      event.preventDefault()
      what()
    }
  }
  window.addEventListener('keydown', press)
  onScopeDispose(() => window.removeEventListener('keydown', press))
}
