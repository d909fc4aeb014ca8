import type { UrgencyReason } from '../../src/engine/intent/urgency.ts'

/** Sentences of our own that want somebody at once, by why; one may have several reasons. */
const PRESSING: Readonly<Partial<Record<UrgencyReason, string>>> = {
  safety: `电热毯漏电，半夜把我麻醒了
充电宝鼓包了，不敢再用
燃气灶关了还有煤气味
开到一半刹车踩不下去
电动车停在楼下自己烧起来了
烤箱门玻璃突然炸裂
热水器一直冒烟
插排烧焦了，差点出事
婴儿床的护栏会自己掉下来，太危险了
電暖器插頭會冒火花
The power bank started smoking on my desk
There is a gas leak after your installer left
The brakes failed on the highway`,
  injury: `孩子被椅子夹断了指甲，流了好多血
壶把掉了，把我烫伤了
从你们的梯子上摔下来骨折了
老人吃药以后昏迷，正在抢救
健身房器材砸到脚，住院三天
玻璃杯裂了割到手，缝了五针
小孩誤吞電池送急診
My son burned his hand on the heater
I slipped in your store and broke my wrist
She ended up in the hospital`,
  health: `吃完全家上吐下泻
面霜用完脸上起了一片红疹
牛奶里有股怪味，喝了肚子疼
汤里喝出玻璃渣
宝宝喝了你们的奶粉一直吐
饭里有老鼠屎
便當吃完全家拉肚子
I got food poisoning from your sushi
Found a piece of metal in my cereal`,
  legal: `明天就去法院立案
我已经打了12315
再不处理我就报警
律师函这周会寄到你们公司
去市场监督管理局举报你们
这属于消费欺诈，要求退一赔三
我要向消費者保護官申訴
消协那边我已经登记了
仲裁见
I am contacting my lawyer
See you in small claims court
I have reported this to the regulator`,
  media: `不解决就发抖音让大家评评理
我认识电视台的记者
已经联系了本地媒体来采访
微博上见，让网友看看你们的嘴脸
准备投稿给315
我會把過程PO上網
发到小红书避雷了
I will post this all over social media
A journalist is already interested in my story`,
  money: `同一笔订单扣了两次钱
卡被盗刷了三千
押金八百块拖着不退
没开通的会员每月自动扣费
退款显示成功，钱一分没到账
多收我两百块运费
余额突然少了五百
帳戶被重複扣款
My card was charged three times
Money disappeared from my account`,
  deadline: `后天就要用，来得及吗
今晚八点前必须送到
婚礼是周六，礼服还没到
孩子明天高考，准考证打不出来
十万火急，请马上回电
飞机两小时后起飞，票还没出
明天出国，护照还在你们那里
請今天下班前回覆我
I need this by tomorrow morning
Urgent: please call me back today`,
}

/** Sentences that only look so: a word of alarm with another meaning, said to be absent, or long solved. */
const CALM = `安全快递，包装很好
法式面包很好吃
店铺曝光度不高，能不能给点流量
相机曝光时间怎么调
小区很安全，住着放心
面霜不刺激，没有过敏
律师楼下的咖啡馆味道不错
没有受伤，不用担心
这款防漏电插座设计不错
火锅好吃，冒着热气
衣服颜色很火爆
这辆车刹车很灵
适合孕妇穿，很宽松
我不着急，有空再看就行
立刻马上就爱上了这个味道
记者朋友推荐的店，果然好
警察叔叔也来这家吃面
爆炸好吃的炸鸡
价格很良心，钱花得值
公安局旁边那家门店服务好
医院对面那家店关了吗
烧烤很香，火候刚好
气球爆炸了，孩子哈哈大笑
多扣一颗扣子更好看
电到很足，一天一充
安全性评分怎么看
法院路店的牛肉面好吃
甲醛检测合格，放心
媒体播放器很流畅
明天就能到，真快
蟑螂药效果很好
第三次回购了
十年老客户，第三次来
快递今天就到了，惊喜
婚礼用的喜糖很好吃
Safe packaging, arrived in one piece
The light exposure setting is great
Police drama series on this app are fun
Smoke flavour is delicious
The fire red colour is gorgeous
No rush, whenever you have time
Killer deal, I was shocked how cheap it was
This phone is on fire sale, love it
我想举报一下优惠：居然这么便宜
孩子发烧那天多亏你们送药，谢谢
投诉流程写得很清楚，点赞`

/**
 * Written after the rules had been made with the sentences above: 9 of these 35 were found then, one of the 18 calm ones was
 * taken for pressing. The rules have been widened by them since, so that they measure no more than those above.
 */
const PRESSING_AFTERWARDS: Readonly<Partial<Record<UrgencyReason, string>>> = {
  safety: `洗碗机通电后外壳麻手
儿童车轮子在马路中间掉了
微波炉里噼里啪啦打火
電鍋的線燒融了
The ladder collapsed while I was on it
Water is dripping into the fuse box`,
  injury: `宝宝的手被抽屉轧青了
踩空楼梯，脚崴了走不了路
师傅装的架子掉下来把我妈头砸破了
被熱水噴到手臂起水泡
My daughter cut her lip on the bottle`,
  health: `涂完脸肿得睁不开眼
外卖里有半只虫子
爸爸吃了这个药头晕恶心
吃完整晚跑廁所
My whole family got sick after dinner`,
  legal: `已经向主管部门反映
准备走法律程序
我的律师会联系你们
要去消保官那裡申訴
I will take you to court`,
  media: `不给说法我就拍视频发出去
我有十万粉丝，你们等着
已經爆料給記者
I am going to share this with every newspaper in town`,
  money: `银行卡里莫名少了一千二
定金交了人联系不上
说退我的差价到现在没影
訂金不還
You took the payment twice`,
  deadline: `星期五之前一定要收到
孩子生日就在明天，蛋糕订单没人接
今天不解决我就赶不上车了
明早的飞机，行李还在你们仓库
My exam is in two hours and the site is down`,
}

const CALM_AFTERWARDS = `味道炸裂，太香了
这锅不会糊底，安全
买给住院的奶奶，她很喜欢
闪光灯曝光刚好
消防演习那天来参观，学到很多
律政剧不错，推荐
退款第二天就到账了
不用赶，慢慢发
血橙很新鲜
法国餐厅氛围好
隔壁着火锅味，很香
刹车片换得很快，谢谢师傅
The burning candle smells lovely
Breaking news app works fine
Took the train to court street, nice shop
手术很成功，感谢医生
宝宝摔不坏的碗，好用
媒体报道很多，果然名不虚传`

export type UrgencySentence = { text: string; reason: UrgencyReason | null }

const rowsOf = (pressing: Readonly<Partial<Record<UrgencyReason, string>>>, calm: string): UrgencySentence[] => [
  ...Object.entries(pressing).flatMap(([reason, texts]) =>
    texts.split('\n').map((text): UrgencySentence => ({ text, reason: reason as UrgencyReason })),
  ),
  ...calm.split('\n').map((text): UrgencySentence => ({ text, reason: null })),
]

export const urgencySentences = rowsOf(PRESSING, CALM)
export const urgencySentencesAfterwards = rowsOf(PRESSING_AFTERWARDS, CALM_AFTERWARDS)
