/**
 * How much two ways of filing the same texts say of each other: normalised mutual information, 0 (nothing) … 1 (the same
 * up to names). Labels are integers ≥ 0; texts under a negative label in either are left out.
 *
 * @returns 1 when both put everything into one
 * @source  Strehl & Ghosh 2002, J. Machine Learning Research 3:583–617, with the arithmetic mean of both entropies
 */
export function agreement(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const both = new Map<string, number>()
  const [one, two] = [new Map<number, number>(), new Map<number, number>()]
  let texts = 0
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, second[i]!]
    if (a < 0 || b < 0) continue
    texts++
    one.set(a, (one.get(a) ?? 0) + 1)
    two.set(b, (two.get(b) ?? 0) + 1)
    both.set(`${a} ${b}`, (both.get(`${a} ${b}`) ?? 0) + 1)
  }
  const entropy = (counts: Iterable<number>) => {
    let sum = 0
    for (const count of counts) sum -= (count / texts) * Math.log(count / texts)
    return sum
  }
  const apart = entropy(one.values()) + entropy(two.values())
  return apart === 0 ? 1 : (2 * (apart - entropy(both.values()))) / apart
}
