"""What the name of a folder or a label says of the mail in it, in the languages mail programs speak. Pure."""

from __future__ import annotations

__all__ = ["folder_of", "holds_unsent", "is_unsent", "labels_folder", "read_labels", "unescaped_utf7"]

import base64
import csv
import re
import unicodedata

from ..message import Folder
from .headers import header_text

SENT = """
sent|sent items|sent messages|sent mail|sent-mail|sentmail|sent e-mail|outbox|gesendet|gesendete|gesendete elemente|
gesendete objekte|gesendete nachrichten|gesendete mails|versendet|postausgang|envoyés|envoyes|messages envoyés|
éléments envoyés|courrier envoyé|enviados|enviado|elementos enviados|mensajes enviados|correo enviado|itens enviados|
mensagens enviadas|e-mails enviados|inviati|inviata|posta inviata|messaggi inviati|verzonden|verzonden items|
verzonden berichten|verzonden objecten|skickat|skickade|skickade objekt|skickade meddelanden|sendt|sendte|sendt post|
sendt e-post|sendte elementer|sendte meddelelser|sendte beskeder|lähetetyt|lähetetyt viestit|lähetetyt kohteet|wysłane|
elementy wysłane|wysłane elementy|odeslané|odeslaná pošta|odeslané zprávy|odeslané položky|odoslané|odoslaná pošta|
elküldött|elküldött elemek|elküldött üzenetek|trimise|mesaje trimise|elemente trimise|отправленные|отправленное|
исходящие|надіслані|відправлені|gönderilmiş|gönderilmiş öğeler|gönderilmiş postalar|gönderilenler|απεσταλμένα|
σταλμένα|poslano|poslane poruke|poslana pošta|poslane stavke|изпратени|saadetud|išsiųsta|nosūtītās|enviats|bidalita|
送信済み|送信済みメール|送信済みアイテム|送信済メール|已发送|已发送邮件|已发邮件|已傳送郵件|寄件備份|已寄出的郵件|보낸편지함|보낸 편지함|보낸메일함|
דואר יוצא|פריטים שנשלחו|נשלח|المرسلة|العناصر المرسلة|البريد المرسل|đã gửi|thư đã gửi|terkirim|item terkirim|จดหมายที่ส่งแล้ว|ส่งแล้ว
"""
JUNK = """
spam|junk|junk mail|junk email|junk e-mail|junk-e-mail|bulk|bulk mail|spamverdacht|junk-email|unerwünscht|unerwünschte werbung|
pourriel|indésirables|indésirable|courrier indésirable|courriers indésirables|no deseado|correo no deseado|correo basura|
lixo eletrônico|lixo eletrónico|correio eletrónico não solicitado|posta indesiderata|indesiderata|ongewenste e-mail|
ongewenste post|ongewenst|reclame|skräppost|skräp|søppelpost|søppel-e-post|uønsket e-post|uønsket mail|uønsket post|uønsket|
roskaposti|wiadomości-śmieci|wiadomości śmieci|niechciane|nevyžádaná pošta|nevyžádané|nevyžiadaná pošta|levélszemét|
mesaje nedorite|e-mail nedorit|спам|нежелательная почта|нежелательные|небажана пошта|önemsiz|önemsiz e-posta|
gereksiz e-posta|istenmeyen posta|ανεπιθύμητη αλληλογραφία|ανεπιθύμητα|neželjena pošta|neželena pošta|rämpspost|brukalas|
mēstules|correu brossa|zabor-posta|迷惑メール|スパム|垃圾邮件|垃圾郵件|스팸|스팸메일함|정크 메일|דואר זבל|זבל|ספאם|البريد العشوائي|
غير هام|البريد غير الهام|رسائل غير مرغوب فيها|thư rác|จดหมายขยะ|สแปม|sampah email
"""
TRASH = """
trash|bin|deleted|deleted items|deleted messages|deleted mail|rubbish|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte|
gelöschte nachrichten|corbeille|éléments supprimés|supprimés|messages supprimés|papelera|papelera de reciclaje|eliminados|
elementos eliminados|mensajes eliminados|lixeira|lixo|itens excluídos|itens eliminados|cestino|posta eliminata|eliminati|
messaggi eliminati|elementi eliminati|prullenbak|prullenmand|verwijderd|verwijderde items|verwijderde berichten|papperskorg|
papperskorgen|borttaget|borttagna objekt|papirkurv|papirkurven|slettet post|slettede elementer|slettede|slettet|søppel|roskakori|
roskat|poistetut|poistetut viestit|poistetut kohteet|kosz|elementy usunięte|usunięte|koš|odstraněná pošta|odstraněné|
kôš|odstránené|kuka|lomtár|törölt elemek|törölt|törölt üzenetek|coș de gunoi|coş de gunoi|gunoi|elemente șterse|корзина|удаленные|удалённые|
удаленное|кошик|видалені|кошче|çöp|çöp kutusu|silinmiş öğeler|silinen|silinmiş postalar|κάδος απορριμμάτων|κάδος|διαγραμμένα|
smeće|kanta|koš za smeti|izbrisano|prügikast|šiukšlinė|šiukšliadėžė|miskaste|paperera|zakarrontzia|ゴミ箱|削除済みアイテム|
ごみ箱|已删除|已删除邮件|垃圾箱|废纸篓|垃圾桶|已刪除的郵件|휴지통|지운편지함|지운 편지함|삭제된 항목|אשפה|פריטים שנמחקו|המיחזור|
المهملات|سلة المهملات|العناصر المحذوفة|thùng rác|đã xóa|ถังขยะ|sampah|item terhapus
"""
NOT_MAIL = """
drafts|draft|entwürfe|brouillons|borradores|rascunhos|bozze|concepten|utkast|kladder|luonnokset|szkice|wersje robocze|
koncepty|rozepsané|piszkozatok|ciorne|черновики|чернетки|taslaklar|πρόχειρα|下書き|草稿|임시보관함|טיוטות|المسودات|
thư nháp|draf|chat|chats|templates|vorlagen|modèles|plantillas|modelli|sjablonen|unsent messages|queue|scheduled|geplant
"""


def _folded(name: str) -> str:
    """A name for comparing: NFKC, lower case, white space single."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _names(listing: str) -> frozenset[str]:
    return frozenset(_folded(n) for n in listing.replace("\n", "").split("|") if n.strip())


KNOWN = {Folder.SENT: _names(SENT), Folder.JUNK: _names(JUNK), Folder.TRASH: _names(TRASH)}
UNSENT = _names(NOT_MAIL)
PROGRAMS_OWN = re.compile(r"\.(?:mbox|sbd|imapmbox)/", re.IGNORECASE)
"""Endings of folders: Apple Mail's ``Deleted Messages.mbox/``, Thunderbird's ``Archives.sbd/`` (folders in a folder)."""


def unescaped_utf7(name: str) -> str:
    """Return a Maildir or IMAP folder name with its modified UTF-7 undone (RFC 3501 §5.1.3); as it stands if broken."""
    out: list[str] = []
    for n, piece in enumerate(name.split("&")):
        code, dash, rest = piece.partition("-")
        if not n:
            out.append(piece)
        elif not dash:
            return name
        elif not code:
            out.append("&" + rest)
        else:
            try:
                data = base64.b64decode(code.replace(",", "/") + "=" * (-len(code) % 4), validate=True)
                out.append(data.decode("utf-16-be") + rest)
            except ValueError:
                return name
    return "".join(out)


def folder_of(name: str, separators: str = "/") -> Folder:
    """Return what a folder's name says: its own, or that of a folder around it (``Trash/2019``).

    ``separators`` cut the name into folders: ``./`` in a Maildir (``INBOX.Trash.2019``), ``/`` elsewhere.
    """
    segments = _segments(name, separators)
    for folder in (Folder.TRASH, Folder.JUNK, Folder.SENT):
        if KNOWN[folder] & segments:
            return folder
    return Folder.INBOX


def holds_unsent(name: str, separators: str = "/") -> bool:
    """Return whether a folder's name, or that of a folder around it, says that its mails were never sent: drafts."""
    return bool(UNSENT & _segments(name, separators))


def _segments(name: str, separators: str) -> set[str]:
    """The names in a path of folders, for comparing; what only mail programs add to one goes (``Trash.mbox``)."""
    pieces = PROGRAMS_OWN.sub("/", unescaped_utf7(name) + "/")
    for separator in separators + "/":
        pieces = pieces.replace(separator, "\0")
    return {_folded(s) for s in pieces.split("\0")} - {""}


def read_labels(value: bytes) -> tuple[str, ...]:
    """Return the labels of an ``X-Gmail-Labels`` header: decoded first, then cut at commas outside quotes.

    The header is one encoded word as a whole (stalwartlabs/vandelay#7); a label may hold a comma in quotes.
    """
    try:
        rows = list(csv.reader([header_text(value)], skipinitialspace=True))
    except csv.Error:
        return ()
    return tuple(label.strip() for row in rows for label in row if label.strip())


def labels_folder(labels: tuple[str, ...]) -> Folder | None:
    """Return what Gmail's labels say; None where they say nothing. A label is taken whole: never part of its name."""
    folded = {_folded(label) for label in labels}
    for folder in (Folder.TRASH, Folder.JUNK, Folder.SENT):
        if KNOWN[folder] & folded:
            return folder
    return None


def is_unsent(labels: tuple[str, ...]) -> bool:
    """Return whether the labels say that it was never sent as a mail: a draft, or a record of a chat."""
    return bool(UNSENT & {_folded(label) for label in labels})
