import type { Stretch } from './stretch.ts'

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

const INTRODUCED = new RegExp(
  `(?:我叫|我的名字是|姓名[:是]?|联系人[:是]?|收件人[:是]?|收货人[:是]?) ?([${SURNAMES}][一-鿿]{1,2})`,
  'g',
)
const ADDRESSED = new RegExp(
  `(?<![一-鿿])(?:我是|找|叫|请|联系|客服|师傅)?([${SURNAMES}][一-鿿]{0,2})(?:先生|女士|小姐)`,
  'g',
)
const ENGLISH = /(?:my name is|i am called) ([a-z]{2,20}(?: [a-z]{2,20})?)/g

/** Not part of a name: what people go on with after giving theirs. */
const AFTER = /[的了在是,要想就去打给]$/

/** Names of people, only where the words around say that one is given: a dictionary of names would mask far too much. */
export function findNames(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const pattern of [INTRODUCED, ADDRESSED, ENGLISH]) {
    for (const match of text.matchAll(pattern)) {
      const name = (match[1] ?? '').replace(AFTER, '')
      const from = match.index + match[0].indexOf(match[1] ?? '')
      if (name.length > 0) found.push({ from, to: from + name.length })
    }
  }
  return found
}
