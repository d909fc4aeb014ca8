/** Which column of a file seems to be what of a feedback. */
import type { Mapping } from '../../shared/contracts/imports.ts'

type Target = Exclude<keyof Mapping, 'facts' | 'fixedChannel' | 'ratingMax'>

/** Headers people use, in Chinese and English, for each target; compared without case, spaces and signs. */
const HEADERS: Readonly<Record<Target, readonly string[]>> = {
  text: [
    'text',
    'content',
    'body',
    'comment',
    'feedback',
    'review',
    'message',
    'feedbacktext',
    '内容',
    '反馈',
    '反馈内容',
    '评论',
    '评价',
    '评价内容',
    '文本',
    '正文',
    '意见',
    '留言',
  ],
  subject: ['subject', 'title', '标题', '主题'],
  sourceId: [
    'id',
    'sourceid',
    'externalid',
    'feedbackid',
    'reviewid',
    'responseid',
    'submissionid',
    '编号',
    '序号',
    '单号',
    '评论id',
    '反馈编号',
    '工单号',
  ],
  channel: ['channel', 'source', '渠道', '来源', '平台'],
  occurredAt: [
    'occurredat',
    'createdat',
    'date',
    'time',
    'timestamp',
    'created',
    '时间',
    '日期',
    '创建时间',
    '提交时间',
    '评价时间',
    '反馈时间',
    '发布时间',
  ],
  nps: ['nps', 'npsscore', '推荐意愿', '推荐度'],
  csat: ['csat', 'satisfaction', '满意度', '满意度评分'],
  ces: ['ces', 'effort', '省力度', '费力度'],
  rating: ['rating', 'stars', 'star', 'score', '评分', '星级', '打分'],
  language: ['language', 'lang', '语言'],
  url: ['url', 'link', '链接', '网址'],
  externalId: ['customerid', 'userid', 'memberid', 'authorid', '客户号', '客户编号', '会员号', '用户id', '会员编号'],
  email: ['email', 'mail', 'authoremail', '邮箱', '电子邮箱', '邮件'],
  phone: ['phone', 'mobile', 'tel', '手机', '手机号', '电话', '联系电话', '手机号码'],
  name: [
    'name',
    'authorname',
    'author',
    'customer',
    'customername',
    'username',
    '姓名',
    '客户',
    '客户姓名',
    '昵称',
    '用户名',
    '作者',
  ],
}

const folded = (header: string) => header.toLowerCase().replace(/[\s_\-.()（）:：/]/g, '')

/** The mapping these columns suggest; people can change it before anything is read. */
export function guessMapping(columns: readonly string[]): Mapping {
  const free = new Map(columns.map((name) => [folded(name), name]))
  const mapping: Mapping = {}
  for (const [target, names] of Object.entries(HEADERS) as [Target, readonly string[]][]) {
    const found = names.find((name) => free.has(name))
    if (found === undefined) continue
    mapping[target] = free.get(found) ?? found
    free.delete(found)
  }
  return mapping
}
