/** Sends the form until the server has it. */
export type Delivered = {
  /** It did not get through and will be tried again. */
  waiting(isOffline: boolean): void
  done(thanks: string): void
  /** The server looked at it and said no: trying again would not help. */
  refused(detail: string, errors: { key: string; message: string }[]): void
}

type Reply = { thanks?: string; detail?: string; errors?: { path: string; message: string }[] }

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

export function delivery(form: HTMLFormElement, told: Delivered): void {
  let wait = FIRST_WAIT
  let timer = 0
  let isUnderWay = false

  const again = (seconds: number | null) => {
    told.waiting(!navigator.onLine)
    clearTimeout(timer)
    timer = window.setTimeout(attempt, seconds === null ? wait : seconds * 1_000)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
  const stop = () => {
    clearTimeout(timer)
    removeEventListener('online', attempt)
  }

  async function attempt(): Promise<void> {
    if (isUnderWay) return
    isUnderWay = true
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(
          [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
        ),
      })
      const after = Number(response.headers.get('retry-after'))
      if (response.status === 429 || response.status >= 500) return again(after > 0 ? after : null)
      const reply = (await response.json()) as Reply
      stop()
      if (response.ok && reply.thanks) return told.done(reply.thanks)
      const errors = (reply.errors ?? []).map(({ path, message }) => ({ key: path.replace(/^answers\./, ''), message }))
      told.refused(reply.detail ?? '', errors)
    } catch {
      // Nothing came back, or not all of it: it may have arrived. The same submission again is the same response.
      again(null)
    } finally {
      isUnderWay = false
    }
  }
  addEventListener('online', attempt)
  void attempt()
}
