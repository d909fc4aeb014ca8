/** Words and patterns that show what a speaker wants; each list with its weight. Normalised text, Simplified. */
export type IntentCue = { words: string; weight: number }

/** Threats and acts of leaving. */
export const CHURN: readonly IntentCue[] = [
  {
    weight: 4.5,
    words: `再也不来 再也不会来 再也不买 再也不会买 再也不用 再也不会用 再也不点 再也不会点 再也不订 再也不去 不会再来 不会再买 不会再用 不会再点 不会再订 不会再光顾 不会再购买 不会有下次 没有下次 不再光顾 不再购买 不再续费 不续费 不续了 不会续 不打算续 取消会员 退会 卸载 卸了 退订 注销账号 注销帐号 注销账户 销户 解约 终止合作 终止合同 换一家 换别家 换家 换其他家 换其他品牌 换别的牌子 换品牌 换运营商 携号转网 转投 转到竞品 投奔 改用 拉黑 取关 脱粉 粉转黑 再见不送 永久拉黑 最后一次买 最后一次来 最后一次点 最后一次用 最后一次购买 最后一次光顾 以后不来了 以后不会来 以后不买 以后不会买 以后都不会 以后不点了 不想再来 不想再买 不想再用 下次不来 下次不会 下次不买 不打算再 考虑换 准备换 打算换 要换 去别家 别家买 唔会再
      never_again never_buy_again never_coming_back never_use_again never_fly won't_be_back will_not_be_back won't_be_coming_back not_coming_back won't_buy_again will_not_buy won't_renew not_renewing cancel_my_subscription cancelling_my_subscription canceling_my_subscription cancel_my_account close_my_account closing_my_account delete_my_account deleting_my_account deleted_the_app uninstalled uninstalling uninstall switching_to switched_to switch_to_another taking_my_business moving_to_a_competitor going_elsewhere go_elsewhere last_time_i lost_a_customer lost_my_business done_with_you unsubscribe`,
  },
]

/** Proposals and wishes. */
export const SUGGESTION: readonly IntentCue[] = [
  {
    weight: 2.2,
    words: `建议 提议 提个建议 小建议 希望能 希望可以 希望增加 希望改进 希望加 希望有 希望出 希望你们能 希望贵 希望商家 希望店家 希望客服 希望以后 希望下次 希望后续 希望官方 希望尽快 盼望 期待增加 期待能 期待出 就更好了 会更好 就完美了 最好能 最好是能 最好可以 最好加 要是能 如果能 能不能增加 能不能加 能不能出 能不能支持 能否增加 能否支持 能否加 可以增加 可以加个 可以考虑 不妨 应该增加 应该加 应该改进 应当 有待改进 有待提高 需要改进 可以改进 还需改进 还需提高 再接再厉 多一些 多一点就 改进一下 优化一下 求增加 求更新 求出 想要一个 加个 增加一个 增加个 请增加 请加 请优化 请改进 何不 如果能 如果可以 要是能 要是有 要是可以
      suggest suggestion suggestions i_suggest would_be_nice would_be_great would_be_better would_be_good would_be_helpful it_would_help could_you_add please_add please_make please_allow please_bring please_include add_an_option add_the_option add_a_feature should_add should_have_an needs_an_option needs_a should_be_able_to wish_there_was wish_you wish_it i_wish hope_you_can hope_to_see hope_you_add feature_request consider_adding would_love_to_see would_love would_like_to_see could_be_improved room_for_improvement an_option_to how_about_adding if_only`,
  },
  {
    weight: 0.9,
    words: `就好了 要是 如果 希望 应该 最好 改进 优化 完善 增加 多加 加上 should could_use improve improvement add adding add_more please option options ability allow would_be need_to need_a needs_to instead feature request wish want_to would_like i'd_like it'd_be it_would_be dark_mode support_for integrate`,
  },
]

/** Questions and requests for help. */
export const QUESTION: readonly IntentCue[] = [
  {
    weight: 2,
    words: `请问 想问 问一下 问下 咨询 咨询一下 求助 求教 请教 怎么办 怎么用 怎么弄 怎么退 怎么设置 怎么操作 怎么联系 怎么申请 怎么查 怎么修改 怎么取消 如何 在哪里 在哪儿 哪里可以 哪里能 什么时候 几点 几天 多久 多少钱 多长时间 是否 可不可以 能不能 能否 可否 有没有 是不是 要不要 行不行 可以吗 能吗 有吗 行吗 好吗 吗? 是什么 什么意思 怎样 哪个 哪款 哪种 为什么 为啥 为何 咋 点解 幾時 可唔可以 帮我查 帮忙查 查一下 麻烦问
      how_do_i how_can_i how_to how_does how_long how_much how_many what_is what_are what's_the where_is where_can where_do when_will when_does when_is which_one can_i can_you could_you could_i do_you does_it is_it is_there are_there may_i would_you will_you who_do why_is why_does why_can't any_idea please_tell_me i_would_like_to_know wondering_if wondering_whether`,
  },
  {
    weight: 1,
    words: '怎么 什么 啥 哪 哪里 多少 多大 多重 几个 谁 吗 呢 哪些 区别 what where when which who how does',
  },
]

/** Praise in so many words. */
export const PRAISE: readonly IntentCue[] = [
  {
    weight: 1.5,
    words: `表扬 点赞 好评 五星 感谢 谢谢 多谢 鸣谢 锦旗 推荐 会回购 还会再来 下次还来 非常满意 很满意 太棒了 棒棒哒
      thank_you thanks great_job well_done kudos shout_out shoutout highly_recommend love_it five_stars 5_stars excellent`,
  },
]

/** Complaint in so many words. */
export const COMPLAINT: readonly IntentCue[] = [
  {
    weight: 2,
    words: `投诉 举报 维权 差评 客诉 抗议 强烈不满 要求赔偿 赔偿 索赔 要求退款 退钱 给个说法 给我个说法 讨个说法 必须给 曝光 欺骗 骗人 骗子 坑人 太差 失望 垃圾 12315 12345 消协 消费者协会 消保 工信部 银保监 黑猫投诉
      complaint complain refund compensation unacceptable disgusted ridiculous rip_off scam terrible worst awful report_you`,
  },
  {
    weight: 1.2,
    words: `退款 退货 没人管 没人理 没人接 不处理 不解决 没解决 解决不了 坏了 又坏 打不通 打不开 闪退 收不到 没收到 还没到 还没发货 不发货 迟到 超时 发错 送错 漏发 少发 破损 故障 无法 不能用 用不了 失灵 漏水 不制冷 不脱水 不退 拖着 拖了 催了 等了 到现在 至今 三番五次 到底 什么时候才 多久才 还要等 还要多久 才能解决 几次了 好几次 多次 
      broken not_working doesn't_work stopped_working crashes crashing still_waiting no_response never_arrived missing damaged wrong_item can't_log_in on_hold charged_twice overcharged`,
  },
]
