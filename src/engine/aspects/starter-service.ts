import { row, type StarterCategory } from './starter-row.ts'

/** How people and processes treat the customer: service and after-sales. */
export const SERVICE_BRANCH: readonly StarterCategory[] = [
  row('service', null, ['服务', '服務', 'Service'], '人与流程如何对待客户', '服务 服務 客服 店家 商家 卖家 店员 服务员 前台 营业员 导购 师傅 经理 人员 service staff customer_service support agent seller employee rep representative'),
  row('attitude', 'service', ['态度', '態度', 'Attitude'], '礼貌、热情、耐心', '态度 服务态度 热情 礼貌 耐心 不耐烦 冷淡 冷漠 傲慢 爱理不理 爱答不理 骂人 凶 语气 亲切 友好 翻白眼 attitude rude polite friendly courteous impolite'),
  row('speed', 'service', ['响应速度', '回應速度', 'Speed of response'], '多久有人理、等多久', '响应 回复 回覆 没人理 不理人 不回复 没回复 没人接 打不通 占线 等了 等待 排队 催 秒回 回电 一直没人 response reply replied respond waiting wait on_hold no_one_answers callback'),
  row('resolution', 'service', ['解决能力', '解決能力', 'Ability to resolve'], '问题是否真正解决', '解决 解决问题 没解决 解决不了 处理 不处理 没有处理 处理结果 推诿 推卸 踢皮球 敷衍 糊弄 不了了之 专业 不专业 一问三不知 给个说法 resolve resolved solved fix fixed solution handled professional knowledgeable'),
  row('process', 'service', ['流程', '流程', 'Process'], '手续、规则、是否麻烦', '流程 手续 规定 规则 政策 审核 审批 繁琐 转来转去 反复 提供材料 办理 开户 注销 投诉渠道 process procedure policy paperwork rules bureaucracy'),
  row('self-service-bot', 'process', ['机器人与自助', '機器人與自助', 'Bots and self-service'], '机器人客服、自助流程、转人工', '机器人 智能客服 自动回复 转人工 人工客服 语音菜单 按键转 bot chatbot robot automated ivr human_agent live_person'),
  row('after-sales', 'service', ['售后', '售後', 'After-sales'], '退换、维修、保修、安装', '售后 售後 保修 质保 三包 after_sales warranty'),
  row('returns', 'after-sales', ['退换货与退款', '退換貨與退款', 'Returns and refunds'], '退货、换货、退款', '退货 换货 退换 退款 退钱 退费 退回 退订 七天无理由 refund refunds refunded return returns returned exchange money_back'),
  row('repair', 'after-sales', ['维修', '維修', 'Repair'], '修理、返修、配件', '维修 修理 返修 检修 修了 修好 没修好 配件 备件 维修点 上门维修 换新 repair repaired repairs technician spare_part'),
  row('installation', 'after-sales', ['安装', '安裝', 'Installation'], '上门、安装、调试', '安装 装机 调试 安装师傅 安装费 上门安装 上门 预约上门 拆机 移机 打孔 installation install installed installer set_up setup'),
  row('invoice', 'after-sales', ['发票与凭证', '發票與憑證', 'Invoices'], '发票、收据、凭证', '发票 开票 电子发票 收据 小票 凭证 抬头 invoice receipt'),
  row('pre-sales', 'service', ['售前咨询', '售前諮詢', 'Pre-sales advice'], '购买前的咨询、推荐', '咨询 推荐的 推销 介绍 讲解清楚 销售 业务员 顾问 促销员 sales_person salesperson sales_rep advice'),
  row('environment', null, ['环境', '環境', 'Environment'], '店内、房间、设施的环境', '环境 氛围 气氛 装修 灯光 音乐 温度 空气 嘈杂 拥挤 座位 桌子 卫生间 厕所 洗手间 设施 设备陈旧 environment atmosphere ambience ambiance decor crowded restroom bathroom facilities'),
  row('room', 'environment', ['客房', '客房', 'Rooms'], '酒店房间、床品、隔音', '房间 客房 床 床单 被子 枕头 浴室 淋浴 热水 隔音 窗户 早餐 电梯 大堂 room rooms bed shower breakfast lobby'),
  row('cleanliness', 'environment', ['清洁', '清潔', 'Cleanliness'], '打扫、整洁', '打扫 整洁 脏 脏乱 灰尘 污渍 清洁 垃圾没 cleanliness dirty filthy dusty spotless'),
  row('store', null, ['门店', '門市', 'Stores'], '网点、位置、营业、陈列', '门店 门市 店里 店铺 网点 分店 柜台 专卖店 实体店 到店 店面 store shop branch outlet counter'),
  row('location', 'store', ['位置与停车', '位置與停車', 'Location and parking'], '远近、交通、停车', '位置 地理位置 地段 交通 停车 停车场 车位 地铁 偏僻 离地铁 离机场 location parking subway far_from close_to'),
  row('opening-hours', 'store', ['营业时间', '營業時間', 'Opening hours'], '几点开门、节假日', '营业时间 几点开门 几点关门 开门 关门 打烊 节假日 opening_hours open_hours closed_early'),
  row('stock', 'store', ['库存与品类', '庫存與品類', 'Stock and range'], '缺货、选择多少', '缺货 断货 没货 有货 补货 库存 品种 种类 选择少 品类 上新 out_of_stock in_stock sold_out selection variety'),
]
