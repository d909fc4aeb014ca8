/** A question that makes a vague voice concrete, in three languages. */
export type Question = { 'zh-CN': string; 'zh-TW': string; en: string }

const row = (zhCN: string, zhTW: string, en: string): Question => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en })

/**
 * What to ask whoever said only that something was bad or good, by category of the starter tree; a category without a
 * question of its own is asked that of the one above it.
 */
export const DRILL_DOWN: Readonly<Record<string, Question>> = {
  service: row(
    '是等得太久、态度不好，还是问题没有解决？哪一次、哪位同事接待的？',
    '是等太久、態度不好，還是問題沒有解決？是哪一次、哪位同仁接待的呢？',
    'Was it the wait, the manner, or that the problem was not solved? Which visit or call was it?',
  ),
  attitude: row(
    '对方说了什么、做了什么让您不舒服？在什么时候？',
    '對方說了什麼、做了什麼讓您不舒服？是什麼時候呢？',
    'What was said or done, and when?',
  ),
  speed: row(
    '您等了多久？是在哪个环节等的？',
    '您等了多久？是卡在哪個環節呢？',
    'How long did you wait, and at which step?',
  ),
  resolution: row(
    '哪一个问题还没有解决？之前是怎么答复您的？',
    '哪個問題還沒解決？先前怎麼回覆您的呢？',
    'Which problem is still open, and what were you told?',
  ),
  process: row(
    '卡在了哪一步？被要求做了什么？',
    '卡在哪一步？被要求做了什麼呢？',
    'At which step did you get stuck, and what were you asked to do?',
  ),
  'after-sales': row(
    '是退换、维修还是安装的问题？进行到哪一步了？',
    '是退換、維修還是安裝的問題？進行到哪一步了呢？',
    'Was it a return, a repair or the installation, and how far did it get?',
  ),
  functional: row(
    '是哪个部分不好用？在什么情况下出现的？用了多久？',
    '是哪個部分不好用？在什麼情況下發生？用了多久呢？',
    'Which part does not work, in what situation, and how long have you had it?',
  ),
  quality: row(
    '是做工、材质还是用了一段时间后坏的？能说说具体哪里吗？',
    '是做工、材質，還是用一陣子後壞的？方便說說是哪裡嗎？',
    'Is it the workmanship, the material, or did it fail later? Where exactly?',
  ),
  food: row(
    '是味道、分量、新鲜还是卫生的问题？是哪道菜？',
    '是味道、份量、新鮮度還是衛生的問題？是哪道菜呢？',
    'Was it the taste, the portion, the freshness or the hygiene? Which dish?',
  ),
  price: row(
    '和什么比觉得贵？是价格本身、优惠没用上，还是多收了费？',
    '跟什麼比覺得貴？是價格本身、優惠沒用到，還是多收了費用呢？',
    'Compared with what? Is it the price, a discount that did not apply, or a fee?',
  ),
  logistics: row(
    '是送得慢、少了东西、包装破了，还是配送员的问题？单号方便告诉我们吗？',
    '是送得慢、少了東西、包裝破損，還是配送員的問題？方便提供單號嗎？',
    'Was it late, incomplete, damaged, or the courier? May we have the tracking number?',
  ),
  app: row(
    '在哪个页面、点了什么之后出现的？用的什么手机？',
    '在哪個畫面、按了什麼之後出現的？用哪款手機呢？',
    'On which screen, after which tap, and on which phone?',
  ),
  environment: row(
    '是哪一处让您不舒服：卫生、声音、温度还是设施？',
    '是哪裡讓您不舒服：清潔、聲音、溫度還是設施呢？',
    'What was it: cleanliness, noise, temperature or the facilities?',
  ),
  store: row(
    '是哪家门店？位置、营业时间还是货品的问题？',
    '是哪家門市？位置、營業時間還是商品的問題呢？',
    'Which branch was it: the location, the hours or the stock?',
  ),
  travel: row(
    '是哪个班次、哪一天？在哪个环节出的问题？',
    '是哪個班次、哪一天？在哪個環節出問題呢？',
    'Which trip and day was it, and at which point did it go wrong?',
  ),
  emotional: row('是哪件事让您这样觉得？', '是哪件事讓您有這樣的感受呢？', 'What was it that made you feel this way?'),
  overall: row(
    '最让您这样觉得的是哪一件事？',
    '最讓您這樣覺得的是哪一件事呢？',
    'What one thing made you feel this way most?',
  ),
}
