/** Why a mail was not sent or delivered, or a mailbox cannot be reached; and what to do next. */
export const mailFaultWords = {
  'mail-fault.no-server': '还没有设置发信邮箱，请管理员在设置的“渠道”里添加。',
  'mail-fault.unknown-host': '找不到邮件服务器，服务器地址可能写错了。',
  'mail-fault.connection-refused': '邮件服务器拒绝了连接。请检查端口，再看防火墙有没有拦住。',
  'mail-fault.no-answer': '邮件服务器一直没有回应。请检查地址、端口和“从一开始就加密”是否配套，再看防火墙有没有拦住。',
  'mail-fault.closed': '邮件服务器中途断开了连接。请检查端口和“从一开始就加密”是否配套，或者过一会儿再试。',
  'mail-fault.wrong-security': '加密方式和端口对不上：993和465端口从一开始就加密，143、587和25端口不是。',
  'mail-fault.certificate': '服务器的证书不受信任。请核对服务器地址；自己架的服务器，要换成受信任机构签发的证书。',
  'mail-fault.sign-in': '登录名或密码不对。很多邮箱要填“授权码”而不是登录密码，还要先在邮箱里打开 IMAP/SMTP 服务。',
  'mail-fault.no-such-address': '对方没有这个邮箱地址。请核对地址，或者换个方式联系。',
  'mail-fault.no-such-domain': '收件地址 @ 后面的部分收不了信，可能写错了。请核对地址。',
  'mail-fault.mailbox-full': '对方的邮箱满了。请过几天再发，或者换个方式联系。',
  'mail-fault.too-large': '邮件太大，对方不收。请减少附件再发。',
  'mail-fault.spam':
    '对方的服务器把它当作垃圾邮件拒收了。请换个方式联系；常有这种情况时，请管理员检查发信域名的 SPF 和 DKIM。',
  'mail-fault.sender-refused': '邮件服务器不让用这个发件地址。请管理员核对邮箱地址和登录名是否一致。',
  'mail-fault.busy': '对方的服务器说暂时收不了信。',
  'mail-fault.rejected': '对方的服务器拒收了这封邮件。',
  'mail-fault.other': '没有成功。',
} as const
