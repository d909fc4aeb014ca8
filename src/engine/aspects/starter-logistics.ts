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
    '送得快 送得慢 送货快 送货慢 送货速度 配送速度 物流速度 发货速度 发货快 发货慢 物流快 物流慢 快递快 快递慢 快递太慢 物流太慢 配送慢 送餐慢 送餐快 超时 迟到 晚到 准时 提前送到 小时才到 小时才送 还没到 还没收到 没收到货 几天才到 才送到 很快就到 第二天就到 当天就到 隔天就到 late_delivery fast_delivery fast_shipping slow_shipping slow_delivery arrived_late on_time arrived delayed',
  ),
  row(
    'dispatch',
    'logistics',
    ['发货', '出貨', 'Dispatch'],
    '不发货、错发、漏发',
    '不发货 还没发货 没发货 发错 发错货 漏发 少发 错发 送错 少送 漏送 少了一 少件 发货地 预售 wrong_item missing_item not_shipped incomplete_order wrong_order',
  ),
  row(
    'packaging',
    'logistics',
    ['包装', '包裝', 'Packaging'],
    '包装好坏、破损',
    '包装 外包装 盒子 箱子 纸箱 破损 压坏 压扁 碎了 洒了 漏了 撒了 餐盒 袋子 密封 泡沫 packaging package box packed damaged crushed leaked',
  ),
  row(
    'courier',
    'logistics',
    ['配送员', '配送員', 'Couriers'],
    '快递员、骑手、送货师傅',
    '快递员 快递小哥 送餐员 骑手 外卖员 外卖小哥 送餐小哥 配送员 送货员 送货师傅 小哥 派送 不送上楼 送货上门 放驿站 驿站 丰巢 快递柜 courier driver rider delivery_guy delivery_man delivery_person',
  ),
  row(
    'tracking',
    'logistics',
    ['物流信息', '物流資訊', 'Tracking'],
    '单号、查询、更新、丢件',
    '物流信息 单号 快递单号 运单 查件 查快递 不更新 丢件 丢了 丢失 显示签收 没签收 tracking lost_package track lost',
  ),
  row(
    'travel',
    null,
    ['出行', '出行', 'Travel'],
    '航班、车次、行程',
    '航班 飞机 登机 机票 行李 值机 改签 火车 高铁 车次 出租车 司机 行程 flight flights plane boarding luggage baggage bag bags gate airport airline seatbelt',
  ),
  row(
    'travel-delay',
    'travel',
    ['延误与取消', '延誤與取消', 'Delays and cancellations'],
    '晚点、取消、改期',
    '延误 晚点 航班取消 取消航班 误机 误点 改期 flight_delayed delayed_flight cancelled_flight flight_cancelled canceled_flight delay delays cancelled canceled missed_connection',
  ),
]
