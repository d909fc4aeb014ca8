/** Emoji and kaomoji by strength, −3…3. 🙂 and 🌝 are read as sarcasm in Chinese, so they are left out. */
export const SIGNS: Readonly<Record<string, string>> = {
  '2': '😍 🥰 😘 ❤ ♥ 💕 💖 💗 💓 💞 🧡 💛 💚 💙 💜 🫶 👍 💯 👏 🎉 🎊 🥳 🌹 🌟 ⭐ 🤩 😻 🙌 💪 ✌ 😋 🎂 🎁 :) :-) :d ^_^ (^_^) ^^ ^o^ \\o/ <3',
  '1': '😊 😄 😁 😀 😃 😆 😇 ☺ 😎 🤗 😉 😌 🙏 👌 😂 🤣 😝 😜 🌸 🌈 ☀ 🌞 🍻',
  '-1': '😓 😢 😞 😔 😟 😕 🙁 ☹ 😥 😰 😪 😫 😩 🥲 😒 🙄 😑 😐 🤔 😣 😖 😨 😱 🤦 🤒 😷 🤧 🥱 :( :-( :/ t_t tt_tt -_- =_= -_-|| >_< >.<',
  '-2': '😡 😠 🤬 👎 💩 🤮 🤢 😤 😭 💔 🖕 👿 🥀 💢',
}

/**
 * Stickers written by their name in brackets, as Weibo, WeChat, QQ, Bilibili and Xiaohongshu (there with an R behind) do.
 * Names that are used for jest and scorn alike (doge, 二哈, 摊手, 吃瓜, 吃惊, 疑问) are left out.
 */
export const STICKERS: Readonly<Record<string, string>> = {
  '2': `赞 good 爱心 心 强 鲜花 玫瑰 鼓掌 色 爱你 太开心 给力 威武 耶 花心 亲亲 拥抱 抱抱 比心 笔芯 飞吻 好喜欢 庆祝 烟花 礼物 蛋糕 加油 打call 星星眼 干杯
    撒花 礼花 666 牛 棒 点赞 开心 喜欢 超级赞 妙啊 thumbsup heart rose hug party clap joyful 讚 愛你 愛心`,
  '1': `嘻嘻 哈哈 呲牙 愉快 ok 握手 抱拳 微笑 可爱 嘿哈 偷笑 笑哈哈 害羞 羞嗒嗒 憨笑 馋嘴 酷 得意 得意地笑 鬼脸 挤眼 调皮 许愿 太阳 阳光 彩虹 顶 来 胜利 转圈 跳跳
    熊猫 兔子 奥特曼 咖啡 啤酒 红包 發 福 爆竹 机智 奋斗 勾引 萌萌哒 破涕为笑 笑cry 笑哭 音乐 围观 smile grin`,
  '-1': `流汗 冷汗 捂脸 晕 尴尬 难过 撇嘴 白眼 汗 巨汗 瀑布汗 擦汗 黑线 囧 困 打哈气 打哈欠 生病 感冒 委屈 可怜 哼 左哼哼 右哼哼 挖鼻 挖鼻屎 抠鼻 闭嘴 傻眼 叹气 苦涩
    允悲 快哭了 皱眉 发抖 惊恐 恐惧 害怕 拜拜 再见 凋谢 嘘声 疲惫 无语 翻白眼 裂开 社死 哭惹 蜡烛 骷髅 雷 思考人生 facepalm frown`,
  '-2': `弱 怒 发怒 抓狂 吐 衰 鄙视 差劲 便便 心碎 大哭 流泪 泪 泪流满面 悲伤 伤心 失望 崩溃 怒骂 咒骂 骂 愤怒 生气 怄火 悲催 伤不起 最差 踩 菜刀 炸弹 敲打 想哭 泪奔
    cry sob angry brokenheart thumbsdown 崩潰 淚`,
}

/**
 * How somebody is and what the day brings, by strength: in a short post that is all there is to judge, in a longer text it is
 * what a book or a night at a hotel is about.
 */
export const MOODS: Readonly<Record<string, string>> = {
  '1': `么么哒 么么 早安 生日快乐 节日快乐 新年快乐 圣诞快乐 中秋快乐 恭喜 祝福 祝大家 爱你 爱你们 想你 想你们 笑得 哈哈 嘻嘻 嘿嘿 耶 期待 有你真好 有你们真好 放假 终于等到
    心情好 心情不错 好激动 激动 治愈 被治愈 好爱 开心 幸福 开心死 高兴死 爱死 乐死 美死了 笑死我了 阳光 嗨翻 好运 梦想 努力`,
  '-1': `想哭 好想哭 难过 伤心 心痛 心酸 心疼 委屈 孤独 孤单 寂寞 失眠 睡不着 头疼 头痛 胃疼 肚子疼 牙疼 发烧 感冒 咳嗽 好饿 饿死 好困 困死 累死 好累 累成狗 心累 好烦 烦死 烦躁 郁闷 绝望
    悲伤 痛苦 眼泪 流泪 想家 没力气 空落落 分手 失恋 加班 堵车 考砸 挂科 没赶上 崩溃 好冷 冻死 热死 好怕 吓死 悲剧 悲催 坑爹 伤不起 一路走好 安息 默哀 可怜`,
}
