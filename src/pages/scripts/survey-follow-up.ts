/** One more question on the spot, where an answer is vague: asked of the server, once for each question, and never waited for long. */
const PATIENCE = 2_000

export type Ask = { key: string; text: string }

const nameOf = (step: HTMLElement) => step.dataset.key ?? ''
const answerOf = (step: HTMLElement) => step.querySelector<HTMLTextAreaElement | HTMLInputElement>('[name^="q."]')

/** Whether a step may ask once more now. */
export const mayAsk = (step: HTMLElement): boolean =>
  step.dataset.follow === '1' && (answerOf(step)?.value.trim() ?? '') !== ''

/** What to ask about the answer of a step; null for nothing, also when the server cannot say in time. */
export async function askFor(form: HTMLFormElement, step: HTMLElement): Promise<Ask | null> {
  step.dataset.follow = 'asked'
  const hidden = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value
  try {
    const response = await fetch(form.action.replace(/responses$/, 'follow-up'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        question: nameOf(step),
        text: answerOf(step)?.value.slice(0, 5_000) ?? '',
        version: Number(hidden('version')),
        locale: hidden('lang'),
      }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    return response.ok ? ((await response.json()) as { ask: Ask | null }).ask : null
  } catch {
    // Without a connection nothing more is asked; the answer itself is kept and sent as ever.
    return null
  }
}

/**
 * Puts the question below the answer and gives its field. The words stand in the form so that they come back with it.
 *
 * @param optional  the word for what may be left empty
 */
export function showAsk(step: HTMLElement, { key, text }: Ask, optional: string): HTMLTextAreaElement {
  const name = nameOf(step)
  step.dataset.follow = 'asked'
  const label = document.createElement('label')
  label.className = 'ask more'
  label.htmlFor = `more-${name}`
  const tag = document.createElement('span')
  tag.className = 'tag'
  tag.textContent = optional
  label.append(text, ' ', tag)
  const field = document.createElement('textarea')
  field.id = label.htmlFor
  field.name = `f.${name}`
  field.rows = 3
  field.maxLength = 1_000
  step.append(label, field, kept(`a.${name}`, key), kept(`w.${name}`, text))
  return field
}

/** Brings back what was asked before the page was left. */
export function showAskedBefore(
  steps: readonly HTMLElement[],
  fields: readonly [string, string][],
  optional: string,
): void {
  const value = (name: string) => fields.find(([each]) => each === name)?.[1]
  for (const step of steps) {
    const key = value(`a.${nameOf(step)}`)
    const text = value(`w.${nameOf(step)}`)
    if (key !== undefined && text !== undefined && step.dataset.follow === '1') showAsk(step, { key, text }, optional)
  }
}

function kept(name: string, value: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = name
  input.value = value
  return input
}
