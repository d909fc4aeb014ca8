import type { UrgencyReason } from './urgency.ts'

/** Words that want somebody at once, by why. `_` is a space. */
export const URGENT_WORDS: Readonly<Partial<Record<UrgencyReason, string>>> = {
  safety: `带电 电人 发麻 冒火星 冒电 焦糊味 糊味 刹不住 刹不了车 差点追尾 差点撞 差点砸 差点烧 差点摔 差点掉下 差点没命 差点夹 快要掉下来 要掉下来 摇摇欲坠 nearly_crashed almost_crashed live_wire 麻手 麻了一下 打火花 噼里啪啦 烧融 熔了 融了 塌了 散架 倒塌 断裂 掉下来 车轮 脱落砸 炸膛 夹住孩子 卡住孩子 煤气 一股焦 高压锅 电线裸露 漏电保护 跳闸 漏電 燒融 collapsed fuse_box short_circuit burning_up melted melting shocks_me gave_me_a_shock choking choking_hazard 漏电 触电 电到了 电到手 被电到 冒烟 起火 着火 自燃 爆炸 炸裂 炸了 鼓包 短路 漏气 煤气味 煤气泄漏 燃气味 燃气泄漏 一氧化碳 刹车失灵 失控 气囊没 安全隐患 很危险 太危险 差点出事 出事了 烧焦 烧糊 烧黑 焦味 熔化 火花 冒火 漏電 觸電
    electric_shock electrocuted smoking_on started_smoking smoke_coming caught_fire on_fire sparks sparking exploded explosion gas_leak burning_smell brake_failure brakes_failed safety_hazard dangerous overheated_and almost_electrocuted`,
  injury: `磕破 磕伤 磕掉 破皮 摔倒 滑倒 绊倒 摔了一跤 甩出去 夹出血 出了血 见血 起了水泡 肿得 伤口 缝针 打石膏 骨裂 scalded burned_my burnt_my knocked_out 轧青 轧伤 崴了 扭伤 砸破 砸中 起水泡 烫出 擦伤 淤青 脱臼 韧带 昏过去 失血 摔断 断了骨头 走不了路 被咬 受傷 燙傷 送醫 急診 blister blisters 受伤了 伤到 烫伤 烧伤 割伤 划伤手 砸伤 砸到脚 砸到头 摔伤 骨折 流血 流了好多血 出血 送医 住院 急诊 救护车 抢救 昏迷 昏倒 窒息 毁容 缝了 断了手 夹到手 割到手 误吞 吞了 脑震荡 破相
    injured injury bleeding ambulance emergency_room stitches unconscious in_the_hospital to_the_hospital concussion`,
  health: `红疙瘩 起疙瘩 起痘 过期的药 药装错 药不对 有虫 小虫子 长蛆 霉点 恶心头晕 嗓子发干 喘不上气 皮肤发红 发痒 生虫 maggots mould mold expired_milk wrong_medicine wrong_pills 睁不开眼 头晕 恶心想吐 呼吸困难 休克 跑廁所 跑厕所 拉了一晚 半只虫 一只虫 有虫子 活虫 死虫 得了肠胃炎 肠胃炎 got_sick fell_ill throwing_up hives swollen 食物中毒 中毒 上吐下泻 拉肚子 闹肚子 腹泻 呕吐 一直吐 吐了一 过敏 红肿 红疹 起疹子 起疹 起泡 烂脸 异物 玻璃渣 钉子 铁丝 虫卵 吃出蟑螂 有蟑螂 老鼠屎 肚子疼 肚子痛 胃疼 甲醛超标 致癌 变质
    food_poisoning poisoned vomiting diarrhea diarrhoea allergic_reaction rash glass_in metal_in piece_of_metal piece_of_glass cockroach_in`,
  legal: `法律程序 法律手段 走法律 主管部门 有关部门 监管部门 律师会联系 消保官 申訴 告到 打官司 起訴 律師 報警 to_court ombudsman trading_standards 起诉 告你们 告上法庭 法院立案 去法院 律师函 我的律师 找律师 报警 报了警 派出所立案 工商局 市监局 市场监管 市场监督 12315 12345 消协 消费者协会 消委会 消保会 消保官 消费者保护 工信部 银保监 仲裁 维权 举报你们 举报他们 举报了 去举报 法律途径 违法 侵权 诈骗 欺诈 退一赔三 三倍赔偿 十倍赔偿 假一赔 讨公道
    my_lawyer our_lawyer a_lawyer attorney lawsuit sue_you will_sue legal_action in_court small_claims consumer_protection better_business_bureau illegal fraud regulator call_the_police called_the_police police_report`,
  media: `让大家都知道 让大家知道 让所有人知道 让更多人知道 公开出去 聊天记录公开 录音公开 告诉媒体 见报 上新闻 拍视频发 录视频发 万粉丝 十万粉丝 粉丝面前 爆料给 爆料給 公开到网上 全网 newspaper every_newspaper my_followers tweet_about 曝光你们 曝光他们 曝光出来 去曝光 就曝光 给曝光 要曝光 网上曝光 曝光一下 找媒体 联系媒体 本地媒体 媒体采访 找记者 的记者 电视台 央视 315晚会 给315 315曝 发微博 微博上见 发抖音 发到抖音 发小红书 发到小红书 避雷 发朋友圈 上热搜 热搜见 挂你们 挂网上 挂出来 公之于众 黑猫投诉 大v 让网友 让大家看看 让大家评 po上网 po到网 爆料
    go_viral all_over_social on_social_media journalist reporter the_press newspaper tv_station expose_you post_this on_twitter`,
  money: `划走 扣走 转走 刷走 盗用 被别人登 花光了 余额清零 余额归零 付了两次 付了两遍 付两次 打了两次 刷了两次 刷了三次 人去楼空 店都关门了 店跑了 老板跑了 关门跑 卡里少了 账上少了 查不到余额 money_is_gone is_gone_from_my_account took_my_money billed_twice paid_twice 莫名少了 联系不上 没影 跑路 卷款 钱打水漂 不還 不退還 訂金 賠錢 要求赔偿 took_the_payment payment_twice money_back_now 重复扣款 重复扣 扣了两次 扣了三次 扣两次 多扣我 多扣了 多收我 多收了 乱扣 盗刷 被盗 不退款 不退钱 不给退款 拒绝退款 钱没到账 没到账 一分没到 退款没到 未到账 余额不见 余额少了 押金不退 拖着不退 自动扣费 自动续费 无故扣 无缘无故扣 莫名扣 莫名其妙扣 损失惨重 血汗钱 钱不见了 被骗了
    charged_twice charged_three charged_me_twice double_charged unauthorized_charge unauthorised_charge overcharged stolen money_missing money_disappeared missing_from_my_account refund_not_received won't_refund refuse_to_refund refused_to_refund scammed`,
  deadline: `只够吃到 只够用到 只够撑到 撑不到 过了时间就 过时不候 错过就 赶不及 到时候就晚了 last_chance too_late_by 赶不上 之前一定要 就在明天 明早的 今晚的 等不起 一刻也等不了 来不及了 趕時間 很趕 急需 in_two_hours in_one_hour running_out_of_time 今天之内 今天必须 今天就要 今晚必须 马上要用 急用 着急用 很急 加急 紧急 十万火急 赶时间 后天就要 明天就要 明天要用 马上回电 立刻回电 尽快回电 尽快处理 尽快解决 24小时内 限你们 来不及 等着用 急等 下班前 救急 急急急 急死
    urgent urgently asap as_soon_as_possible right_now today_or by_tomorrow by_tonight by_friday before_tomorrow deadline emergency time_sensitive need_it_by need_this_by call_me_back_today`,
  churn: `不续了 不续约 不再续 不再合作 不再采购 换别家 换一家 换家 另外一家 其他家 别家的报价 转出去 转网 携号转网 销户 销卡 停了吧 停掉吧 名单上不会
    cancel_my cancel_our switching_to switch_to_another moving_to_another taking_our_business`,
  repeated: `第三次 第四次 第五次 三番五次 反反复复 多次反映 多次投诉 反映多次 好几次了 打了三次 打了几次 打了好几次 打了无数 无数次 催了好几 催了多次 还是没人 一直没人 没人回复 一个月了 半个月了 两个星期了 两周了 几个月了 三个月了 至今没 至今未 到现在还没 迟迟没 迟迟不
    third_time fourth_time several_times multiple_times many_times again_and_again still_no still_waiting for_weeks for_months no_one_has`,
}

/** Takes the alarm out of what it stands in: 没有受伤, 不过敏. */
export const CALMING = `没有受伤 没受伤 不会受伤 不过敏 没过敏 没有过敏 不会过敏 不漏电 没有异味 不着急 不急 没甲醛 无甲醛 没有甲醛 防漏电 防触电 防爆炸 爆炸好吃 爆炸好喝 好吃到爆炸 气球爆炸 热得爆炸 快递没到 律师楼 法院路 蟑螂药 辣得冒烟 辣到冒烟 嗓子冒烟 累得冒烟 忙得冒烟 心在流血 心都在流血 心里流血 钱包流血 手滑 带电池 带电源 不带电 防滑倒 不会摔倒 换别家也 第三次回购 第三次买 第三次来 第三次购买 第四次回购 第五次回购 不变质 不违法 不用报警
  not_urgent no_rush not_injured no_injuries not_dangerous smoke_flavour smoke_flavor on_fire_sale fire_sale the_third_time_i_buy not_a_scam 味道炸裂 好吃炸裂 车轮饼 煤气灶很 掉下来的价格`

/** What words alone do not say; every gap is bounded, so that any text is read in time linear in it. */
export const URGENT_FORMS: readonly (readonly [UrgencyReason, RegExp])[] = [
  // Something dangerous, and what it must not do.
  [
    'safety',
    /(?:煤气|燃气|天然气|液化气|气罐|气瓶).{0,10}(?:味|漏|嘶|呲|报警|关不|窜火|回火)|(?:电池|电瓶|充电宝|充电器|充电头|插头|插座|插排|电线|电源线|电热毯|暖手宝).{0,10}(?:鼓|胀|冒|焦|糊|火|化了|变形|烧|炸|麻)|(?:电梯|扶梯|卷帘门|自动门|车门|闸机).{0,12}(?:夹|坠|急停|急降|困在|压到|撞)|(?:车轮|轮子|轮胎|方向盘|气囊|安全带|刹车|车闸|油门).{0,10}(?:掉|脱落|断|卡死|锁死|抱死|爆|失灵|不弹|没弹|没反应)|(?:轮子|护栏|靠背|梯子|座椅|把手|吊绳).{0,6}(?:突然|自己|半路).{0,4}(?:掉|断|塌|松|飞)|(?:差点|险些|差一点).{0,6}(?:撞|追尾|砸|摔|滚|坠|夹|烧|电|炸|窒息|噎|没命|出人命|送命|翻车)/u,
  ],
  // Harm and a part of the body, in either order; where people are treated.
  [
    'injury',
    /(?:夹|割|砸|烫|烧|划|刺|扎|摔|碰|压|戳|磕|撞|咬|崴|刮|扭|绞|剐)(?:断|伤|破|到|进|开|出|掉|肿)了?.{0,6}(?:手|指|脚|腿|膝|脸|头|额|眼|嘴|牙|胳膊|臂|背|腰|宝宝|孩子|小孩|老人)|(?:手|指|脚|腿|膝|脸|头|额|眼|嘴|牙|胳膊|臂|背|腰).{0,5}(?:夹|割|砸|烫|扎|磕|撞|划|刮|摔)(?:断|伤|破|到|进|开|出|掉|肿)|(?:刚从|送到?|送去|送进|人在|还在|跑了趟|去了?)(?:医院|急诊|卫生院)|(?:slipped|tripped|fell) (?:on|over|down|off).{0,30}(?:hurt|broke|hospital|bruis|sprain)/u,
  ],
  // What went into the body or onto the skin, and what came of it.
  [
    'health',
    /(?:吃|喝|用|抹|涂|擦|敷|戴|穿|闻)(?:完|了|过|上|这).{0,16}(?:上吐|下泻|拉肚|肚子|恶心|想吐|烧心|发烧|头晕|头疼|红了|红肿|发红|又红|又痒|又肿|痒|肿了|烂了|疹|疙瘩|掉皮|脱皮|掉头发)/u,
  ],
  // Courts, offices and papers that bind.
  [
    'legal',
    /(?:法庭|法院|仲裁|公证|诉状|立案|取证|律师|执法|检察|信访|纪委|消费者权益|主管机关).{0,6}(?:上|见|说|申请|过了|受理|递|交|材料|介入|备案)|(?:证据|录音|合同).{0,6}(?:公证|保全|交给律师|递交|都留)|(?:take|taking) (?:you|this|them) to court/u,
  ],
  // Who would hear of it, and that they will.
  [
    'media',
    /(?:粉丝|关注者|网友|观众|读者|同行).{0,6}(?:万|都会|会看|想清楚|看到)|(?:报社|媒体|记者|电视台|博主|大v|自媒体|新闻).{0,8}(?:联系|爆料|反映|采访|跟进|来拍|曝光)|(?:跟|找|给|向|联系)(?:了)?.{0,3}(?:报社|媒体|记者|电视台|博主|新闻)|(?:开直播|直播|拉横幅|举牌).{0,8}(?:给|让|说|曝|维权|讨)|(?:leave|post|write) .{0,12}review .{0,12}(?:everywhere|every site|all over)/u,
  ],
  // Money, and that it is gone or kept.
  [
    'money',
    /(?:钱|款|余额|存款|本金|工资|押金|保证金|定金|货款).{0,16}(?:不见了|没了|消失|没影|没下落|追不回|拖着|扣着|没还|不还|没退|不退|没到账)|(?:一单|一笔|同一).{0,6}(?:刷|扣|付|收|划)了?(?:两|三|四|五|几|多|好几)(?:次|笔|遍)|(?:money|deposit|payment|balance) .{0,16}(?:gone|vanished|missing|never (?:arrived|came back))/u,
  ],
  // A moment that is still to come, and something that is not there yet.
  [
    'deadline',
    /(?:明天|明早|明晚|后天|今晚|下周.|这周.|本周.|周末|月底|小时后|分钟后|天后|\d号|点之?前|点就).{0,18}(?:还没|都没|没到|没出|没收到|没拿到|没发|没寄|没给|没交|没好|没消息|没着落|没下文|还在路上|来不及|怎么办)|(?:tonight|tomorrow|in (?:two|three|\d+) (?:hours|days)|this (?:weekend|friday|saturday)).{0,50}(?:still (?:not|no|haven't|hasn't)|haven't|hasn't|not (?:arrived|here|received|shipped))/u,
  ],
  // Leaving, as a whole organisation does it.
  [
    'churn',
    /(?:整体|全部|全员|集团|公司|团队).{0,6}(?:迁|换|转|搬)(?:到|去|用)?.{0,4}(?:别的|其他|另外|别家|友商)|(?:到期|期满|这个月|合同).{0,6}(?:就)?(?:不用了|不续|不买了|停掉|停了|退掉)|won't (?:be )?renew/u,
  ],
  [
    'safety',
    /刹车.{0,6}(?:失灵|踩不|不住|没反应|是空的|空了|软)|自己(?:会)?(?:烧|着|炸|弹开|启动|加速)|(?:外机|吊灯|吊顶|吊扇|护栏|栏杆|支架|广告牌|柜子|天花板|玻璃).{0,8}(?:松了|松动|摇晃|晃|要掉|快掉|掉下|倒下|裂)|(?:摸|碰)着?.{0,4}(?:麻|电)|(?:烧|着)起来了|门.{0,3}(?:炸|爆)了|brakes? (?:failed|stopped|gave out)/u,
  ],
  [
    'injury',
    /(?:夹|割|砸|烫|烧|划|刺|扎|摔|碰|压|戳)(?:断|伤|破|到)了?.{0,6}(?:手|指|脚|腿|脸|头|眼|嘴|胳膊|宝宝|孩子|小孩|老人)|(?:手|指|脚|腿|脸|头|眼|胳膊).{0,5}(?:夹断|割破|烫|流血|骨折|肿|划破)|流了.{0,3}血|缝了.{0,2}针/u,
  ],
  [
    'injury',
    /(?:boiling|hot|scalding) (?:water|oil|coffee|tea|soup|steam).{0,24} (?:over|on) (?:my|his|her|our|their)|(?:burn(?:ed|t)|broke|cut|hurt|injured|crushed|sprained) (?:my|his|her|their|our)(?: \w{1,12})? ?(?:self|hand|hands|wrist|arm|leg|foot|finger|fingers|face|head|ankle|back|mouth)/u,
  ],
  [
    'health',
    /(?:药|奶粉|辅食|疫苗|药片).{0,14}(?:不是同一|不一样|装错|拿错|过期)|(?:起|长|冒)了?.{0,4}(?:疙瘩|疹子|水泡)|(?:奶粉|米|菜|饭|汤|饼|馅|面).{0,6}虫|(?:吃|喝|用)(?:完|了|过|过后|后).{0,12}(?:吐|肚子疼|肚子痛|拉了|拉一|发烧|红|痒|烂|肿|晕)|(?:吃|喝)出.{0,4}(?:虫|渣|屎|铁|钉|头发|塑料|蟑螂|老鼠)/u,
  ],
  [
    'legal',
    /(?:法院|法庭|派出所|律师).{0,6}(?:见|起诉|立案|告|函|处理)|(?:要|去|已经?|准备).{0,4}(?:起诉|报警|立案|申诉|举报你|举报他)|(?:contact(?:ing|ed)?|talk(?:ing)? to|call(?:ing|ed)?|hear from) (?:my|our|a|the) (?:lawyer|police|attorney)|see you in (?:small claims )?court/u,
  ],
  [
    'media',
    /(?:视频|录音|聊天记录|截图).{0,8}(?:剪好|录好|整理好|保存|留着).{0,10}(?:看你们|发出|发到|等着|怎么回)|(?:群里|业主群|微博|小红书|抖音|网上|朋友圈|论坛).{0,6}(?:说说|说一说|讲一讲|见)|(?:发|传|挂|放|贴|po).{0,4}(?:抖音|微博|小红书|朋友圈|网上|网络|媒体|论坛|脸书|dcard|ptt|上网)|(?:投稿|爆料|报料)|post (?:this|it|about|the).{0,20}(?:online|social|twitter|everywhere|facebook)/u,
  ],
  [
    'money',
    /(?:卡里|余额|充值|预付|会员卡|储值).{0,14}(?:查不到|查无|花光|清零|归零|没有了)|(?:定金|订金|押金|货款|预付款|学费|尾款).{0,16}(?:关门|跑路|找不到人|人也找不到|联系不上|倒闭|打了两次)|\$\d+.{0,12}(?:gone|missing|disappeared)|(?:押金|定金|保证金|退款|钱|款).{0,8}(?:不退|不还|没退|没到|拖着|不见|消失|少了)|(?:多|乱|重复|无故|偷偷|莫名其妙).{0,2}(?:收|扣|划)(?:了|我|款|费|钱).{0,6}|(?:余额|账户|帐户|卡里).{0,5}(?:少了|不见|没了|被扣|被刷)|charged (?:me )?(?:\w{1,6} )?(?:twice|three times|double|again)/u,
  ],
  [
    'deadline',
    /(?:今天|今晚|今日|明天|明早|明晚|后天|周[一二三四五六日末]|星期.|下班|\d点|[一二三四五六七八九十]点).{0,5}(?:之前|以前|前|必须|就要|务必|要用|截止|回复我|回覆我)/u,
  ],
  [
    'deadline',
    /(?:今晚|明天|明早|后天|这周.|本周.|下周.|周[一二三四五六日末]|月底|\d+号).{0,10}(?:开场|开幕|开业|开庭|开会|面谈|上台|演出|比赛|出发|要用|交房|入住|截止).{0,12}(?:没|还在|不见)|(?:展会|演出|比赛|面谈|开庭|年会|发布会|开业|答辩).{0,12}(?:还没|没到|没消息|没给|没收到|还在)|(?:is|are|starts?|leaves?) (?:tonight|tomorrow|today)\b.{0,40}(?:still|haven't|hasn't|not yet|nothing)|(?:婚礼|高考|考试|面试|出国|手术|登机|起飞|航班|搬家|开学|葬礼|出殡|生日|签证|出差|过年|中考).{0,14}(?:还没|没到|没出|没有|还在|打不|来不及|怎么办|收不到|没收到)|(?:明天|后天|两小时|一小时|今晚|今天).{0,3}(?:后|就)?(?:出国|起飞|手术|考试|高考|面试|登机|开学|搬家|办婚)/u,
  ],
  [
    'deadline',
    /by (?:tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|noon|end of)|(?:wedding|flight|surgery|exam|interview|funeral) (?:is|leaves|starts) (?:today|tomorrow|tonight|in|on)/u,
  ],
]
