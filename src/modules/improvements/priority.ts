/**
 * Which improvement first: severity × reach × value ÷ effort, with every factor shown.
 *
 * A product, not a sum: a harmless thing that reaches everyone and a grave one that reaches nobody both stay low.
 */
export type PriorityInputs = {
  /** How much it hurts one customer: 1 a nuisance – 5 money, health or the customer lost. */
  severity: number
  /** Customers who spoke of it (each once), ≥ 0. */
  reach: number
  /** Person-days to remove the cause, > 0. */
  effort: number
  /** What it costs and what it brings, in one currency; both must be known to count. */
  cost?: number
  benefit?: number
}

export type Factor = {
  factor: 'severity' | 'reach' | 'value' | 'effort'
  /** What was entered; null when it was not, and the factor is neutral. */
  input: number | null
  /** What the score is multiplied by; below 1 for effort over a day. */
  by: number
  /** The score after this factor. */
  running: number
}

export type Priority = { score: number; factors: Factor[] }

/** Benefit for each unit of cost → weight. The steps of RICE's impact scale; between them a ratio is a guess anyway. */
const VALUE_STEPS = [
  { from: 10, by: 3 },
  { from: 3, by: 2 },
  { from: 1, by: 1 },
  { from: 0, by: 0.5 },
] as const

const STEEPEST = 3

/**
 * The weight of money: ½ when it costs more than it brings, 1 up to three times, 2 up to ten times, 3 beyond.
 *
 * @returns  ratio null and weight 1 when either figure is missing: not knowing is no reason to come last
 */
export function valueWeight(
  cost: number | undefined,
  benefit: number | undefined,
): { ratio: number | null; by: number } {
  if (cost === undefined || benefit === undefined) return { ratio: null, by: 1 }
  if (cost <= 0) return { ratio: null, by: benefit > 0 ? STEEPEST : 1 }
  const ratio = Math.max(0, benefit) / cost
  return { ratio, by: VALUE_STEPS.find(({ from }) => ratio >= from)?.by ?? 1 }
}

/**
 * The priority of an improvement and how it came about, in the order it is explained.
 *
 * @returns  score ≥ 0, without unit: only its order means something
 * @throws   RangeError when severity is not 1–5, reach not a count, effort not > 0, or money negative
 */
export function priorityOf({ severity, reach, effort, cost, benefit }: PriorityInputs): Priority {
  if (!(severity >= 1 && severity <= 5)) throw new RangeError(`priorityOf: want severity 1–5, got ${severity}`)
  if (!Number.isInteger(reach) || reach < 0) throw new RangeError(`priorityOf: want reach ≥ 0, got ${reach}`)
  if (!(effort > 0)) throw new RangeError(`priorityOf: want effort > 0, got ${effort}`)
  if ((cost ?? 0) < 0 || (benefit ?? 0) < 0) throw new RangeError('priorityOf: want cost and benefit ≥ 0')

  const value = valueWeight(cost, benefit)
  const steps = [
    { factor: 'severity', input: severity, by: severity },
    { factor: 'reach', input: reach, by: reach },
    { factor: 'value', input: value.ratio, by: value.by },
    { factor: 'effort', input: effort, by: 1 / effort },
  ] as const
  let running = 1
  const factors = steps.map((step): Factor => {
    running *= step.by
    return { ...step, running }
  })
  return { score: running, factors }
}

/**
 * RICE: reach × impact × confidence ÷ effort.
 *
 * @param impact      0.25 minimal, 0.5 low, 1 medium, 2 high, 3 massive
 * @param confidence  0–1
 * @throws            RangeError when a figure is out of range
 * @source            McBride 2018 (Intercom)
 * @example           rice({ reach: 2000, impact: 2, confidence: 0.8, effort: 4 }) // 800
 */
export function rice(inputs: { reach: number; impact: number; confidence: number; effort: number }): number {
  const { reach, impact, confidence, effort } = inputs
  if (!(reach >= 0 && impact >= 0 && confidence >= 0 && confidence <= 1 && effort > 0)) {
    throw new RangeError('rice: want reach, impact ≥ 0, confidence 0–1, effort > 0')
  }
  return (reach * impact * confidence) / effort
}
