/** Words that show what a speaker feels, Chinese (Simplified; Traditional folds onto it) and English; `_` is a space. */
export const EMOTION_WORDS = {
  joy: `开心 高兴 快乐 喜欢 喜爱 爱了 好爱 超爱 很爱 幸福 愉快 欢喜 惊喜 乐坏 乐了 笑 哈哈 嘻嘻 爽 美滋滋 爱不释手 感动 暖心 温暖 暖到 满意 好玩 有意思 心情好 心情超好 享受 兴奋 激动 太棒了 绝了 好吃哭 嘿嘿 😊 😄 😁 😍 🥰 ❤️ 👍 😂
    happy glad love loved loving delighted thrilled enjoyed enjoy fun joy excited wonderful fantastic amazing pleased adore`,
  trust: `放心 安心 信任 信赖 信得过 靠得住 靠谱 可靠 相信 踏实 有保障 错不了 有底 负责 良心 诚信 值得信赖 老牌子 一如既往 从没让 认准 透明 说到做到 一直用
    trust reliable dependable never_let_me_down can_count_on confident honest trustworthy rely_on always_deliver`,
  anger: `生气 气愤 愤怒 气死 气炸 气人 气得 火大 恼火 发火 怒 忍无可忍 欺人太甚 不要脸 要不要脸 骗子 骗人 无耻 垃圾 滚 混蛋 饭桶 废物 破公司 什么态度 凭什么 太过分 过分 恶心 岂有此理 投诉 抗议 受够 什么玩意 坑人 坑爹 讨厌 可恶 黑心 曝光 😡 😠 🤬 💢
    angry furious outraged mad_at hate disgusting disgusted ridiculous unacceptable how_dare pissed fed_up infuriating rude liar scam shame_on`,
  disappointment: `失望 遗憾 可惜 心凉 寒心 心寒 落差 没想到会变 不如预期 不如以前 大不如前 差远了 期待 满心期待 白等 白白 亏我 原本以为 本以为 以为 后悔 不值 变差 让我失望 也就那样 就这 无语 唉 哎 再也不 还不如 踩雷
    disappointed disappointing disappointment let_down letdown expected_more expected_so_much expected_better regret underwhelming not_as_expected not_worth waste_of`,
  anxiety: `担心 担忧 焦虑 害怕 好怕 怕 紧张 着急 急死 急得 急 不安 心慌 七上八下 忐忑 恐怖 吓人 吓死 吓得 提心吊胆 怎么办 睡不着 后遗症 不敢 慌 惶 😰 😨 😱
    worried worry worrying nervous anxious scared afraid fear concerned panic terrified frightened stressed uneasy`,
  sadness: `难过 伤心 心碎 哭 哭了 流泪 眼泪 悲 心痛 心疼 心酸 难受 委屈 舍不得 绝望 想哭 痛苦 沮丧 低落 凄凉 孤独 离世 去世 走了以后 😢 😭 💔 😞
    sad crying cried cry heartbroken heartbreaking tears grief miss_you depressed devastated upset unhappy lonely`,
  surprise: `居然 竟然 没想到 想不到 万万没想到 意外 惊讶 惊到 震惊 吃惊 天哪 天啊 我的天 哇 傻眼 吓一跳 出乎意料 出人意料 神奇 原来 不可思议 🤯 😲 😮
    surprised surprise surprising unexpected unexpectedly shocked wow omg astonished did_not_see_that_coming can't_believe cannot_believe unbelievable`,
} as const

/** Longer words that hold one of these by accident. */
export const NO_EMOTION = `垃圾盒 垃圾桶 垃圾箱 垃圾袋 垃圾篓 垃圾分类 倒垃圾 丢垃圾 扔垃圾 滚筒 滚轮 滚刷 滚动 翻滚 滚烫 恐怕 紧急 应急 急诊 急救 加急 可笑 笑话 嘲笑 爽约 爽肤水 清爽 豪爽 意外险 意外伤害 原来的`

/** Words that show which need a speaker is about. */
export const NEED_WORDS = {
  physiological: `饿 饿着 吃不饱 没吃饱 渴 喝水 热水 没法喝 难吃 凉了 都凉 好吃 睡不着 没睡好 睡不好 一夜没睡 睡眠 床太硬 枕头 冷死 热死 热得 冻 冻得 闷热 太冷 太热 不制冷 不制热 疼 头疼 累 上厕所 厕所 洗澡 呼吸 喘不过气 味道 拉肚子 太吵睡
    hungry starving thirsty drinkable food sleep slept asleep freezing too_cold too_hot cold_all sweating toilet shower tired headache breathe`,
  safety: `安全 不安全 漏电 起火 冒烟 爆炸 受伤 烫伤 危险 吓人 隐患 泄露 隐私 个人信息 被盗 盗刷 诈骗 骗子 来路 正规 不放心 放心 有毒 甲醛 过敏 保障 保证 押金 赔偿 保修 刹车 没保障 丢了 监控
    safe unsafe safety dangerous secure security stolen fraud scam privacy personal_data protected leaked injured fire warranty guarantee`,
  belonging: `像家一样 家的感觉 像家 一家人 朋友 交朋友 群 车友 社群 社区 大家一起 一起玩 陪伴 陪 交流 归属 温暖 祝福 关心 记得我 孤独 一个人 热闹 团聚 聚会 互动
    community family friends friendship belong welcome welcomed together like_home lonely group meet_people`,
  esteem: `尊重 不尊重 面子 没面子 丢脸 瞧不起 看不起 看人下菜 狗眼看人 歧视 公平 不公平 凭什么 区别对待 老客户 老用户 会员等级 尊贵 贵宾 vip 认真对待 重视 被重视 敷衍 不理 爱理不理 当众 羞辱 冷落 认可 被认可 有面子 身份
    respect disrespected disrespect disrespectful ignored looked_down humiliated humiliating unfair fairly treated_like loyal_member loyal_customer valued appreciate_me recognised recognized discriminated`,
  growth: `学会 学到 学完 学习 进步 提升自己 提升 成长 成就感 成就 挑战 作品 创意 创作 创造 发挥 梦想 目标 突破 能力 技能 自我 实现 考上 上岸 练习 自信
    learn learned learning improve_my skills grow growth creative creativity create achieve achieved achievement my_goals goals challenge inspired potential confidence`,
} as const
