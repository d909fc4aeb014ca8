/** Words that bear no opinion themselves but turn, strengthen or unsettle that of others. */

/** Turns the next opinion word within reach. */
export const NEGATORS = `不 没 没有 一点都不 一点也不 一点儿都不 一点儿也不 一点都没 一点也没 一点不 根本不 根本没 根本没有 完全不 完全没 完全没有 没有一点 没一点 没有任何 毫无 未 无 别 莫 非 并不 并非 并没有 并没 不是 不是很 不太 不大 不怎么 不够 不算 不能 不会 不曾 不再 不见得 未必 谈不上 算不上 称不上 毫不 毫无 毫不 绝不 从不 从没 从未 从来不 从来没 没怎么 没啥 没什么 没那么 难以 很难 缺乏 缺少 不像 也不 都不 都没 没办法 冇 唔 冇得 否
 not no never without hardly barely scarcely neither nor isn't isnt aren't arent wasn't wasnt weren't werent don't dont doesn't doesnt didn't didnt won't wont wouldn't wouldnt can't cant cannot couldn't couldnt shouldn't haven't havent hasn't hasnt hadn't ain't lack far-from`

/** Factor on the next opinion word. */
export const DEGREES: Readonly<Record<string, string>> = {
  '1.6':
    '太 超 超级 非常 十分 极其 极 极度 巨 巨他妈 特别 特 格外 相当 尤其 无比 异常 贼 老 死 最 绝对 简直 真心 实在 实在是 真的 真的是 真的很 真是 好好 完全 彻底 极为 万分 忒 尤为 extremely absolutely incredibly totally completely really super so too utterly insanely terribly most',
  '1.3': '很 好 挺 蛮 颇 真 多么 这么 那么 更 更加 越来越 愈发 怪 满 very quite pretty much more such truly highly',
  '0.6':
    '有点 有点儿 有些 稍微 稍 略 略微 一点 一点点 些许 还 还算 比较 较 多少 基本 基本上 大体 somewhat slightly a-bit a-little kind-of sort-of fairly rather',
}

/** Longer words that hold a cue by accident; they are passed over. */
export const PASSED_OVER = `:// 垃圾盒 垃圾桶 垃圾箱 垃圾袋 垃圾篓 垃圾分类 倒垃圾 丢垃圾 扔垃圾 :(1 :(2 :(3 不仅 不但 不光 不只 不单 不止 不管 不论 不得不 不好意思 不过 不同 不断 不然 不客气 不由得 不知不觉 不经意 不久 不用说 无论 无敌 莫名 无线 无锡 无印良品 无糖 无人机 无意 无意中 非常规 特别版 特别款 别人 别的 别家 别处 别墅 级别 区别 个别 性别 鉴别 识别 分别 差别 类别 差不多 差点 差额 差价 出差 时差 没想到 没准 没几天 没多久 没过多久 未来 好像 好几 好多 好久 好些 好评返现 好友 刚好 正好 恰好 只好 最好 爱好 好歹 友好度 好的 最近 最后 最终 最多 最少 最低 最高 最新 最初 老板 老板娘 老公 老婆 老人 老师 老家 老妈 老爸 老客户 老顾客 老客 死角 太阳 太太 太原 太极 特价 特色 特产 特意 特地 超市 超过 超时 真相 真皮 真丝 真空 更新 更换 更改 还有 还是 还没 还要 还会 还给 还款 还在 多少钱 多少 有些人 比较好 对比较 重量 重庆 重新 重要 重点 重复 重要的 快递 快递员 快餐 快件 快照 快手 快要 慢慢 慢跑 贵州 贵公司 贵司 贵店 贵方 硬盘 硬件 硬币 美团 美的 美国 美女 美元 美容 美发 亮度 亮点 牛奶 牛肉 牛排 牛仔 牛油 酷狗 香港 香菜 香菇 香水 香味 香蕉 香皂 香精 甜品 甜点 爽肤水 坑位 火锅 卡片 卡号 卡券 银行卡 会员卡 信用卡 打卡 显卡 内存卡 手机卡 电话卡 卡扣 冷藏 冷冻 冷气 冷饮 冷却 冷水 凉菜 凉皮 凉拌 凉鞋 凉席 烂尾 香辣 老干妈 老鼠 强行 强制 强迫 问题不大 没有任何问题 没任何问题 硬要 稳压 脆皮 嫩肤 清楚地 好坏 有没有问题 请问 一下问题 帅哥 暗示 重启一下 free-shipping no-one no-matter not-only no-doubt so-that so-far such-as as-well good-morning good-afternoon good-evening kind-of like-to would-like thank-god`

/** A question in form, a reproach in meaning. */
export const RHETORICAL = `难道 怎么可能 怎么好意思 好意思 凭什么 哪里好 哪里值 哪好 还好意思 谁给你的 有意思吗 至于吗 何必 怎么能这样 怎么会这样 这也叫 这也能 这叫 这就是 也配 配吗 你们就这样 还让不让 有没有搞错 什么态度 什么服务 什么质量 什么破 什么烂 是不是有病 良心不会痛 良心呢 良心不痛 当我傻 当我是 敢不敢 能不能行 能不能上点心 能不能走点心 就这 就这? 就这水平 how-dare is-this-a-joke are-you-kidding are-you-serious seriously? really?? what-the-hell why-bother`

/** Praise beside one of these is meant the other way. */
export const SARCASM = `呵呵 呵呵哒 真是服了 服了你 服了你们 服气 我也是醉了 醉了 也是没谁了 没谁了 真行 你们真行 真会玩 真有你的 可真行 好样的 厉害了 厉害了我的 可以可以 牛逼 真牛 笑死我了 笑死 笑了 我谢谢你 谢谢您嘞 感谢你全家 谢谢你全家 真棒棒 感谢贵司让 感谢贵公司让 谢谢你们让我等 感谢让我等 绝了 长见识了 涨知识了 开眼了 大开眼界 佩服 佩服佩服 我信了 信了你的邪 🙂 🙃 🌝 [微笑] [拜拜] [再见] [呵呵] yeah-right great-job-guys way-to-go bravo thanks-a-lot thanks-for-nothing nice-job good-luck-with so-much-for just-what-i-needed`

/** What follows is wished for, supposed or asked, not reported. */
export const WISHES = `希望 建议 要是 如果 假如 但愿 最好能 最好是 能不能 可不可以 能否 可否 是否 是不是 有没有 期望 盼望 本来 原以为 本以为 以为 说好的 说好 号称 宣传 所谓 据说 标榜 承诺 应该 should could if wish hope would-be supposed-to was-expecting expected claims claimed`
