"""English words of any talk: one may be rare on a blog and still tell nobody what a message is about. Pure."""

from __future__ import annotations

__all__ = ["EVERYDAY", "is_everyday"]

EVERYDAY = frozenset(
    """
    able absolutely amp nbsp quot across since mostly ready according actual answer answered answers appear appeared appears article articles blog blogs comment comments
    feedback hello impressed impressive message messages question questions thank thanks actually advance age ago agree ahead almost alone already alright although another altogether
    always anybody anymore anyone anything anyway anyways apart apparently around aside ask asked asking aware away awhile
    back bad barely basically became become becomes been began begin beginning behind believe besides beyond big bit bits bottom
    bring brought bunch busy call called came care case cases certain certainly chance change clear clearly close com come
    comes coming common completely considering correct couple course currently cut day days deal decent decide decided
    definitely difference different difficult directly done doubt due earlier early easier easily easy eg either else
    end ended enough entire entirely especially etc eventually ever every everybody everyone everything everywhere exactly example
    except excited exciting expect expected explain explained extra extremely fact facts fairly far fast feel feeling feels
    felt figure final finally find fine finding finds follow followed following forget form forward found friend friends full
    fully fun funny gave general generally gets getting give given gives giving go goes going gone gonna got gotta guess
    guy guys half hand happen happened happening happens happy hard hardly heard held hit hold hopefully hour hours html http https
    huge idea ideas ie imagine immediately important in initial initially inside instead interested issue issues job keep keeping
    keeps kept kind kinds knew know knowing known knows lack large last late lately later latter learn learned least leave
    left less lets level life liked likely line little live long longer look looked looking looks lose lost lot lots low lucky made mail
    main mainly make makes making man manage managed many matter matters maybe mean meaning means meant mention mentioned
    middle mind minute minutes moment month months morning mostly move name namely near nearly necessary need needed needs neither
    never nevertheless nice night nobody none normal normally note nothing notice noticed nowhere number obvious obviously odd
    often ok okay old ones open opinion opposite order ordinary org others otherwise outside particular particularly past
    people perhaps person personally pick piece place places plain plan plenty plus point points possible possibly post posting
    present pretty previous previously probably problem problems properly provide provided put quick quickly quite rarely rather
    reader readers ready real realize realized really reason reasons recent recently regarding related remember reply replying
    respond response rest result results right said saw say saying says search second secondly see seeing seem seemed seems seen self
    send sense sent set setting share shared short show showed shown shows side similar simple simply sincerely single sit site sites
    situation slight slightly slow small somebody someday somehow someone something sometime sometimes somewhat
    somewhere soon sorry sort sorts sounds speak special specific spend spent stand start started starting starts
    stay step steps stick stop story strong stuck stuff stupid subject such suddenly suggest suggested sum super suppose supposed sure surely
    surprised surprising take taken takes taking talk talked talking tell telling tells tend terms terrible things thing think
    thinking thinks third thought thoughts three throw thus time times tiny today together told tomorrow ton tons
    took top total totally touch towards tried tries trouble true truly try trying turn turned turns two type understand
    understanding understood unfortunately unless unlike usual usually various version view visit wait waiting
    want wanted wants watch ways website week weekend weeks weird went whatever whenever wherever whether whichever whole wide
    willing wish within without wonder wonderfully wondering word words worked working world worry worse worst worth wow wrong www
    yeah year years yep yesterday young yup
    five four six seven eight nine ten hundred thousand free check great good
    """.split()  # noqa: SIM905
)
"""Adverbs, verbs and nouns that stand in letters about anything, and what is left of addresses."""


def is_everyday(word: str) -> bool:
    """Say whether a word could stand in any letter, whatever its case; a bare number could too."""
    return word.isdigit() or word.casefold() in EVERYDAY
