/** One part of `bench/text`: tables by name, or why there are none. */
export type Part = { name: string; run: () => Readonly<Record<string, readonly object[]>> | string }
