/**
 * Longer words that hold a short cue by accident (贵 in 贵司, 苦 in 辛苦): they speak for no category, unless a category
 * lists them itself.
 */
export const FALSE_FRIENDS: readonly string[] =
  `贵司 贵公司 贵方 贵店 贵行 贵处 贵平台 贵姓 贵宾 贵州 贵阳 贵人 名贵 珍贵 宝贵 尊贵 可贵 高贵 华贵 评价 代价 价值观
  辛苦 吃苦 苦恼 痛苦 苦笑 苦口婆心 苦心 刻苦 艰苦 诉苦 心酸 酸痛 腰酸 酸软 寒酸 辛酸 嘴甜 冷淡 淡定 扯淡 平淡 淡季 看淡 细腻 青涩 羞涩 生涩 晦涩 苦涩
  鲜艳 鲜花 鲜明 鲜亮 柴油 柴犬 火柴 灰心 灰心丧气 灰色 深灰 浅灰 银灰 离谱 离开 离职 离婚 离线 离家 离世 脱离 离奇 偏偏 偏心 偏见 偏好 偏向 毒舌 消毒 病毒 杀毒 毒药
  起床 机床 弹窗 橱窗 防火墙 翻墙 饭桶 菜鸟 肌肉 肉眼 肉疼 热水器 热水壶 热水袋 凶猛 臭美 催化 催眠 填坑 勒索 弥勒 洒脱 搜身 害虫 网虫`.split(
    /\s+/,
  )
