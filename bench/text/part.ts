/** One part of `bench/text`: tables by name, or why there are none. */
export type Part = {
  name: string
  /** Takes minutes: runs only when it, or a row of it, is named. */
  slow?: boolean
  /** What may be asked for alone, as `part:row`. */
  rows?: readonly string[]
  run: (isAsked: (row: string) => boolean) => Readonly<Record<string, readonly object[]>> | string
}

export const percent = (share: number): number => Math.round(share * 10_000) / 100
