/** What the page says; the server writes it into the form in the reader's language. */
export type Words = Readonly<
  Record<
    | 'next'
    | 'back'
    | 'send'
    | 'sending'
    | 'progress'
    | 'restored'
    | 'startOver'
    | 'offline'
    | 'retrying'
    | 'preview'
    | 'optional'
    | 'required'
    | 'otherEmpty',
    string
  >
>

const inputsOf = (step: HTMLElement) => [
  ...step.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=hidden]),textarea:not([name^="f."])',
  ),
]

/** Why a step cannot be left yet; null when it can. The server looks again, and closer. */
export function misfit(step: HTMLElement, words: Words): string | null {
  const inputs = inputsOf(step)
  const boxes = inputs.filter(
    (input): input is HTMLInputElement => input instanceof HTMLInputElement && /radio|checkbox/.test(input.type),
  )
  const lines = inputs.filter((input) => !boxes.some((box) => box === input))
  const isTicked = boxes.some((box) => box.checked)
  const isWritten = lines.some((line) => line.value.trim() !== '')
  if (boxes.some((box) => box.checked && box.value === 'other') && lines.length > 0 && !isWritten)
    return words.otherEmpty
  return step.dataset.required && !isTicked && !isWritten ? words.required : null
}

/** Ties an error to its question, or takes it away. `isMove` puts the focus on the first field. */
export function markWrong(step: HTMLElement, why: string | null, isMove: boolean): void {
  const said = step.querySelector<HTMLElement>('.wrong')
  const group = step.querySelector<HTMLElement>('fieldset,textarea,input')
  if (!said || !group) return
  said.textContent = why ?? ''
  said.hidden = why === null
  const others = (group.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== said.id && id !== '')
  group.setAttribute('aria-describedby', [...others, ...(why === null ? [] : [said.id])].join(' '))
  if (group.tagName !== 'FIELDSET') group.setAttribute('aria-invalid', String(why !== null))
  said.setAttribute('role', 'alert')
  if (why !== null && isMove) inputsOf(step)[0]?.focus()
}
