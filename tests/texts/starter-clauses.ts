/**
 * Clauses of our own, written from the definitions of the starter tree and not from its cue words: what each is about.
 * The cue lists may be widened by the first half of a category's clauses; the rest only measures.
 */
const CLAUSES: Readonly<Record<string, string>> = {
  functional: '这款产品整体让人满意|买的这台机器很一般|這個商品值得買|This product is a joke',
  quality:
    '做工很粗糙|缝线都歪了|用料扎实，一看就不是便宜货|接缝处漏风|布料薄得透光|The stitching came undone on day one',
  authenticity:
    '怀疑是假的|扫码查不到防伪信息|跟专柜的不一样，不像正品|是翻新机吧，螺丝有拧过的痕迹|收到的是仿冒品|I think this is a counterfeit',
  odour:
    '打开盒子一股刺鼻的味道|晾了一个星期还是有塑料味|香味很清淡|味道大得头疼|聞起來有霉味|It smells like chemicals',
  function: '洗衣机不脱水|按了开机键没反应|空调不制冷了|除螨效果看不出来|摄像头拍不了|The heater stopped working',
  performance: '电池半天就没电了|手机烫得拿不住|跑大型游戏很流畅|油耗比宣传的高|開機要三分鐘|Battery life is terrible',
  noise:
    '晚上开着嗡嗡响|声音大得像拖拉机|几乎听不到声音，很安静|过减速带咯吱咯吱响|脱水的时候震得厉害|The fan is so loud',
  'sound-picture': '画面不清楚，全是噪点|低音浑厚|喇叭破音|屏幕色彩很艳|通话时对方听不清我说话|The sound is tinny',
  durability: '用了两个月就坏了|洗了三次就起球|镀层都掉光了|三年了还跟新的一样|把手一掰就断|It fell apart after a week',
  compatibility:
    '跟我的旧电脑配不上|插头和我们这边的插座不匹配|换了三个型号都装不进去|支持苹果也支持安卓|轉接頭不合|Not compatible with my phone',
  'size-fit': '裤子短了一大截|鞋子大了两码|比想象中小很多|肩膀那里太紧|正好合身|It runs way too small',
  appearance: '颜色跟图片差很多|造型挺别致|土里土气的|白色很耐看|外型很有設計感|The colour is gorgeous',
  comfort: '坐久了腰疼|枕头太硬，睡得脖子酸|穿着不闷脚|耳机夹得耳朵疼|握起來很順手|So comfortable I wore it all day',
  'ease-of-use':
    '说明书像天书|老人一学就会|设置步骤太绕了|装上电池就能用，省事|介面直覺，操作簡單|The manual makes no sense',
  safety: '充电的时候冒火花|孩子的手被边缘割破了|插头烧黑了|刹车突然失灵|使用時會觸電|It gave me an electric shock',
  content: '情节拖沓|翻译得磕磕绊绊|老师讲得深入浅出|印错了好几页|題目太舊|The plot is predictable',
  food: '菜都上得差不多了|外卖整体还行|飲料不錯|The meal was average',
  taste: '咸得发苦|汤底很鲜|辣得过瘾|肉又老又柴|甜度剛好|The noodles were bland',
  portion:
    '两口就吃完了|一大碗，两个人都吃不完|肉少得可怜|給得很大方，料很多|比图片上少一半|Tiny serving for the price',
  freshness: '虾都臭了|草莓烂了一半|送到还冒着热气|牛奶快过期了|生菜都蔫了|The bread was stale',
  hygiene: '汤里有根头发|吃完拉了一晚上肚子|筷子上有油渍|后厨有老鼠|餐具沒洗乾淨|Found a bug in my salad',
  price: '比隔壁贵一倍|这个价钱买不了吃亏|性价比没得说|小贵|CP值很高|Way overpriced',
  'price-change':
    '刚买两天就便宜了两百|同一款手机老客户看到的价更高|说好的保价不给退差|天天漲價|双十一先提价再打折|They raised the price right after I ordered',
  promotion: '满减门槛太高|说好送的杯子没给|优惠券用不了|积分换不了东西|買一送一很划算|The coupon code did not apply',
  fees: '莫名其妙扣了我十块钱|运费比东西还贵|押金到现在没退|会员自动续上了|帳單多了一筆手續費|I was charged twice',
  emotional:
    '对你们这个牌子彻底寒心|一直相信这个老牌子|感觉不被当人看|送长辈很有面子|對品牌很失望|I no longer trust this brand',
  honesty:
    '宣传说三天见效，都是骗人的|跟描述的完全不一样|答应的事没一件兑现|實品與圖片不符|标着纯棉其实是化纤|The ad was misleading',
  overall: '总体来说挺满意|综合起来给八分|整體來說普通|还行吧|Overall a decent experience',
  service: '他们家服务真周到|客服不行|店家很用心|服務很到位|前台一问三不知|The staff were wonderful',
  attitude:
    '说话阴阳怪气的|服务员翻着白眼|小姑娘笑眯眯的，很热心|打电话过去对方直接吼我|店員臉很臭|The agent was so rude',
  speed:
    '发了五条消息没有一个人回|电话排了四十分钟|秒回，太贴心了|等了一下午没人搭理|客服半天不吭聲|I have been on hold for two hours',
  resolution:
    '踢来踢去没人负责|问题到现在还在|打了一个电话就帮我搞定了|只会说抱歉，什么都不做|一次就幫我處理好|Nobody could fix my problem',
  process: '要填七八张表|跑了三趟才办下来|审核太慢了|手续简单|規定太多，每次都要重新申請|Too much paperwork',
  'self-service-bot': '机器人答非所问|按来按去转不到人工|自动回复一点用没有|語音選單繞不出來|The chatbot is useless',
  'after-sales': '过了保修期就不认人|售后没人管|三包凭证不承认|售後服務很棒|The warranty is worthless',
  returns: '退货还要我自己出钱|钱三周了还没退回来|换货很痛快|不給退|七天无理由被拒绝|Still waiting for my refund',
  repair:
    '修了三次还是老样子|师傅上门修得很仔细|等配件等了一个月|送修回來螢幕刮傷|寄回去检修花了两百|The technician never fixed it',
  installation: '装空调的师傅把墙打裂了|约好的安装时间没来|装得又快又好|安裝費另外算|打孔打歪了|Setup took all day',
  invoice: '发票抬头开错了|申请开票两周没动静|電子發票收不到|没给小票|I never got an invoice',
  'pre-sales':
    '导购一直推销贵的|问了半天说不清楚区别|顾问讲解得很清楚|業務一直打電話推銷|The salesperson pushed me to upgrade',
  environment: '店里太吵了|灯光很有情调|空调开得太冷|裝潢老舊|厕所没有纸|The atmosphere was lovely',
  room: '床单上有污渍|隔壁说话听得一清二楚|热水忽冷忽热|早餐種類少|窗户关不上|The bed was rock hard',
  cleanliness: '地上全是灰|桌子油腻腻的|打扫得一尘不染|角落都是垃圾|地毯很髒|The floor was filthy',
  store: '门店太少|专柜陈列很乱|到店体验很好|分店品質不一|The store layout is confusing',
  location: '离地铁站走路两分钟|找不到停车的地方|位置太偏|停車很方便|导航导到了死胡同|Parking is a nightmare',
  'opening-hours': '九点还没开门|中午不营业也不说一声|節日公休沒公告|晚上八点就关了|They closed early',
  stock: '想要的颜色一直没有|货架空空的|补货太慢|品項齊全|Always out of stock',
  logistics: '快递不给力|物流给个赞|配送有问题|宅配很糟|Shipping was fine',
  'delivery-speed':
    '昨天下单今天就到了|等了半个月才收到|超时一个小时才送来|隔天就到貨|比承诺的晚了三天|It arrived two weeks late',
  dispatch: '少发了一个|发成了别的颜色|付款五天了还没发|寄錯東西|漏了一双筷子|I received the wrong item',
  packaging: '箱子压扁了|里三层外三层裹得很严实|瓶子碎了，液体流了一地|盒子破損|汤洒了一袋子|The box was crushed',
  courier:
    '快递员把东西扔门口就走了|小哥爬六楼送上来|骑手打电话态度很差|司機沒按門鈴|放驿站也不通知|The driver left it in the rain',
  tracking: '单号一直不更新|显示签收可我没拿到|包裹不见了|物流狀態停了三天|快件丢了没人赔|My package got lost',
  travel: '行李被摔坏了|高铁座位很宽|登机口换了三次没人通知|機上餐點很少|The flight was smooth',
  'travel-delay': '飞机晚点四个小时|航班被取消没人安排|火車誤點|改签了两次|Our flight got cancelled',
  app: '你们软件真不好用|小程序挺方便|系統很爛|网站做得太老气|Nice application',
  stability: '一打开就闪退|点两下就卡住不动|加载半天转圈圈|老是跳出系統錯誤|视频看到一半就断|It keeps crashing',
  update: '升级之后更难用了|新版把收藏夹弄没了|老版本好|改版後找不到功能|Since the last update it drains my phone',
  interface: '字太小看不清|按钮藏得太深|排版清爽|夜间看刺眼，没有深色模式|選單太亂|The layout is cluttered',
  account: '验证码收不到|密码改不了|账号被莫名封了|登不進去|绑定手机换不了|I cannot log in',
  payment: '钱扣了订单没生成|不能用微信付|刷卡失敗|转账一直不到账|付款页面报错|My card was declined',
  ordering:
    '下单后改不了地址|抢购根本抢不到|预约的时间被改了|訂位系統一直顯示額滿|订单取消不了|I could not place my order',
  'search-help': '搜什么都出不来|帮助里没有我的问题|找了半天没找到退订的入口|搜尋結果不準|The help page is empty',
  ads: '开屏广告关不掉|一天三个推销电话|弹窗烦死了|垃圾簡訊太多|Too many ads',
  privacy: '我的手机号被泄露了|为什么要读我的通讯录|刚聊到就推送，是不是在偷听|個資外洩|They leaked my personal data',
  network: '地下室没信号|网速慢得像蜗牛|蓝牙老断|訊號很差|宽带又断了|The wifi keeps dropping',
}

/** Written after the cue lists were widened, and never looked at for them. */
const CLAUSES_AFTERWARDS: Readonly<Record<string, string>> = {
  functional: '这玩意儿买得后悔|這台機器很可以',
  quality: '边角没打磨，割手的毛边|螺丝都拧不紧，品控堪忧',
  authenticity: '我严重怀疑这瓶不是原厂的|序號在官網查無資料',
  odour: '闻着像油漆|拆开来一股橡胶味儿',
  function: '烤箱底下那层根本不热|吸尘吸不干净，地上的毛还在',
  performance: '充一次电只能撑半天|同時開三個程式就慢到不行',
  noise: '半夜冰箱轰隆隆把孩子吵醒|运行起来跟没开一样静',
  'sound-picture': '看电影人脸都是糊的|耳机左边没声',
  durability: '才半年拉链就报废了|摔了好几次还没坏',
  compatibility: '這條線不能接我的平板|和老款底座对不上卡口',
  'size-fit': '按平时的码买的，腰围勒得慌|箱子比登機規定還大',
  appearance: '实物的蓝比照片暗|做得像玩具似的，一点不洋气',
  comfort: '背带勒肩膀|躺上去像躺在云里',
  'ease-of-use': '我妈七十岁都会用|按键太多，记不住哪个管哪个',
  safety: '插上去就跳闸，差点着了|玻璃渣扎到宝宝',
  content: '前半本还行，后面像凑字数|课讲得太快，跟不上',
  food: '他家的套餐选择挺多|便當整體普通',
  taste: '面糊成一坨，寡淡|滷肉太鹹了',
  portion: '这么一丁点，喂猫呢|吃到撑',
  freshness: '面包硬得能砸人，估计放了几天|魚不新鮮',
  hygiene: '碗边有口红印|吃出一只小强',
  price: '一分钱一分货吧，不算贵|這價錢不如去別家買',
  'price-change': '昨天刚付款今天就少了五十|熟客反而報價比較高',
  promotion: '赠送的小样没收到|滿千折百結果不能用',
  fees: '取消订单还要扣手续费|没开通过会员，却每月划走十五块',
  emotional: '以后再也不相信你们了|用着有档次，送丈母娘很合适',
  honesty: '页面写着包邮，到付款又不包|主播吹得天花乱坠',
  overall: '一句话，值得五星|總結：普普通通',
  service: '收银的小伙子很专业|服務人員不太行',
  attitude: '问一句就不耐烦地挂了|店長超親切',
  speed: '留言三天石沉大海|接线员马上就接了，没让我久等',
  resolution: '反映了四次，最后不了了之|客服直接给换了新的，事情了结',
  process: '开个户要跑两个窗口盖三个章|申請步驟繁瑣',
  'self-service-bot': '想找个真人说话怎么这么难|智能助手只会背台词',
  'after-sales': '卖的时候好说，坏了就没影儿|一年保固內還要收錢',
  returns: '寄回去两周，一分钱没见着|不合適可以換，很快',
  repair: '主板换了又坏，第三趟了|師傅修到一半就走人',
  installation: '挂机装得不水平|来的师傅十分钟就装完走线也漂亮',
  invoice: '抬头少了一个字，让我重开|收據上統編打錯',
  'pre-sales': '店员跟着我屁股后面推荐|業務把差異講得很清楚',
  environment: '一进门全是烟味|燈太暗看不清菜單',
  room: '枕头有头油味|浴缸塞子壞的',
  cleanliness: '桌上前一位的碗还没收|地板黏黏的',
  store: '城西的分店都撤了|櫃位動線很亂',
  location: '下了地铁还要倒两趟公交|車位要繞三圈',
  'opening-hours': '写着十点营业，十点半才拉闸门|除夕有沒有開也不公布',
  stock: '四十码永远缺|熱門款都補不到',
  logistics: '顺丰就是靠谱|這次的貨運讓人傻眼',
  'delivery-speed': '三天的路走了九天|下午訂晚上就拿到',
  dispatch: '买三包只来了两包|買黑的來白的',
  packaging: '就一个薄塑料袋，里面都瘪了|纸盒湿透',
  courier: '小哥说不在家就退回去，我明明在|外送員找不到路還罵人',
  tracking: '三天都停在武汉中转站|顯示已送達但我沒收到',
  travel: '空姐很贴心|车厢里空调太冷',
  'travel-delay': '在机场干等六个钟头|班機臨時取消',
  app: '你们这个客户端有待加强|網頁版比手機版好用',
  stability: '每次点付款就跳回桌面|上傳照片就當機',
  update: '新的这版还不如上个月的|更新完通知全沒了',
  interface: '图标长得都一样，分不清|選項藏在三層裡面',
  account: '换了手机就进不去了|簡訊碼一直沒來',
  payment: '钱出去了，页面还说未付|綁定的卡一直刷不過',
  ordering: '点了提交没反应，票就没了|要改取貨時間改不了',
  'search-help': '输入型号一个结果都没有|常見問題根本沒寫',
  ads: '看个视频要等两段推广|半夜還推播促銷',
  privacy: '注册完就有陌生人打电话叫出我名字|為什麼要看我的相簿',
  network: '电梯口一格都没有|晚上八點網路就卡',
}

const rowsOf = (clauses: Readonly<Record<string, string>>): { text: string; category: string; at: number }[] =>
  Object.entries(clauses).flatMap(([category, texts]) => texts.split('|').map((text, at) => ({ text, category, at })))

/** `isForCues` marks the half that cue lists may be widened by. */
export const starterClauses: readonly { text: string; category: string; isForCues: boolean }[] = rowsOf(CLAUSES).map(
  ({ at, ...row }) => ({ ...row, isForCues: at % 2 === 0 }),
)

export const starterClausesAfterwards: readonly { text: string; category: string }[] = rowsOf(CLAUSES_AFTERWARDS).map(
  ({ text, category }) => ({ text, category }),
)
