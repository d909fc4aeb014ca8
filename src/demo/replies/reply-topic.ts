/** How one kind of trouble is answered in the demo: what a good colleague writes first, asks, and says at the end. */
export type ReplyTopic = {
  /** First answers: listen, empathise, solve, follow up. `{name}`, `{agent}`, `{order}` are filled in. */
  first: readonly string[]
  /** When something is missing to go on; the case then waits for the customer. */
  ask: readonly string[]
  /** What the customer reads when the case is resolved. */
  resolved: readonly { outcome: 'resolved' | 'explained' | 'no-action'; note: string }[]
  /** What colleagues tell each other. */
  notes: readonly string[]
}
