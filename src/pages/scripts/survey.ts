/**
 * What the script adds to the survey page, which works without it: one question in sight, answers kept on the device,
 * and sending that survives a lost connection. The submission number that came with the page goes along with every
 * try, so that however often it is sent it is one response.
 */

import { delivery } from './survey-delivery.ts'
import { askFor, mayAsk, showAsk, showAskedBefore } from './survey-follow-up.ts'
import { type Kept, keep, kept } from './survey-kept.ts'
import { markWrong, misfit, type Words } from './survey-steps.ts'

const form = document.querySelector<HTMLFormElement>('form[data-slug]')
if (form) start(form)

function start(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.words ?? '{}') as Words
  const slug = form.dataset.slug ?? ''
  const preview = form.dataset.preview
  const steps = [...form.querySelectorAll<HTMLElement>('.step')]
  const acts = form.querySelector<HTMLElement>('#acts')
  if (!acts || steps.length === 0) return

  let at = 0
  const lead = document.querySelector<HTMLElement>('.lead')
  let isSending = false
  let isAsking = false
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const told = element('div', 'told')
  told.setAttribute('role', 'status')
  told.hidden = true
  const bar = element('div', 'bar')
  const count = element('span')
  const progress = element('progress')
  progress.max = steps.length
  progress.setAttribute('aria-hidden', 'true')
  bar.append(count, progress)
  const back = button(words.back, 'button plain')
  const send = acts.querySelector('button') ?? button(words.send, 'button')
  acts.prepend(back)
  steps[0]?.before(bar)
  form.before(told)

  const remember = (isPending = false) => {
    if (preview === undefined) keep(slug, snapshot(form, at, isPending))
  }
  /** Shows one step. `isMove` puts the focus on it, for those who listen and those who type. */
  function show(step: number, isMove: boolean): void {
    at = Math.max(0, Math.min(steps.length - 1, step))
    for (const [each, section] of steps.entries()) section.hidden = each !== at
    count.textContent = words.progress.replace('{at}', String(at + 1)).replace('{of}', String(steps.length))
    // What is done, not what is in sight: the bar is full only when there is nothing left to do.
    progress.value = at
    if (lead) lead.hidden = at > 0
    back.hidden = at === 0
    bar.hidden = steps.length === 1
    send.textContent = isLast() ? words.send : words.next
    if (!isMove) return
    scrollTo({ top: 0 })
    steps[at]?.focus({ preventScroll: true })
    remember()
  }
  const isLast = () => at === steps.length - 1

  function go(step: number): void {
    tell('')
    history.pushState({ step, from: at }, '')
    show(step, true)
  }
  back.addEventListener('click', () => {
    if ((history.state as { from?: number } | null)?.from === at - 1) history.back()
    else show(at - 1, true)
  })
  addEventListener('popstate', (event) => show((event.state as { step?: number } | null)?.step ?? 0, true))
  form.addEventListener('input', () => remember(isSending))

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isSending || isAsking) return
    const here = steps[at]
    const why = here && misfit(here, words)
    if (here) markWrong(here, why ?? null, true)
    if (why) return
    if (here && preview === undefined && mayAsk(here)) void askOnceMore(here)
    else advance()
  })

  /** Asks once more where the answer is vague; who pressed goes on where it is not. */
  async function askOnceMore(step: HTMLElement): Promise<void> {
    isAsking = true
    send.setAttribute('aria-disabled', 'true')
    const ask = await askFor(form, step)
    isAsking = false
    send.setAttribute('aria-disabled', 'false')
    if (steps[at] !== step) return
    if (ask === null) advance()
    else {
      showAsk(step, ask, words.optional).focus()
      remember()
    }
  }

  function advance(): void {
    const wrong = isLast() ? steps.findIndex((step) => misfit(step, words) !== null) : -1
    const first = steps[wrong]
    if (!isLast()) go(at + 1)
    else if (first) {
      go(wrong)
      markWrong(first, misfit(first, words), true)
    } else if (preview !== undefined) tell(words.preview)
    else deliver()
  }

  function tell(text: string): void {
    told.textContent = text
    told.hidden = text === ''
  }
  function busy(isBusy: boolean): void {
    isSending = isBusy
    send.setAttribute('aria-disabled', String(isBusy))
    send.textContent = isBusy ? words.sending : words.send
  }
  function deliver(): void {
    busy(true)
    remember(true)
    delivery(form, {
      waiting: (isOffline) => tell(isOffline ? words.offline : words.retrying),
      done(thanks) {
        keep(slug, null)
        location.replace(thanks)
      },
      refused(detail, errors) {
        busy(false)
        remember()
        tell(errors.length === 0 ? detail : '')
        const first = steps.findIndex((step) => errors.some(({ key }) => key === step.dataset.key))
        for (const step of steps)
          markWrong(step, errors.find(({ key }) => key === step.dataset.key)?.message ?? null, false)
        if (first >= 0) go(first)
      },
    })
  }

  /** What was begun before goes on, under the number it was begun with. A score in the link is newer than what was kept. */
  function resume(before: Kept): void {
    const linked = new URLSearchParams(location.search).has('score')
      ? [...form.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')].map((input) => input.name)
      : []
    if (before.version === field('version').value) {
      field('submission').value = before.submission
      field('shown').value = before.shown
    }
    showAskedBefore(steps, before.fields, words.optional)
    fill(
      form,
      before.fields.filter(([name]) => !linked.includes(name)),
      linked,
    )
    if (before.fields.length === 0) return
    tell(words.restored)
    const over = button(words.startOver, '')
    over.addEventListener('click', () => {
      keep(slug, null)
      location.reload()
    })
    told.append(' ', over)
  }

  form.dataset.ready = ''
  const before = preview === undefined ? kept(slug) : null
  const wrong = steps.findIndex((step) => step.querySelector('.wrong:not([hidden])') !== null)
  if (before && wrong < 0) resume(before)
  const wanted = preview === undefined ? (before?.at ?? 0) : steps.findIndex((step) => step.dataset.key === preview)
  show(wrong >= 0 ? wrong : wanted, false)
  history.replaceState({ step: at }, '')
  if (before?.pending) deliver()
}

/** Answers alone: hidden fields belong to the page, the trap stays empty. */
function snapshot(form: HTMLFormElement, at: number, pending: boolean): Kept {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    (/^[qofaw]\./.test(name) || name === 'contact') && typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  const hidden = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value
  return { version: hidden('version'), submission: hidden('submission'), shown: hidden('shown'), fields, at, pending }
}

function fill(form: HTMLFormElement, fields: readonly [string, string][], except: readonly string[]): void {
  for (const input of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '[name^="q."],[name^="o."],[name^="f."],[name=contact]',
  )) {
    if (except.includes(input.name)) continue
    const own = fields.filter(([name]) => name === input.name).map(([, value]) => value)
    if (input instanceof HTMLInputElement && /radio|checkbox/.test(input.type))
      input.checked = own.includes(input.value)
    else if (own[0] !== undefined) input.value = own[0]
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  return made
}

function button(text: string, className: string): HTMLButtonElement {
  const made = element('button', className)
  made.type = 'button'
  made.textContent = text
  return made
}
