import type { WordsOf } from '../say.ts'
import type { mailFaultWords as source } from '../zh-CN/mail-faults.ts'

export const mailFaultWords = {
  'mail-fault.no-server': '還沒有設定寄信信箱，請管理員在設定的「管道」裡新增。',
  'mail-fault.unknown-host': '找不到郵件伺服器，伺服器位址可能寫錯了。',
  'mail-fault.connection-refused': '郵件伺服器拒絕了連線。請檢查連接埠，再看防火牆有沒有擋住。',
  'mail-fault.no-answer':
    '郵件伺服器一直沒有回應。請檢查位址、連接埠和「從一開始就加密」是否相符，再看防火牆有沒有擋住。',
  'mail-fault.closed': '郵件伺服器中途斷開了連線。請檢查連接埠和「從一開始就加密」是否相符，或稍後再試。',
  'mail-fault.wrong-security': '加密方式和連接埠不相符：993和465從一開始就加密，143、587和25則不是。',
  'mail-fault.certificate': '伺服器的憑證不受信任。請核對伺服器位址；自行架設的伺服器，要換成受信任機構簽發的憑證。',
  'mail-fault.sign-in':
    '登入名稱或密碼不對。許多信箱要填「授權碼」或應用程式密碼，而不是登入密碼，還要先在信箱裡開啟 IMAP/SMTP 服務。',
  'mail-fault.no-such-address': '對方沒有這個信箱地址。請核對地址，或換個方式聯絡。',
  'mail-fault.no-such-domain': '收件地址 @ 後面的部分收不了信，可能寫錯了。請核對地址。',
  'mail-fault.mailbox-full': '對方的信箱滿了。請過幾天再寄，或換個方式聯絡。',
  'mail-fault.too-large': '郵件太大，對方不收。請減少附件再寄。',
  'mail-fault.spam':
    '對方的伺服器把它當作垃圾郵件拒收了。請換個方式聯絡；常有這種情況時，請管理員檢查寄信網域的 SPF 和 DKIM。',
  'mail-fault.sender-refused': '郵件伺服器不讓用這個寄件地址。請管理員核對信箱地址和登入名稱是否一致。',
  'mail-fault.busy': '對方的伺服器說暫時收不了信。',
  'mail-fault.rejected': '對方的伺服器拒收了這封郵件。',
  'mail-fault.other': '沒有成功。',
} as const satisfies WordsOf<typeof source>
