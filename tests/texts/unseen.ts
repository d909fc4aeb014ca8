/**
 * Sentences of our own, written before anybody looked at the words and rules that they test: what is pressing about each, or
 * what it speaks of, said without the word that names it. `first` was written and measured before the rules were changed and
 * has been looked at since; `second` was written with it, by the same hand as the rules; `third` came after the rules of
 * urgency, about other matters, and no rule was changed for it.
 */
import type { UrgencyReason } from '../../src/engine/intent/urgency.ts'

export type UnseenUrgency = { text: string; reason: UrgencyReason | 'none' }
export type UnseenCategory = { text: string; category: string }
type Table = Readonly<Record<string, string>>

const rowsOf = <Label extends string>(table: Table): { text: string; label: Label }[] =>
  Object.entries(table).flatMap(([label, lines]) =>
    lines
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ text, label: label as Label })),
  )

const urgencyOf = (table: Table): UnseenUrgency[] =>
  rowsOf<UnseenUrgency['reason']>(table).map(({ text, label }) => ({ text, reason: label }))
const categoryOf = (table: Table): UnseenCategory[] =>
  rowsOf<string>(table).map(({ text, label }) => ({ text, category: label }))

export const firstUrgency = urgencyOf({
  safety: `
    插座那头一直噼里啪啦冒火星，我们全家都不敢靠近
    热水壶用着用着底座烧黑了一大块，满屋子焦糊味
    阳台那台外机的支架松了，摇摇晃晃的，下面就是人行道
    刹车踩下去是空的，差点追尾前面的车
    孩子的床护栏自己会弹开，半夜差点滚下来
    洗澡的时候水龙头摸着麻麻的，好像带电
    Sparks came out of the charger last night`,
  injury: `
    我妈被柜门掉下来砸到脚，现在肿得走不了路
    杯子突然裂开，手上划了一道口子，缝了四针
    跑步机突然加速把我甩出去，膝盖磕破了
    孩子的手指被折叠椅夹出血了
    喷雾溅到眼睛里，疼得睁不开，正在急诊排队
    蒸汽喷出来把胳膊烫起一片水泡
    The handle came off and boiling water went all over my hand`,
  health: `
    吃了你家的凉皮，我们三个人半夜轮流拉肚子
    面霜抹上去两天，脸上起了一片红疙瘩
    奶粉里面有活的小虫子，宝宝已经喝了半罐
    新衣柜装好以后全家人头晕，嗓子发干
    药盒上印的和里面的药片不是同一种`,
  legal: `
    这事我已经托律师整理材料了
    再不给说法，我就去市场监管那边走程序
    打了12345，工单号都有了，你们看着办
    消协的人让我先跟你们书面要个答复
    你们没经过我同意就把我的照片拿去做广告，这是侵权
    My lawyer will be in touch with you about this`,
  media: `
    明天我就把聊天记录原封不动发到小红书上去
    我认识电视台做民生栏目的记者
    视频我已经剪好了，就看你们今天怎么回
    准备在业主群和微博上都说一说，让大家都知道
    再拖下去，热搜见`,
  money: `
    一笔货款打了两次，卡里少了一万二
    莫名其妙从我账户划走三千多，银行说是你们扣的
    定金八千块交了两个月，店都关门了，人也找不到
    充值卡里还剩五千，现在告诉我系统里查不到
    我的会员账号被别人登了，余额全部花光
    I was charged twice for the same order, $640 is gone`,
  deadline: `
    后天一早就要用，今天还没发出来
    婚礼就在这周六，礼服现在还在路上
    签证面谈是明天上午，保单还没给我
    老人的药只够吃到今晚
    展会下周一开场，样品到现在没消息
    The concert is tonight and the tickets still haven't arrived`,
  churn: `
    年底合同到期我们就不续了
    帮我把套餐停了吧，号码我准备转出去
    以后这个牌子我们公司采购名单上不会再有
    已经在看另外一家的报价了`,
  none: `
    火锅店的火力很足，菜上得也快
    这款灯的光很柔和，孩子写作业不伤眼
    想问一下电池可以带上飞机吗
    盒子边角磕了一点，里面东西没事
    师傅讲解得很仔细，怎么断电都教了
    儿童锁设计得不错，小孩打不开
    急着出门没来得及看说明书，回来一看挺简单的
    律师朋友推荐的这款扫描仪，确实好用
    看了电视广告才买的，没失望
    剧情太虐了，看得我心都在流血
    价格吓死人，不过东西是真好
    麻辣烫辣得冒烟，过瘾
    快递小哥下雨天送上楼，衣服都湿了，谢谢
    颜色跟图片比稍微深一点
    什么时候有活动，等着下单
    充电口有点松，插的时候要对准
    建议把字号调大一点，老人看不清
    保修卡放哪里了没找到，不过也用不上
    上次买的用了五年才坏，这次接着买
    You killed it with this update, love it`,
})

export const firstCategories = categoryOf({
  authenticity: '拿去专柜一比，标志的字体都不一样',
  odour: '拆开之后整间屋子通风三天还是呛鼻子',
  function: '说明书上写的定时，机器上压根找不到',
  performance: `
    看两集剧就要插着线了
    打开一个表格要等半分钟`,
  noise: '半夜嗡嗡的，隔壁房间都听得见',
  'sound-picture': '字幕边缘全是毛的，人脸糊成一团',
  durability: '才两个月，轴就断了',
  compatibility: '接到我家那台老电视上没有反应，换了别的线也一样',
  'size-fit': `
    平时穿四十码，这双塞不进去
    摆进去才发现门都关不上了`,
  appearance: '客厅一摆，来的人都问在哪买的',
  comfort: `
    坐半小时腰就酸
    戴久了耳朵疼`,
  'ease-of-use': '我爸琢磨了一上午也没弄明白怎么开',
  safety: '儿子一拽整个柜子就往前倒',
  content: '后半本全是凑字数的，前面倒还行',
  taste: '咬一口满嘴都是盐',
  portion: '一碗面三口就见底了',
  freshness: `
    虾端上来已经发黑了
    送到手里一点热气都没有`,
  hygiene: '汤里捞出来一根头发',
  price: '同样的东西隔壁便宜一半',
  'price-change': '昨天刚付完款，今天页面就少了两百',
  promotion: '页面写送杯子，收到的箱子里没有',
  fees: '结账多出来一项打包钱，事先没人说',
  honesty: '直播间吹得天花乱坠，拿到手完全两码事',
  attitude: `
    问个问题她翻了个白眼
    从头到尾笑眯眯的，一点不嫌烦`,
  speed: `
    打进去听了二十分钟音乐
    消息发过去，第二天才有人搭理`,
  resolution: '人倒是换了四个，事情原地踏步',
  process: '退个押金让我跑三个窗口盖章',
  'self-service-bot': '翻来覆去就那几句自动回复，死活不给接人',
  returns: '寄回去半个月了，钱一分没回来',
  repair: '拿回来第二天又是老样子，说换过零件了',
  installation: '师傅打孔打歪了，墙上多了三个洞',
  invoice: '财务等着报销，你们的税号还填错了',
  'pre-sales': '问她哪款适合敏感肌，说都差不多',
  room: '隔壁打电话的声音听得一清二楚，一晚上没睡',
  cleanliness: '桌上一抹一层灰',
  location: '绕了三圈找不到地方放车',
  'opening-hours': '写着九点，九点半卷帘门还拉着',
  stock: '跑了两趟，我要的颜色都卖光了',
  'delivery-speed': '北京到天津走了六天',
  dispatch: `
    买的是黑的，来的是白的
    下单四天还在仓库里躺着`,
  packaging: '箱子压得跟饼一样，里面就一张报纸垫着',
  courier: '人不打电话，直接扔门口就走',
  tracking: '页面停在三天前那个城市就不动了',
  'travel-delay': '在登机口坐了五个小时，最后说不飞了',
  stability: '一点开相册就自己退出来',
  update: '自从上周变了样，常用的按钮都找不着了',
  interface: '字小得像蚂蚁，晚上看白得晃眼',
  account: '一直提示我不是本人，短信也收不到',
  payment: '银行那边显示扣了，你们这边还说待付',
  ordering: '点完才发现地址是旧的，改不了',
  'search-help': '输型号出来的全是别的东西',
  ads: '打开先看五秒，关掉又跳一个',
  privacy: '刚跟朋友聊到奶粉，首页就全是奶粉',
  network: '电梯里两格，进屋一格都没有',
})

export const secondUrgency = urgencyOf({
  safety: `
    充电宝放在桌上自己鼓起来了，摸着烫手
    燃气灶关了以后还有嘶嘶声，屋里一股味
    电梯门夹着人还往上走
    电动车骑到半路轮子掉了一个`,
  injury: `
    碎玻璃扎进脚底，刚从医院回来
    我爸在你们店门口的台阶上滑倒，骨折了
    烤箱门把手掉了，烫伤了手背`,
  health: `
    喝完这批酸奶全家上吐下泻
    用了染发剂头皮又肿又痒，开始掉头发`,
  legal: `
    我会申请仲裁，证据都公证过了
    12315已经受理，编号发给你们
    咱们法庭上说吧`,
  media: `
    我的粉丝有二十万，你们想清楚
    已经跟报社爆料了
    不解决的话我拉横幅直播`,
  money: `
    余额宝里的钱转到你们那儿以后不见了
    押金两万，退租三个月没还
    同一单被刷了四次卡`,
  deadline: `
    今晚十二点系统就关了，我还没交上
    孩子下周一开学，校服还没到
    飞机三小时后起飞，票还没出`,
  churn: `
    我们集团准备整体迁到别的平台
    会员到期就不用了，不用再打电话来`,
  none: `
    锅底受热均匀，煎蛋不粘
    烟花图案的杯子很漂亮
    法式面包外脆里软
    直播里主播讲得很清楚
    还有半年到期，先用着看
    护士帽的尺寸刚好
    能不能出个红色的`,
})

export const secondCategories = categoryOf({
  quality: '线头一堆，扣子一碰就掉',
  noise: '开到最大档像拖拉机',
  performance: '放一晚上不动，早上只剩三成电',
  durability: '洗了两水就散架了',
  'size-fit': '裤腿长出一大截，要拿去改',
  appearance: '挂在墙上土里土气的',
  comfort: '躺下去像睡云朵上',
  'ease-of-use': '按三次才知道哪个是开',
  taste: '甜得发腻，喝两口就放下了',
  portion: '两个大男人都没吃完',
  freshness: '叶子都蔫了，还有烂的',
  hygiene: '盘子边上粘着上一桌的米粒',
  'price-change': '付完钱第二天就比我买的少一大截',
  promotion: '凑够了三百，该减的没减',
  attitude: '说两句就把电话挂了',
  speed: '站在柜台前十几分钟没人抬头',
  resolution: '每次都说会跟进，然后就没有然后了',
  'self-service-bot': '按来按去都是一个机器在说话',
  installation: '人来了两趟，说缺个零件又走了',
  room: '枕头太高，窗帘还透光',
  location: '出地铁走两分钟就到',
  stock: '货架空了一半',
  'delivery-speed': '昨晚拍的，今天上午就拿到了',
  dispatch: '三件东西只来了两件',
  packaging: '里三层外三层裹得严严实实',
  courier: '放在楼下快递柜也不说一声',
  stability: '点付款那一下就白屏',
  account: '换了手机以后怎么都进不去',
  privacy: '刚留了号码，当天就有三个陌生人打来推销',
  network: '一到晚上八点就转圈圈',
})

export const thirdUrgency = urgencyOf({
  safety: `
    浴霸上的玻璃罩掉进了浴缸，人刚走开
    平衡车下坡停不下来，一路冲到马路中间
    婴儿车的轮锁锁不住，放在坡上自己溜下去了
    取暖器半夜把窗帘烤黄了
    The heater left scorch marks on the wall and the plug is melted`,
  injury: `
    瓶盖崩起来打在我眼角，青了一块
    同事开箱的时候被铁皮边拉了一条口子
    奶奶坐下去凳子腿折了，现在腰动不了
    My daughter's fingers got trapped in the hinge and she needed surgery`,
  health: `
    打开罐头里面长了一层绿毛，我老公已经吃了两勺
    隐形眼镜戴了一天，眼白全是血丝
    空气净化器吹出来的味道让我哮喘犯了`,
  legal: `
    我把购买记录和鉴定报告都交给了执法大队
    这份条款我请法务看过了，是无效的
    你们这样做我有权要求三倍
    I am filing a complaint with the ombudsman`,
  media: `
    帖子我已经写好草稿，晚上八点准时发
    我是本地生活号的编辑，想听听你们怎么解释
    有两家报纸的人加了我微信问这件事`,
  money: `
    半夜收到六条消费短信，全是你们平台的
    退了课，学校说钱早打给你们了，你们说没有
    工程款拖了半年，工人天天堵我家门口
    You took 300 dollars twice and my rent bounced`,
  deadline: `
    孩子的疫苗本明天入托要查，你们系统打不开
    宾客都坐下了，蛋糕还没影
    报名还剩四十分钟截止，付款页一直转
    My visa expires on Friday and the form won't submit`,
  churn: `
    下个月起我把工资卡换到别的银行
    我们连锁十二家店打算都不用你们的系统了`,
  none: `
    电影里爆炸的镜头特别真实
    医院旁边那家分店服务好
    律师函模板下载很方便
    记者证也能打折，不错
    等到花开再去拍照
    后天出发，行李箱刚好装满
    孩子摔了好几次都没坏，结实
    打针一样的滴管设计，用量好控制
    烤得有点焦，味道还行
    问一下退款一般几天到`,
})
