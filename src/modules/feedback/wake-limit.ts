/**
 * Lets one of many callers wake somebody, at most once in `ms`: waking costs every commit a lock and every listener a
 * look. Who comes sooner is told not to, and `wake` is called once when the time is over.
 *
 * @returns a function that says whether the caller itself shall wake
 */
export function wakeLimit(ms: number, wake: () => void): () => boolean {
  let resting = false
  let owed = false
  const rest = () => {
    resting = true
    setTimeout(() => {
      resting = false
      if (!owed) return
      owed = false
      wake()
      rest()
    }, ms).unref()
  }
  return () => {
    if (resting) {
      owed = true
      return false
    }
    rest()
    return true
  }
}
