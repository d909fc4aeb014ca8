import { row, type StarterCategory } from './starter-row.ts'

/** How the thing got there. */
export const LOGISTICS_BRANCH: readonly StarterCategory[] = [
  row(
    'logistics',
    null,
    ['物流', '物流', 'Delivery'],
    '从下单到收货',
    '物流 快递 配送 送货 发货 运输 宅配 外送 到货 收货 delivery shipping shipment deliver delivered shipped',
  ),
  row(
    'delivery-speed',
    'logistics',
    ['时效', '時效', 'Delivery speed'],
    '快慢、准时、超时',
    "送得快 送得慢 送货快 送货慢 送货速度 配送速度 物流速度 发货速度 发货快 发货慢 物流快 物流慢 快递快 快递慢 快递太慢 物流太慢 配送慢 送餐慢 送餐快 超时 迟到 晚到 准时 提前送到 小时才到 小时才送 还没到 还没收到 没收到货 几天才到 才送到 很快就到 第二天就到 当天就到 隔天就到 late_delivery fast_delivery fast_shipping slow_shipping slow_delivery arrived_late on_time arrived delayed 今天就到 就到了 当天到 隔天到 次日达 半个月才 才收到 才到 一周才 几天才 晚了 比承诺的晚 拖了 慢得 太慢 送得 送到 两天到 很快收到 不准时 准点 arrived_two took_weeks took_forever still_hasn't_arrived never_arrived 還沒收到 出貨 走了六天 走了五天 走了一周 隔日 次日 提前到 比预计 走得慢 慢悠悠",
  ),
  row(
    'dispatch',
    'logistics',
    ['发货', '出貨', 'Dispatch'],
    '不发货、错发、漏发',
    '不发货 还没发货 没发货 发错 发错货 漏发 少发 错发 送错 少送 漏送 少了一 少件 发货地 预售 wrong_item missing_item not_shipped incomplete_order wrong_order 少发了 少了 缺了 漏了 漏装 没放 少一个 发成 发成了 发错颜色 寄错 送成 给错 拿错 不是我要的 还没发 没发 迟迟不发 付款五天 wrong_size wrong_color missing_items sent_the_wrong 寄錯 少寄 沒出貨 来的是 发来的是 寄来的是 仓库里躺 躺着没动 还没出库 没出库 少一件 少了一件 颜色发 型号不对 拍的是 买的是',
  ),
  row(
    'packaging',
    'logistics',
    ['包装', '包裝', 'Packaging'],
    '包装好坏、破损',
    '包装 外包装 盒子 箱子 纸箱 破损 压坏 压扁 碎了 洒了 漏了 撒了 餐盒 袋子 密封 泡沫 packaging package box packed damaged crushed leaked 包得 气泡膜 压瘪 瘪了 摔坏 摔碎 漏液 流了一地 洒 洒了一 没封口 dented smashed wrapped 紙箱 包裝 压得 箱子压 报纸垫 没垫 气泡 裹得 磕碰 边角 箱子破 盒子都',
  ),
  row(
    'courier',
    'logistics',
    ['配送员', '配送員', 'Couriers'],
    '快递员、骑手、送货师傅',
    '快递员 快递小哥 送餐员 骑手 外卖员 外卖小哥 送餐小哥 配送员 送货员 送货师傅 小哥 派送 不送上楼 送货上门 放驿站 驿站 丰巢 快递柜 courier driver rider delivery_guy delivery_man delivery_person 扔门口 扔在 丢门口 不打电话 不通知 不送货 不上楼 爬六楼 送上来 送上楼 送餐 野蛮 暴力 司机 没按门铃 delivery_driver left_it mailman postman 司機 外送員 宅配 放门口 不敲门 放代收 签收人',
  ),
  row(
    'tracking',
    'logistics',
    ['物流信息', '物流資訊', 'Tracking'],
    '单号、查询、更新、丢件',
    '物流信息 单号 快递单号 运单 查件 查快递 不更新 丢件 丢了 丢失 显示签收 没签收 tracking lost_package track lost 没更新 查不到 不见了 包裹不见 找不到包裹 签收 已签收 没拿到 没收到却 丢了没人 停滞 停在 卡在 快件 物流状态 tracking_number says_delivered never_received 物流狀態 貨態 不动了 一直显示 三天没动 轨迹',
  ),
  row(
    'travel',
    null,
    ['出行', '出行', 'Travel'],
    '航班、车次、行程',
    '航班 飞机 登机 机票 行李 值机 改签 火车 高铁 车次 出租车 司机 行程 flight flights plane boarding luggage baggage bag bags gate airport airline seatbelt 登机口 座位 高铁座 空姐 乘务员 机上 托运 航空公司 车厢 列车 導遊 导游 酒店行程 cabin seats crew check-in 飛機',
  ),
  row(
    'travel-delay',
    'travel',
    ['延误与取消', '延誤與取消', 'Delays and cancellations'],
    '晚点、取消、改期',
    '延误 晚点 航班取消 取消航班 误机 误点 改期 flight_delayed delayed_flight cancelled_flight flight_cancelled canceled_flight delay delays cancelled canceled missed_connection 晚点四个小时 延误了 被取消 没人安排 改签 滞留 誤點 取消了航班 cancelled_our got_cancelled delayed_for rebooked stranded 班機 延誤 登机口 不飞 停飞 坐了五个小时 换航班 等通知 没赶上下一',
  ),
]
