"""Names that are words as well, and parts of addresses that name no person. Data only. Pure."""

from __future__ import annotations

__all__ = ["COMMON", "ROLES"]

_COMMON = (
    # English: months, days, plants, colours, trades, verbs
    "mark will may june april august art bill rose grace hope faith joy frank rich max chance guy dean miles "
    "page penny ruby crystal amber dawn eve ivy iris lily daisy violet olive holly heather summer autumn winter sky river rain "
    "dale cliff heath forest ford hunter "
    "baker cook king young long white black brown green gray grey gold silver stone wood woods hill lake brook brooks "
    "banks fields marsh field bush berry rice bean price bond cash case cross church bishop pope day monday tuesday wednesday "
    "thursday friday saturday sunday early best good sharp small short strong wise bright swift rust ada julia pascal haskell "
    "dash bash salt ward wall hall house gates jobs ball bell bird fox wolf lamb crane drake hawk swan fish pike love moon star "
    "snow frost storm wind chase grant pierce trace skip jan mar sun sat archer shepherd sage basil ginger pepper curry "
    "major duke prince earl noble knight page scout sailor pilot lane street park gardner gardener potter weaver miller "
    "fuller singer porter butler fisher farmer merchant barber chandler walker rider rush rock cliff reed christian "
    "pearl gem jade melody harmony destiny trinity angel heaven paris london austin dallas jordan chad "
    "israel china india america victoria savannah carolina virginia georgia dakota "
    "python django flask perl debian more less post read note bugs buggy home land man men key keys lock code "
    # what stands in a display name and is no name
    "anonymous reader blog team admin user guest support info the and via from mrs prof "
    "von van der die das den del dos las los les san bin ibn ten ter zum zur und "
    # German, French, Spanish, Italian, Dutch: words and trades that are written with a capital, or begin a sentence
    "koch könig kaiser richter bauer fischer jäger vogel fuchs hahn stein berg wald busch baum sommer herbst morgen abend "
    "sonntag freitag lang kurz klein gross groß schwarz weiß weiss braun ernst mai juni juli schneider schmied "
    "zimmermann lehrer arzt engel herr frau sturm regen kraft fleisch zucker pfeffer "
    "blanc petit grand marin rouge roux noël cruz paz luz sol mar luna flor santos "
    "gallo leone costa marino bianco monte groot klein smit"
)
COMMON = frozenset(_COMMON.casefold().split())
"""Casefolded. Elided only where they sign, introduce themselves, or stand in the whole name."""

_ROLES = (
    "info mail email contact kontakt post hello hallo hey admin administrator webmaster postmaster author blog me office support "
    "sales team help news newsletter noreply reply notifications notification list lists dev developer work private privat "
    "home web www www site root test user users account accounts bounce bounces comment comments feedback press jobs service "
    "services shop editor editors reader readers nobody somebody thanks the and"
)
ROLES = frozenset(_ROLES.casefold().split())
"""Casefolded. Local parts of addresses, or parts of them, that are nobody's name."""
