import { row, type StarterCategory } from './starter-row.ts'

/** What runs on a screen: apps, accounts, payment, privacy. */
export const APP_BRANCH: readonly StarterCategory[] = [
  row(
    'app',
    null,
    ['应用与系统', '應用與系統', 'App and system'],
    '应用、网站、小程序、系统',
    'app 软件 软体 应用 小程序 网站 网页 官网 系统 平台 客户端 程序 page website site application software system 公众号 官方app 软件真 这个软件 这软件 apps 系統 軟體 程式 網站',
  ),
  row(
    'stability',
    'app',
    ['稳定', '穩定性', 'Stability'],
    '闪退、卡顿、崩溃、打不开',
    "闪退 卡顿 卡死 死机 当机 崩溃 黑屏 白屏 花屏 打不开 加载 转圈 报错 bug 网络错误 掉线 断线 crash crashes crashing crashed freezes freezing freeze lag laggy bug bugs error errors glitch glitches loading won't_open won't_load slow_app 卡住 卡住不动 卡死了 卡得 加载不出来 加载半天 转圈圈 没响应 无响应 跳出 系统错误 系統錯誤 自动退出 断开 看到一半 缓冲 keeps_crashing not_responding stuck unresponsive 當掉 閃退 自己退出 退出来 自己关 点不动 一点就",
  ),
  row(
    'update',
    'app',
    ['版本更新', '版本更新', 'Updates'],
    '升级、新版、改版',
    '更新 升级 新版 新版本 改版 老版本 旧版 update updates updated upgrade version latest_version 升级之后 升级后 更新后 更新完 改版後 老版 版本 回到旧版 since_the_update after_update after_the_update new_version 更新後 变了样 换了样 改来改去 找不着了 新界面 更完',
  ),
  row(
    'interface',
    'app',
    ['界面与体验', '介面與體驗', 'Interface'],
    '界面、字号、导航、深色模式',
    '界面 介面 页面 字体 字号 字太小 深色模式 夜间模式 按钮 布局 导航 交互 ui ux interface layout dark_mode navigation font 字小 看不清字 菜单 選單 排版 太乱 图标 入口太深 藏得 刺眼 暗色 夜间 配色 美工 cluttered font_size menu icons confusing_layout 太小看不 晃眼 层级 藏得深 一屏',
  ),
  row(
    'account',
    'app',
    ['账号与登录', '帳號與登入', 'Account and sign-in'],
    '注册、登录、密码、验证码',
    "登录 登入 登陆 登不上 注册 账号 帐号 密码 验证码 实名 认证 封号 绑定 login log_in sign_in signin account password verification_code otp 登不进 登录不 登不進去 改密码 忘记密码 找回密码 收不到验证码 被封 封了 解封 换手机 换绑 实名认证 人脸 can't_log cannot_log locked_out 帳號 驗證碼 不是本人 短信收不到 收不到短信 收不到码 进不去 解绑 冻结",
  ),
  row(
    'payment',
    'app',
    ['支付', '支付', 'Payment'],
    '付款、扣款失败、到账',
    '支付 付款 付不了 支付失败 扣了两次 重复扣 到账 转账 提现 信用卡 花呗 微信支付 支付宝 payment pay paid credit_card checkout transfer 钱扣了 扣款 扣了钱 付了钱 付款页 支付页 付不了款 刷卡 刷不了 微信付 不能用微信 收款 退回账户 没到账 不到账 余额 declined payment_failed my_card 轉帳 显示扣 待付 没扣 扣了两 刷不出 银行那边 重复付',
  ),
  row(
    'ordering',
    'app',
    ['下单', '下單', 'Ordering'],
    '下单、取消、改地址、预约',
    '下单 订单 取消订单 改地址 修改地址 购物车 预约 预订 订位 抢购 order ordering cart booking reservation book 订单没 改不了地址 抢不到 秒没 预约时间 额满 取消不了 加购 place_my_order place_an_order cancel_my_order 訂位 額滿 訂單 預約 点完 点错 地址是旧 改不了 收货地址 提交不了 约不上 排不到 退单',
  ),
  row(
    'search-help',
    'app',
    ['查找与帮助', '搜尋與說明', 'Search and help'],
    '搜索、帮助文档',
    "搜索 搜不到 找不到入口 找不到 帮助中心 筛选 search filter help_center faq 搜什么 搜 搜不出 搜索结果 搜尋 搜尋結果 找了半天 帮助里 帮助 没有我的问题 说明文档 教程 help_page search_results can't_find 搜出来 输型号 出来的全是 排序 问号 查不着 关键词",
  ),
  row(
    'ads',
    'app',
    ['广告与打扰', '廣告與打擾', 'Ads and interruptions'],
    '广告、弹窗、骚扰电话',
    '广告 弹窗 开屏 推送 骚扰 骚扰电话 推销电话 垃圾短信 短信轰炸 ad ads advert pop_up popups notifications spam 开屏广告 关不掉 推销 打电话推销 弹出来 垃圾簡訊 簡訊 推送太多 spammy commercials 廣告 彈窗 先看五秒 跳一个 又跳 关掉又',
  ),
  row(
    'privacy',
    'app',
    ['隐私', '隱私', 'Privacy'],
    '信息泄露、权限、监听',
    '隐私 泄露 信息泄露 个人信息 权限 监听 偷听 数据安全 privacy personal_data leaked permissions data_breach 泄漏 通讯录 读取 偷看 定位权限 要权限 個資 外洩 被卖 卖我的信息 我的信息 leaked_my my_data sold_my_data 隱私 聊到 刚说完 刚聊 首页就全 怎么知道我 摄像头权限',
  ),
  row(
    'network',
    'app',
    ['网络与信号', '網路與訊號', 'Network and signal'],
    '信号、网速、连接',
    '信号 网速 wifi wi-fi 蓝牙 连接 连不上 流量 宽带 断网 signal connection bluetooth network broadband connectivity 没信号 信号差 网速慢 网络 断线 老断 掉线 连不上网 5g 4g wifi_keeps no_signal drops dropping 訊號 網路 藍牙 一格 两格 没格 信号格 网慢 丢包 漫游 基站',
  ),
]
