import type { UrgencyReason } from './urgency.ts'

/** Words that want somebody at once, by why. `_` is a space. */
export const URGENT_WORDS: Readonly<Partial<Record<UrgencyReason, string>>> = {
  safety: `麻手 麻了一下 打火花 噼里啪啦 烧融 熔了 融了 塌了 散架 倒塌 断裂 掉下来 车轮 脱落砸 炸膛 夹住孩子 卡住孩子 煤气 一股焦 高压锅 电线裸露 漏电保护 跳闸 漏電 燒融 collapsed fuse_box short_circuit burning_up melted melting shocks_me gave_me_a_shock choking choking_hazard 漏电 触电 电到了 电到手 被电到 冒烟 起火 着火 自燃 爆炸 炸裂 炸了 鼓包 短路 漏气 煤气味 煤气泄漏 燃气味 燃气泄漏 一氧化碳 刹车失灵 失控 气囊没 安全隐患 很危险 太危险 差点出事 出事了 烧焦 烧糊 烧黑 焦味 熔化 火花 冒火 漏電 觸電
    electric_shock electrocuted smoking_on started_smoking smoke_coming caught_fire on_fire sparks sparking exploded explosion gas_leak burning_smell brake_failure brakes_failed safety_hazard dangerous overheated_and almost_electrocuted`,
  injury: `轧青 轧伤 崴了 扭伤 砸破 砸中 起水泡 烫出 擦伤 淤青 脱臼 韧带 昏过去 失血 摔断 断了骨头 走不了路 被咬 受傷 燙傷 送醫 急診 blister blisters 受伤了 伤到 烫伤 烧伤 割伤 划伤手 砸伤 砸到脚 砸到头 摔伤 骨折 流血 流了好多血 出血 送医 住院 急诊 救护车 抢救 昏迷 昏倒 窒息 毁容 缝了 断了手 夹到手 割到手 误吞 吞了 脑震荡 破相
    injured injury bleeding ambulance emergency_room stitches unconscious in_the_hospital to_the_hospital concussion`,
  health: `睁不开眼 头晕 恶心想吐 呼吸困难 休克 跑廁所 跑厕所 拉了一晚 半只虫 一只虫 有虫子 活虫 死虫 得了肠胃炎 肠胃炎 got_sick fell_ill throwing_up hives swollen 食物中毒 中毒 上吐下泻 拉肚子 闹肚子 腹泻 呕吐 一直吐 吐了一 过敏 红肿 红疹 起疹子 起疹 起泡 烂脸 异物 玻璃渣 钉子 铁丝 虫卵 吃出蟑螂 有蟑螂 老鼠屎 肚子疼 肚子痛 胃疼 甲醛超标 致癌 变质
    food_poisoning poisoned vomiting diarrhea diarrhoea allergic_reaction rash glass_in metal_in piece_of_metal piece_of_glass cockroach_in`,
  legal: `法律程序 法律手段 走法律 主管部门 有关部门 监管部门 律师会联系 消保官 申訴 告到 打官司 起訴 律師 報警 to_court ombudsman trading_standards 起诉 告你们 告上法庭 法院立案 去法院 律师函 我的律师 找律师 报警 报了警 派出所立案 工商局 市监局 市场监管 市场监督 12315 12345 消协 消费者协会 消委会 消保会 消保官 消费者保护 工信部 银保监 仲裁 维权 举报你们 举报他们 举报了 去举报 法律途径 违法 侵权 诈骗 欺诈 退一赔三 三倍赔偿 十倍赔偿 假一赔 讨公道
    my_lawyer our_lawyer a_lawyer attorney lawsuit sue_you will_sue legal_action in_court small_claims consumer_protection better_business_bureau illegal fraud regulator call_the_police called_the_police police_report`,
  media: `拍视频发 录视频发 万粉丝 十万粉丝 粉丝面前 爆料给 爆料給 公开到网上 全网 newspaper every_newspaper my_followers tweet_about 曝光你们 曝光他们 曝光出来 去曝光 就曝光 给曝光 要曝光 网上曝光 曝光一下 找媒体 联系媒体 本地媒体 媒体采访 找记者 的记者 电视台 央视 315晚会 给315 315曝 发微博 微博上见 发抖音 发到抖音 发小红书 发到小红书 避雷 发朋友圈 上热搜 热搜见 挂你们 挂网上 挂出来 公之于众 黑猫投诉 大v 让网友 让大家看看 让大家评 po上网 po到网 爆料
    go_viral all_over_social on_social_media journalist reporter the_press newspaper tv_station expose_you post_this on_twitter`,
  money: `莫名少了 联系不上 没影 跑路 卷款 钱打水漂 不還 不退還 訂金 賠錢 要求赔偿 took_the_payment payment_twice money_back_now 重复扣款 重复扣 扣了两次 扣了三次 扣两次 多扣我 多扣了 多收我 多收了 乱扣 盗刷 被盗 不退款 不退钱 不给退款 拒绝退款 钱没到账 没到账 一分没到 退款没到 未到账 余额不见 余额少了 押金不退 拖着不退 自动扣费 自动续费 无故扣 无缘无故扣 莫名扣 莫名其妙扣 损失惨重 血汗钱 钱不见了 被骗了
    charged_twice charged_three charged_me_twice double_charged unauthorized_charge unauthorised_charge overcharged stolen money_missing money_disappeared missing_from_my_account refund_not_received won't_refund refuse_to_refund refused_to_refund scammed`,
  deadline: `赶不上 之前一定要 就在明天 明早的 今晚的 等不起 一刻也等不了 来不及了 趕時間 很趕 急需 in_two_hours in_one_hour running_out_of_time 今天之内 今天必须 今天就要 今晚必须 马上要用 急用 着急用 很急 加急 紧急 十万火急 赶时间 后天就要 明天就要 明天要用 马上回电 立刻回电 尽快回电 尽快处理 尽快解决 24小时内 限你们 来不及 等着用 急等 下班前 救急 急急急 急死
    urgent urgently asap as_soon_as_possible right_now today_or by_tomorrow by_tonight by_friday before_tomorrow deadline emergency time_sensitive need_it_by need_this_by call_me_back_today`,
  repeated: `第三次 第四次 第五次 三番五次 反反复复 多次反映 多次投诉 反映多次 好几次了 打了三次 打了几次 打了好几次 打了无数 无数次 催了好几 催了多次 还是没人 一直没人 没人回复 一个月了 半个月了 两个星期了 两周了 几个月了 三个月了 至今没 至今未 到现在还没 迟迟没 迟迟不
    third_time fourth_time several_times multiple_times many_times again_and_again still_no still_waiting for_weeks for_months no_one_has`,
}

/** Takes the alarm out of what it stands in: 没有受伤, 不过敏. */
export const CALMING = `没有受伤 没受伤 不会受伤 不过敏 没过敏 没有过敏 不会过敏 不漏电 没有异味 不着急 不急 没甲醛 无甲醛 没有甲醛 防漏电 防触电 防爆炸 爆炸好吃 爆炸好喝 好吃到爆炸 气球爆炸 热得爆炸 快递没到 律师楼 法院路 蟑螂药 第三次回购 第三次买 第三次来 第三次购买 第四次回购 第五次回购 不变质 不违法 不用报警
  not_urgent no_rush not_injured no_injuries not_dangerous smoke_flavour smoke_flavor on_fire_sale fire_sale the_third_time_i_buy not_a_scam 味道炸裂 好吃炸裂 车轮饼 煤气灶很 掉下来的价格`

/** What words alone do not say; every gap is bounded, so that any text is read in time linear in it. */
export const URGENT_FORMS: readonly (readonly [UrgencyReason, RegExp])[] = [
  [
    'safety',
    /刹车.{0,4}(?:失灵|踩不|不住|没反应)|自己(?:烧|着|炸)|(?:烧|着)起来了|门.{0,3}(?:炸|爆)了|brakes? (?:failed|stopped|gave out)/u,
  ],
  [
    'injury',
    /(?:夹|割|砸|烫|烧|划|刺|扎|摔|碰|压|戳)(?:断|伤|破|到)了?.{0,6}(?:手|指|脚|腿|脸|头|眼|嘴|胳膊|宝宝|孩子|小孩|老人)|(?:手|指|脚|腿|脸|头|眼|胳膊).{0,5}(?:夹断|割破|烫|流血|骨折|肿|划破)|流了.{0,3}血|缝了.{0,2}针/u,
  ],
  [
    'injury',
    /(?:burn(?:ed|t)|broke|cut|hurt|injured|crushed|sprained) (?:my|his|her|their|our)(?: \w{1,12})? ?(?:self|hand|hands|wrist|arm|leg|foot|finger|fingers|face|head|ankle|back|mouth)/u,
  ],
  [
    'health',
    /(?:吃|喝|用)(?:完|了|过|过后|后).{0,12}(?:吐|肚子疼|肚子痛|拉了|拉一|发烧|红|痒|烂|肿|晕)|(?:吃|喝)出.{0,4}(?:虫|渣|屎|铁|钉|头发|塑料|蟑螂|老鼠)/u,
  ],
  [
    'legal',
    /(?:法院|法庭|派出所|律师).{0,6}(?:见|起诉|立案|告|函|处理)|(?:要|去|已经?|准备).{0,4}(?:起诉|报警|立案|申诉|举报你|举报他)|(?:contact(?:ing|ed)?|talk(?:ing)? to|call(?:ing|ed)?|hear from) (?:my|our|a|the) (?:lawyer|police|attorney)|see you in (?:small claims )?court/u,
  ],
  [
    'media',
    /(?:发|传|挂|放|贴|po).{0,4}(?:抖音|微博|小红书|朋友圈|网上|网络|媒体|论坛|脸书|dcard|ptt|上网)|(?:投稿|爆料|报料)|post (?:this|it|about|the).{0,20}(?:online|social|twitter|everywhere|facebook)/u,
  ],
  [
    'money',
    /(?:押金|定金|保证金|退款|钱|款).{0,8}(?:不退|不还|没退|没到|拖着|不见|消失|少了)|(?:多|乱|重复|无故|偷偷|莫名其妙).{0,2}(?:收|扣|划)(?:了|我|款|费|钱).{0,6}|(?:余额|账户|帐户|卡里).{0,5}(?:少了|不见|没了|被扣|被刷)|charged (?:me )?(?:\w{1,6} )?(?:twice|three times|double|again)/u,
  ],
  [
    'deadline',
    /(?:今天|今晚|今日|明天|明早|明晚|后天|周[一二三四五六日末]|星期.|下班|\d点|[一二三四五六七八九十]点).{0,5}(?:之前|以前|前|必须|就要|务必|要用|截止|回复我|回覆我)/u,
  ],
  [
    'deadline',
    /(?:婚礼|高考|考试|面试|出国|手术|登机|起飞|航班|搬家|开学|葬礼|出殡|生日|签证|出差|过年|中考).{0,14}(?:还没|没到|没出|没有|还在|打不|来不及|怎么办|收不到|没收到)|(?:明天|后天|两小时|一小时|今晚|今天).{0,3}(?:后|就)?(?:出国|起飞|手术|考试|高考|面试|登机|开学|搬家|办婚)/u,
  ],
  [
    'deadline',
    /by (?:tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|noon|end of)|(?:wedding|flight|surgery|exam|interview|funeral) (?:is|leaves|starts) (?:today|tomorrow|tonight|in|on)/u,
  ],
]
