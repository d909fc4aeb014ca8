import type { EmotionLabel } from '../../src/engine/emotion/emotion.ts'
import type { NeedLevel } from '../../src/engine/emotion/need.ts'

/** Sentences of our own with what their writers feel. Written before the lists; nothing is learned from them. */
const FELT: Readonly<Record<EmotionLabel, string>> = {
  joy: `收到的时候高兴得跳起来
孩子抱着不撒手，全家都乐坏了
太喜欢了，爱不释手
今天被你们的小纸条暖到了，好开心
味道绝了，幸福感爆棚
哈哈，比想象的有意思多了
用起來心情超好
收到禮物好感動好開心
So happy with my new bike
I absolutely love this place
We had so much fun at the event`,
  trust: `用了十年，一直信得过
交给你们我放心
老牌子，错不了
师傅说得明白，价格也透明，靠得住
有问题你们一定会管，这点我有底
推荐给爸妈用，安心
這家店我很信任
交給你們處理我很放心
I trust you to sort this out
They have never let me down
Reliable as always`,
  anger: `气得我手都抖了
你们还要不要脸
简直欺人太甚
忍无可忍，叫你们经理来
什么破公司，骗子
一群饭桶，滚
火大，講三次都聽不懂
真的很生氣，這是什麼態度
This makes me furious
How dare you treat customers like this
I am so angry right now`,
  disappointment: `满心期待，结果就这
亏我还推荐给朋友，真让我失望
没想到老店变成这样
跟以前比差远了，遗憾
白等了一个月，心凉
原本以为会不一样
很失望，不如預期
期待越大落差越大
Really let down by this
I expected so much more
Such a disappointment after all the hype`,
  anxiety: `钱还没到账，心里七上八下的
孩子一直过敏，我好担心
怕数据丢了，怎么办啊
后天就要用，急得睡不着
不知道会不会有后遗症，害怕
一直没消息，心慌
好擔心包裹寄丟
很緊張，怕趕不上
I am worried the parcel is lost
This makes me nervous about my data
Scared to use the heater again`,
  sadness: `看到碎掉的相框，我哭了一场
奶奶没等到这个生日礼物，心里难受
用了八年的老店关门了，舍不得
委屈得想哭
心碎，照片全没了
难过，孩子盼了好久
好難過，最後一面都沒見到
眼淚一直掉
I cried when I saw it was broken
Heartbroken that you are closing
Feeling sad that it is over`,
  surprise: `没想到这么快就送到了，惊到我
居然还有手写的卡片
天哪，怎么会变成这样
打开一看傻眼了
万万没想到会送赠品
竟然比专柜还便宜
哇，太意外了
居然有這種事，嚇一跳
Wow, I did not see that coming
I was shocked to see the bill
To my surprise it worked the first time`,
  none: `订单号是 8821
请问几点关门
洗衣机放在阳台
我想把地址改一下
昨天下午到的货
这款有三种颜色
发票已经寄出
星期五會去取貨
請問有附變壓器嗎
The box contains two cables
What time do you open
I ordered the small one`,
}

/** Sentences of our own with the need that they speak of. */
const NEEDED: Readonly<Record<NeedLevel, string>> = {
  physiological: `饭送到都凉了，饿着肚子等了两小时
床太硬，一夜没睡好
空调不制冷，热得喘不过气
水有怪味，没法喝
候诊室连口热水都没有
房間太吵睡不著
The room was freezing all night
I was starving by the time the food came`,
  safety: `插座漏电，太吓人了
卡里的钱会不会不安全
我的住址被你们泄露了
药品来路正规吗，吃着不放心
押金能保证退吗
擔心帳號被盜
The brakes do not feel safe
Is my personal data protected`,
  belonging: `希望有个车友群，大家一起玩
店里像家一样，老板记得我喜欢喝什么
一个人过节，收到你们的祝福很暖
想和其他妈妈交流
孩子在这里交到了朋友
很喜歡這裡的社群氣氛
I feel part of the community here
It felt like family`,
  esteem: `前台看人下菜碟，穿得普通就不理
会员等级这么高也没有一点尊重
当众说我买不起，太没面子
凭什么别人有我没有，不公平
希望你们认真对待老客户
店員瞧不起人
I felt disrespected by the staff
As a loyal member I deserve to be treated fairly`,
  growth: `学完这门课我终于能自己写程序了
希望多一些挑战，让我进步
用你们的工具做出了第一件作品，很有成就感
想提升自己的英语
给了孩子发挥创意的空间
這堂課讓我成長很多
This course helped me reach my goals
I want to learn something new every day`,
  none: `包裹到了
发票抬头写错了
颜色是蓝的
请问怎么退货
訂單編號 5521
The parcel arrived on Monday`,
}

const rowsOf = <Label extends string>(of: Readonly<Record<Label, string>>): { text: string; label: Label }[] =>
  (Object.keys(of) as Label[]).flatMap((label) => of[label].split('\n').map((text) => ({ text, label })))

export const emotionSentences = rowsOf(FELT)
export const needSentences = rowsOf(NEEDED)
