/** What is said after the first answer, by the customer and by us. */

/** What customers write back. */
export const CUSTOMER_ANSWERS: readonly string[] = [
  '好，我等到那个时候。',
  '收到，我先照你说的试试。',
  '谢谢，终于有人说人话了。',
  '行，我等你消息，别又没声了。',
  '可以，晚上七点之后打给我。',
  '嗯，知道了。',
]

/** What customers write when they say that it did not help. */
export const STILL_NOT: readonly string[] = [
  '还是老样子，没好。',
  '没有解决。',
  '说好的时间过了，没人联系我。',
  '你们说办好了，我这边没有。',
]

/** What we write when it comes back. */
export const AGAIN: readonly string[] = [
  '谢谢你告诉我没有好，工单已经重新打开，还是由我负责。这次换一个办法，明天 12:00 前给你答复。',
  '没办好就是没办好，前面那次算我的。我已经请主管接手，他今天会给你打电话，我一起在线。',
]
