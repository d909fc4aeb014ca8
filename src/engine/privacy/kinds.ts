export const PII_KINDS = [
  'id-card',
  'mobile',
  'landline',
  'bank-card',
  'email',
  'plate',
  'passport',
  'wechat',
  'qq',
  'ip',
  'address',
  'name',
] as const
export type PiiKind = (typeof PII_KINDS)[number]

/** Personal data found: UTF-16 offsets in the text given, start ≤ i < end. */
export type PiiFinding = { kind: PiiKind; start: number; end: number }
