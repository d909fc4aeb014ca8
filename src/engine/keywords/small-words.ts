/** Small words of Chinese: what they do to the words around them. Normalised. */

/** Say how much; what they stand before says what. */
export const DEGREE_WORDS: ReadonlySet<string> = new Set(
  '很 太 超 超级 非常 十分 特别 极 极其 最 更 更加 越来越 真 真的 真是 挺 蛮 颇 相当 比较 有点 有点儿 有些 稍微 稍 实在 实在是 确实 完全 绝对 简直 贼 巨 老是 总是 还 还是 也 都 就 又 才 really very so too quite pretty extremely super'.split(
    ' ',
  ),
)

/** Turn the word that follows. */
export const NEGATING_WORDS: ReadonlySet<string> = new Set(
  '不 没 没有 未 无 毫无 别 不太 不大 不够 不是 不能 不会 冇'.split(' '),
)

/** Single characters that name nothing and judge nothing. */
export const SINGLE_STOP_WORDS: ReadonlySet<string> = new Set(
  '的了着过地得是有在和与及或跟而但却并且则若如因为于由从到向对给把被让使将要会能可该想去来上下里外中内前后大小多少几每各某本这那此其之所以等第个件次种些点位只条张家块元年月日天时分秒号我你您他她它们咱谁哪什么吗呢吧啊呀哦嗯哈啦嘛哎唉喔哇么说看用做作买拿放给叫请问见觉感知发出起再刚已曾正人事东西样二三四五六七八九十百千万两一打订定送催吃喝力话路开关进站换找挺办',
)
