/** Events counted over an exposure: contacts over orders, cases over customers. Exposure > 0, need not be whole. */
export type Rate = { events: number; exposure: number }

/** @throws RangeError when events are not counts or an exposure is negative */
export function wantRates(name: string, ...rates: Rate[]): void {
  for (const { events, exposure } of rates) {
    const isCount = Number.isInteger(events) && events >= 0
    if (!isCount || !(exposure >= 0)) throw new RangeError(`${name}: want counts and exposures ≥ 0`)
  }
}
