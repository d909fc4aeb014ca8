import { findPhrases, phrasesOf } from './phrases.ts'

/**
 * What people write for a plain word: sounds (灰常 for 非常), letters (yyds), words of the day (泰裤辣). Only such as mean
 * one thing: 稀饭 is porridge as well, 寄了 is mailed, 伐 stands alone in other words.
 */
const PLAIN: Readonly<Record<string, string>> = {
  非常: '灰常',
  没有: '木有 木得 么得 冇得',
  什么: '神马',
  '好吗 ': '好伐 好叭',
  '是吗 ': '是伐',
  '对吗 ': '对伐',
  这样: '酱紫 介样',
  怎么: '肿么 咋么',
  可以: '阔以 阔以阔以',
  感觉: '感jio 感脚',
  超级: '炒鸡 钞级 抄级',
  真的: '真滴 尊嘟',
  垃圾: '垃鸡 拉圾 laji',
  难受: '蓝瘦 蓝瘦香菇',
  悲剧: '杯具',
  不知道: '不造啊',
  说实话: 'yysy 讲真 港真',
  非常棒: '针不戳 yyds 永远的神 绝绝子 绝绝紫 泰裤辣 泰酷辣 顶呱呱的 嘎嘎好 佛心',
  非常喜欢: 'awsl 狠狠爱了 狠狠爱住 一整个爱住 爱住了 本命了',
  喜欢: '种草 种草了 成功种草 被种草 被种草了 长草 长草了 路转粉 圈粉 被圈粉 吃土也要买',
  会回购: '无限回购 回购n次 无限循环回购',
  厉害: '牛批 牛掰',
  不推荐: '劝退 被劝退 母汤 大雷 巨雷 超雷 雷店',
  离谱: '离了个大谱 离大谱 离了大谱 很扯 超扯 很瞎 超瞎 是在哈罗',
  无语: '无了个大语 无语子 我真的会谢 真的会谢',
  气死: '气抖冷 气到发抖',
  受骗: '大冤种 冤种 当冤种 被割韭菜 割韭菜 智商税 交了智商税',
  再也不买: '一生黑 永久拉黑 再买剁手',
  崩溃: '破防了 破大防',
  '无语 ': '栓q 拴q 三克油',
}

const slang = phrasesOf(
  Object.entries(PLAIN).flatMap(([plain, words]) => words.split(' ').map((word) => [word, plain] as const)),
)

/** The text with plain words for what stands for them; the text itself where there is none. For text of `normalise`. */
export function plainSpoken(text: string): string {
  const found = findPhrases(slang, text)
  if (found.length === 0) return text
  let plain = ''
  let at = 0
  for (const { from, to, value } of found) {
    plain += text.slice(at, from) + value.trim()
    at = to
  }
  return plain + text.slice(at)
}
