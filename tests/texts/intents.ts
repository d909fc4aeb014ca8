import type { IntentLabel } from '../../src/engine/intent/intent.ts'

/** Sentences of our own, as customers write them on many channels: what each is for. Nothing is learned from them. */
const SENTENCES: Readonly<Record<IntentLabel, string>> = {
  complaint: `空调装好第三天就不制冷
你们的快递把我的花瓶摔碎了，谁赔
排了一个半小时的队，轮到我说系统坏了
同一个问题我已经讲了五遍，每次换一个人
菜里吃出一根铁丝
退款申请通过了，可钱一直没回到我卡上
说好上门取件，我在家等了一整天
账单上多出来一笔三十八块，我根本没买过
昨晚隔壁装修吵到一点，前台说管不了
孩子的书印漏了十几页
酒店的照片和实际差太远了
司机绕路，多收了我二十块
会员到期了还在扣费，这算什么
客服一句“这边建议您耐心等待”就把我打发了
刚升级完就登录不了，上班打卡都耽误了
衣服洗一次就缩水，根本没法穿
预约了九点，医生十一点才来
给你们打电话永远是占线
每次结账都多算一份，是不是故意的
包裹显示签收，我人在外地怎么签收
维修师傅来了看一眼就走，收了我八十
说是现做，端上来是凉的
网速慢得连视频会议都开不了
拍的是四十寸，送来的是三十二寸
保险理赔材料交了三次还说不齐
冷氣滴水滴到床上，管理員叫我自己擦
外送晚了一小時，湯都灑光了
說好三天出貨，兩個禮拜了還在備貨中
店員結帳的時候一直聊天，當我不存在
發票開錯抬頭，打電話又沒人接
刷卡被重複扣兩次，客服叫我等
訂位明明成功，到現場卻說沒有紀錄
手機螢幕才一個月就出現亮線
APP 一直要我重新登入，煩死了
My parcel has been sitting in your depot for nine days
The waiter forgot our order twice
I was billed for a plan I never signed up for
The zipper broke the second time I used it
Nobody showed up for the repair appointment
Your driver threw my package over the fence
The room smelled of smoke even though we booked non-smoking
I keep getting logged out in the middle of a payment
Half of the items in my order were missing
The agent hung up on me
It has been three weeks and I still have no answer
The food arrived cold and the drink had spilled everywhere
App freezes on the second screen, cannot do anything
You sent me the wrong size and now want me to pay for the return
This is the third time the delivery was late
The manual is only in German`,
  suggestion: `能不能把收货地址做成可以一键粘贴
要是晚上也有人值班就好了
建议把辣度分成五档
希望出一款给左撇子用的
菜单上最好标一下过敏原
如果能支持开电子发票就更方便了
可以考虑在候诊区多放几把椅子
盼着早点出蓝色的
字体能再大一号吗，老人看着费劲
小建议：取件码发短信的同时也发微信
要我说，会员日换到周末更合理
不如把两个入口合并成一个
瓶口做成按压式的会更好
期待增加夜间配送
包装盒里附一张安装示意图会贴心很多
停车场可以装几个充电桩
以后可不可以提前一天提醒我们
希望以后能选送货时间段
建議加一個夜間模式
如果可以用悠遊卡付款就太好了
希望可以多一點素食選擇
要是能訂閱補貨通知就好了
建議門口放傘架
可以的話，請增加指紋登入
菜單字太小，能不能做大一點
希望增加台中的門市
說明書若能附中文就更完美了
A dark theme would be great for night reading
Please let us export the report to Excel
It would help if you texted me before the driver arrives
You should offer smaller portions for kids
I wish there were a way to pause my subscription
Would love to see an Apple Watch version
How about adding a vegetarian option
Maybe put a bench near the entrance
Could you add support for two accounts
An undo button would save me a lot of trouble
Consider opening earlier on weekdays
Why not show the total price before checkout
More parking spaces would be nice
It'd be handy to filter by size
Please bring back the old search
一个小想法，退货能不能支持上门换新
如果客服能看到我之前的记录就不用每次重复了
希望下个版本支持横屏
可以给老客户发点生日券嘛
建议你们出个旅行装
真心希望能开一家在我们这边
I'd suggest putting the steps in a video
Let customers choose the courier`,
  question: `请问这款支持无线充电吗
我的订单什么时候发货
退货的运费谁出
这个型号和上一代有什么区别
怎么改绑定的手机号
你们周日上班吗
开发票需要提供什么
优惠券为什么用不了，是有什么条件吗
一米六五穿多大码
快递能送到村里吗
麻烦帮我查一下单号
会员积分怎么兑换
保修期是多久
能刷医保卡吗
可以分期吗，利息多少
我想把地址改成公司的，可以吗
早餐几点开始
带宠物能入住吗
充满电要多久
这个牛奶小孩能喝吗
办理过户要带哪些材料
帮我取消一下刚才那单
预约成功了会发短信吗
有没有实体店可以试穿
請問可以貨到付款嗎
這支手機有台灣保固嗎
取貨期限是幾天
請問怎麼申請退費
有沒有附停車場
可以幫我改送貨時間嗎
會員等級怎麼算
請問這個可以放進洗碗機嗎
信用卡可以分幾期
麻煩幫我查訂單進度
How do I change my delivery address?
What time do you open on Sunday
Is the battery included
Can I use the voucher with the sale price?
Which size should I get if I am 180 cm
Do you ship to Norway
Where can I find my invoice
Is there a student discount?
Could you tell me how to reset the router
When will the blue one be back in stock
Does it come with a charger
I need help activating my card
What is the return window for shoes
Can someone tell me whether this works with Windows 11
Who do I contact about a lost item
Are pets allowed in the lobby
Please cancel my booking for tomorrow`,
  praise: `师傅手艺真好，半小时就修好了
第三次回购了，一如既往地好
小姑娘服务特别周到，给你们点个赞
孩子爱吃得不得了
谢谢那位帮我找回钱包的保安
比想象中漂亮多了，闺蜜都问我要链接
物流神速，昨天下单今天就到
医生讲得很耐心，老人家一下子就放心了
退款秒到，良心商家
酒店早餐丰富，下次出差还住这里
用了两年了一点毛病没有
客服小王太专业了，三句话就把问题解决了
性价比没得说，已经推荐给同事
味道跟小时候奶奶做的一模一样
包得里三层外三层，一个都没碎
界面清爽，老人也会用
感谢你们连夜把货送到
空调安静又省电，满意
讲课老师太有意思了，一点不困
环境优雅，适合约会
今天遇到的司机师傅人特别好
色彩正，画质细腻，超值
送的小礼物好可爱，谢谢老板
店員超親切，還幫我們拍照
出貨速度好快，包裝也很用心
湯頭濃郁，麵條有嚼勁，推
謝謝你們幫我媽把手機設定好
房間乾淨，夜景很美
用起來很順手，值得買
客服回覆很快，給五顆星
牛肉麵好吃到湯都喝光
退貨很爽快，下次還會再買
The staff went out of their way to help us
Best pizza in town
Setup took five minutes and it just works
Huge thanks to Maria at the front desk
My kids adore it
Fast delivery and lovely packaging
I have used it every day for a year and it is still like new
The doctor explained everything clearly
Beautiful room with a great view
You made my day, thank you so much
Works exactly as described
So happy with this purchase
The new update is fantastic
Great value for money
Kudos to the support team, solved in ten minutes
Loved every minute of the tour
Super comfortable shoes
The driver was polite and careful with the boxes
10/10 would order again`,
  churn: `用完这个月我就退网
受够了，明天就去隔壁银行开户
这是最后一次在你们家买东西
会员到期我不会续了
已经把你们软件删了
再这样我就换成京东了
以后全家都不来了
下个学期不报你们的课了
准备把号码转到联通去
合同到期就不再合作了
拉黑了，此生不见
我已经在看别家的方案了
注销账户，把我的资料都删掉
对比了几家，打算转到你们的对手那里
算了，去别处买吧，不伺候了
这家店我是不会再踏进一步的
再也不信你们，卡我已经剪了
要不是押金没退我早走了，退了立刻走
年底不续签，正式通知你们
从老用户变成前用户，就这样吧
取消自动续费了，拜拜
服务再不改善，我们公司就换供应商
上次的事之后我已经改喝别的牌子
再出一次问题我就换人
我要销户，怎么办理
合約到期就攜碼走人
這間店不會再踏進去第二次
已經刪掉 APP 了
再這樣下去我要退租了
受不了，準備換一家銀行
會員我退掉了，不要再寄信來
以後寧願去超商買
下次會選別家航空
I'm moving all my accounts to another bank
This was my last order with you
Just deleted the app
We will not be renewing our contract in June
I've had it, switching to your competitor tomorrow
Please close my account, I am done
You lost a customer of ten years today
Next time I'll fly with someone else
Never setting foot in this store again
I will take my business elsewhere
Cancelled my membership after this
One more outage and we're leaving
Already looking for another provider
I won't be coming back
My family and I are done shopping here
Uninstalled after five minutes
Goodbye, going back to my old provider
I would rather pay more somewhere else from now on`,
  other: `收到
好的，明天下午三点我在家
我的地址是人民路八十八号二单元
嗯嗯
已付款
你好
单号是 SF1234567890
我先考虑一下
昨天下的单，今天到的
我老婆说要蓝色的
在吗
电话是家里的座机
不用了
今天是我第一次来
我就是随便问问，没事了
资料已经发到邮箱
刚刚拍下了
稍等，我找一下
我买了两件，一件送人
是的
发票抬头：某某科技有限公司
图片在上面
我是去年十月办的卡
已经寄回去了
没有了
好，知道了
明天再说
我在外地出差
他是我爸
转账给你了
收到了，我看看
早安
我是會員
已經匯款了，後五碼 12345
我住三樓
好，那我等你消息
剛剛下單了
星期五會去拿
我姓林
訂單是上週訂的
ok
Hello there
My order number is 55821
I will be home after six
Sent you the screenshot
Bought this on Tuesday
It is for my mother
Just checking in
Done
The blue one
I have attached the form
We are a family of four
I live in Leeds
Paid by card yesterday`,
}

export const intentSentences: readonly { text: string; intent: IntentLabel }[] = Object.entries(SENTENCES).flatMap(
  ([intent, texts]) => texts.split('\n').map((text) => ({ text, intent: intent as IntentLabel })),
)
