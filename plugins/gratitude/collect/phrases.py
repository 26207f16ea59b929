"""What mail programs write around a quoted letter, in the languages they are set to. Data only. Pure.

Collected from the programs' own translations (Thunderbird's mailnews.reply_header, Gmail, Outlook, Apple Mail) and from
real replies; a language more is a word more in these lists.
"""

from __future__ import annotations

__all__ = [
    "CLOSINGS", "DEVICES", "FORWARDED", "HEADER_NAMES", "MACHINES", "NOTES_NAMES", "NOTICES", "OPENERS", "SENT_FROM", "VAGUE", "WROTE",
]  # fmt: skip

WROTE = (
    "wrote", "writes", "said", "schrieb", "geschrieben", "schreef", "schreven", "a écrit", "ecrit", "écrit", "escribió",
    "escribio", "escreveu", "ha scritto", "scrive", "scritto", "skrev", "skreiv", "kirjoitti", "napisał", "napisała",
    "napisał(a)", "pisze", "pisał", "napsal", "napsal(a)", "napsala", "napísal", "napísal(a)", "je napisao",
    "je napisala", "je napisao/la", "napisao", "je napisal", "napisal/-a", "пишет", "написал", "написала", "написал(а)",
    "написав", "написала(в)", "пише", "написа", "şunu yazdı", "şunları yazdı", "yazdı", "írta", "ezt írta", "a scris",
    "έγραψε", "va escriure", "escriure", "rašė", "rakstīja", "kirjutas", "đã viết", "viết", "menulis", "menulis pesan",
    "כתב", "כתבה", "כתב/ה", "كتب", "كتبت", "写道", "寫道", "书写道", "のメール", "書きました", "のメッセージ", "님이 작성", "작성", "เขียนว่า",
    "idatzi zuen", "scríobh", "skrifaði", "escribiu",
)  # fmt: skip
"""A line that names a writer and a day and ends in one of these and a colon introduces a quote."""

OPENERS = (
    "on", "am", "le", "el", "em", "il", "il giorno", "op", "den", "dne", "dňa", "w dniu", "dnia", "pe", "în data de", "at",
    "στις", "в", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "у", "în", "on", "a", "de", "från", "na", "vào", "pada", "בתאריך", "في", "在",
    "于", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "quoting", "em qua", "às", "ma", "ti", "ke", "to", "pe", "la",
    "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "dia",
)  # fmt: skip

FORWARDED = (
    "original message", "forwarded message", "original appointment", "ursprüngliche nachricht", "originalnachricht",
    "original-nachricht", "weitergeleitete nachricht", "urspr. nachricht", "message d'origine", "message original",
    "message transféré", "mensaje original", "mensaje reenviado", "mensagem original", "mensagem encaminhada",
    "messaggio originale", "messaggio inoltrato", "oorspronkelijk bericht", "doorgestuurd bericht", "origineel bericht",
    "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande", "oprindelig meddelelse", "original meddelelse",
    "opprinnelig melding", "videresendt melding", "videresendt meddelelse", "alkuperäinen viesti", "välitetty viesti",
    "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość przekazana", "původní zpráva", "původní e-mail",
    "přeposlaná zpráva", "pôvodná správa", "eredeti üzenet", "továbbított üzenet", "mesaj original", "mesajul original",
    "исходное сообщение", "пересылаемое сообщение", "конец пересылаемого сообщения", "оригинал сообщения", "початкове повідомлення",
    "переслане повідомлення", "пересланное сообщение", "orijinal ileti", "özgün ileti", "iletilen mesaj", "αρχικό μήνυμα",
    "izvorna poruka", "originalna poruka", "izvirno sporočilo", "missatge original", "algne sõnum", "pradinis laiškas",
    "原始邮件", "原始郵件", "转发邮件信息", "元のメッセージ", "転送されたメッセージ", "원본 메시지", "원본 메일", "thư gốc", "pesan asli",
    "ההודעה המקורית", "الرسالة الأصلية", "begin forwarded message", "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail", "début du message réexpédié", "début du message transféré", "inicio del mensaje reenviado",
    "inizio messaggio inoltrato", "início da mensagem reencaminhada", "begin doorgestuurd bericht", "reply message",
    "reply above this line", "please reply above this line", "écrire au-dessus de cette ligne", "original mail",
    "original email", "e-mail original", "courriel original", "message précédent", "mensaje anterior",
)  # fmt: skip

HEADER_NAMES = (
    "from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to", "importance", "attachments", "sender", "organization",
    "von", "gesendet", "datum", "an", "betreff", "antwort an", "kopie", "de", "envoyé", "envoyé le", "à", "a", "objet", "date",
    "répondre à", "enviado", "enviado el", "enviada em", "enviado em", "fecha", "para", "asunto", "assunto", "data", "da",
    "inviato", "a", "oggetto", "van", "verzonden", "aan", "onderwerp", "från", "skickat", "till", "ämne", "kopia", "fra",
    "sendt", "til", "emne", "dato", "lähettäjä", "lähetetty", "vastaanottaja", "aihe", "päivämäärä", "päiväys", "kopio",
    "od", "wysłano", "wysłane", "do", "dw", "temat", "odesláno", "odesílatel", "komu", "kopie", "předmět", "odoslané", "predmet",
    "feladó", "küldve", "elküldve", "címzett", "tárgy", "dátum", "másolat", "de la", "trimis", "către", "subiect", "от", "от кого",
    "отправлено", "кому", "тема", "дата", "копия", "від", "надіслано", "копія", "gönderen", "kimden", "gönderildi", "tarih",
    "kime", "bilgi", "konu", "από", "στάλθηκε", "προς", "θέμα", "ημερομηνία", "šalje", "poslano", "za", "prima", "zadeva", "assumpte", "enviat", "per a",
    "发件人", "发送时间", "收件人", "抄送", "主题", "日期", "寄件者", "寄件日期", "收件者", "副本", "主旨", "差出人", "送信者", "送信日時",
    "日時", "宛先", "件名", "보낸 사람", "보낸 날짜", "받는 사람", "받는사람", "제목", "참조", "날짜", "מאת", "נשלח", "אל", "נושא", "תאריך",
    "من", "إلى", "الموضوع", "التاريخ", "تاريخ الإرسال", "từ", "đến", "gửi", "chủ đề", "ngày", "dari", "kepada", "terkirim",
)  # fmt: skip

DEVICES = (
    "sent from my", "sent from mail for windows", "sent from outlook", "sent from yahoo", "sent from proton", "sent with proton",
    "sent from samsung", "sent via", "sent using", "sent with", "sent from a", "sent from the", "sent on the go", "get outlook for",
    "von meinem", "von meiner", "gesendet von", "gesendet mit", "gesendet mit der", "von unterwegs gesendet", "diese nachricht wurde von",
    "diese e-mail wurde von", "holen sie sich outlook", "outlook für", "envoyé de", "envoyé depuis", "envoyé à partir",
    "télécharger outlook", "obtenir outlook", "obtenez outlook", "provenance : courrier", "provenance: courrier", "enviado desde",
    "enviado de", "enviado do", "enviado via", "obtener outlook", "obter o outlook", "obtenha o outlook", "inviato da", "inviato dal", "scarica outlook",
    "ottieni outlook", "verstuurd vanaf", "verzonden vanaf", "verzonden met", "verzonden via", "outlook voor", "outlook downloaden",
    "skickat från", "skickades från", "skaffa outlook", "sendt fra", "hent outlook", "last ned outlook", "lähetetty", "hanki outlook",
    "wysłane z", "wysłano z", "pobierz aplikację outlook", "pobierz outlook", "odesláno z", "odesláno ze", "odoslané z",
    "získat outlook", "stáhnout outlook", "küldve", "az outlook letöltése", "trimis de pe", "trimis din", "descărcați outlook",
    "отправлено с", "отправлено из", "отправлено через", "надіслано з", "получить outlook", "iphone'umdan", "ipad'imden", "outlook'u edinin", "iphone'dan", "gönderildi",
    "στάλθηκε από", "poslano sa", "poslano z", "enviat des", "发自我的", "从我的", "發自我的", "iphoneから送信", "ipadから送信",
    "から送信", "나의 iphone에서 보냄", "에서 보냄", "נשלח מה", "أرسلت من", "تم الإرسال من", "được gửi từ", "gửi từ", "dikirim dari",
    "typed with thumbs", "please excuse typos", "please excuse brevity",
)  # fmt: skip
"""How a line begins that a telephone adds under a letter."""

VAGUE = (
    "sent via", "sent using", "sent with", "sent from a", "sent from the", "sent on",
    "gesendet", "envoyé", "enviado", "inviato", "küldve",
)  # fmt: skip
"""Beginnings of such lines that a sentence may have too ("Sent with curl ..."): these stand in a paragraph of their own."""
SENT_FROM = ("から送信", "에서 보냄", "gönderildi", "gesendet", "gesendet.", "보냄")
MACHINES = ("iphone", "ipad", "android", "galaxy", "handy", "mobil")
"""How such a line ends where the words before are the machine's name."""

NOTES_NAMES = (
    "to", "an", "à", "a", "para", "aan", "till", "cc", "kopie", "copie", "copia", "kopia", "subject", "thema",
    "betreff", "objet", "asunto", "oggetto", "onderwerp", "ämne",
)  # fmt: skip
"""Headers below the writer and the moment, where Lotus Notes quotes a mail: names and values each on a line."""

NOTICES = (
    "intended solely for the", "intended only for the", "intended for the use", "intended for the sole", "intended for the exclusive",
    "for the intended recipient", "not the intended recipient", "originated from outside", "unless you recognize the sender",
    "unless you recognise the sender", "unless you know the sender", "message is from an external", "mail is from an external",
    "mail came from outside", "message came from outside", "von einem externen absender", "provient de l'extérieur",
    "provient d'un expéditeur externe", "proviene de fuera de", "afkomstig van buiten", "scanned for viruses",
    "checked for viruses", "virus-free.", "auf viren geprüft", "auf viren überprüft", "nicht der richtige adressat",
    "nicht der beabsichtigte empfänger", "nicht der vorgesehene empfänger", "enthält vertrauliche", "destiné exclusivement",
    "à l'intention exclusive", "n'êtes pas le destinataire", "no es el destinatario", "não é o destinatário",
    "non siete il destinatario", "niet de beoogde ontvanger", "unless you trust the sender", "unless you recognize it", "[external email]",
    "may contain confidential", "may contain privileged", "privileged or other confidential", "is confidential and intended",
    "are confidential and intended", "confidential and/or privileged", "confidential and may be", "strictly forbidden to share",
    "received this email in error", "received this e-mail in error", "received this message in error", "received this communication in error",
    "consider the environment before", "think before you print", "think of the environment before", "before printing this e",
    "rechtlich geschützte informationen", "irrtümlich erhalten", "versehentlich erhalten", "denken sie an die umwelt", "ausdruck dieser e-mail",
    "destinés exclusivement", "destinées exclusivement", "à l'attention exclusive", "établis à l'intention", "reçu ce message par erreur",
    "reçu cet e-mail par erreur", "reçu ce courriel par erreur", "pensez à l'environnement", "informations confidentielles ou",
    "exclusivamente a su destinatario", "exclusivo de su destinatario", "puede contener información confidencial", "recibido este mensaje por error",
    "recibido este correo por error", "información confidencial o privilegiada", "antes de imprimir este", "contener información confidencial",
    "sono riservate e", "uso esclusivo del destinatario", "esclusivamente al destinatario", "ricevuto questo messaggio per errore",
    "ricevuto questa e-mail per errore", "ricevuto la presente", "prima di stampare questa", "informazioni riservate", "conter informações confidenciais",
    "recebeu esta mensagem por engano", "recebeu este e-mail por engano", "antes de imprimir", "exclusivamente ao destinatário",
    "niet voor u is bestemd", "niet de geadresseerde", "uitsluitend bestemd voor", "ten onrechte ontvangen", "per abuis", "vertrouwelijke informatie bevatten",
    "inte är avsedd mottagare", "inte rätt mottagare", "konfidentiell information", "ikke er den rette modtager", "fortrolige oplysninger",
    "konfidensiell informasjon", "ikke er rett mottaker", "luottamuksellista tietoa", "przeznaczona wyłącznie dla", "nie jest adresatem", "nie jesteś adresatem",
    "určen pouze", "nejste-li adresátem", "bizalmas információ", "gizli bilgiler", "предназначено исключительно", "конфиденциальную информацию",
)  # fmt: skip
"""Sentences of programs that guard a company's mail, or scan it."""

CLOSINGS = (
    "regards", "kind regards", "best regards", "warm regards", "with kind regards", "many thanks and regards", "best",
    "best wishes", "all the best", "cheers", "sincerely", "yours sincerely", "yours", "yours truly", "sincerely yours",
    "thanks", "thank you", "many thanks", "thanks and regards", "thanks & regards", "take care", "respectfully",
    "mit freundlichen grüßen", "mit freundlichen grüssen", "freundliche grüße", "viele grüße", "liebe grüße", "beste grüße",
    "schöne grüße", "mit besten grüßen", "herzliche grüße", "gruß", "grüße", "mfg", "lg", "vg", "cordialement",
    "bien cordialement", "bien à vous", "amicalement", "salutations", "cordiales salutations", "meilleures salutations",
    "merci", "saludos", "un saludo", "saludos cordiales", "atentamente", "un abrazo", "cordiali saluti", "distinti saluti",
    "saluti", "un saluto", "atenciosamente", "cumprimentos", "com os melhores cumprimentos", "abraços", "abraço", "met vriendelijke groet",
    "met vriendelijke groeten", "vriendelijke groet", "groeten", "groet", "mvg", "med vänliga hälsningar", "vänliga hälsningar",
    "hälsningar", "med vänlig hälsning", "mvh", "med venlig hilsen", "venlig hilsen", "hilsen", "med vennlig hilsen", "vennlig hilsen",
    "ystävällisin terveisin", "terveisin", "pozdrawiam", "z poważaniem", "z pozdrowieniami", "s pozdravem", "s přátelským pozdravem",
    "üdvözlettel", "tisztelettel", "cu stimă", "с уважением", "с наилучшими пожеланиями", "з повагою", "saygılarımla", "iyi çalışmalar",
    "με εκτίμηση", "lijep pozdrav", "lep pozdrav", "敬具", "此致", "祝好", "감사합니다",
)  # fmt: skip
