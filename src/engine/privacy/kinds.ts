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
  'order',
] as const
export type PiiKind = (typeof PII_KINDS)[number]

/** Personal data found: UTF-16 offsets in the text given, start ≤ i < end. */
export type PiiFinding = { kind: PiiKind; start: number; end: number }

/** What stands in the place of a value of each kind. */
export const PII_LABELS: Readonly<Record<PiiKind, string>> = {
  'id-card': '身份证',
  mobile: '手机号',
  landline: '电话',
  'bank-card': '银行卡',
  email: '邮箱',
  plate: '车牌',
  passport: '护照',
  wechat: '微信号',
  qq: 'QQ号',
  ip: 'IP',
  address: '地址',
  name: '姓名',
  order: '订单号',
}
