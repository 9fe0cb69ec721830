"""What schemas say of types and keys, in both languages: data, by the name of the type, or of the type and its key.

A key that several types have from one another is told once, under the type that brings it; a bare key is told for all
types that say nothing of it themselves.
"""

from types import MappingProxyType

from smartvillage.diagnostics import Words

from .facts import FACTS
from .header import HEADER
from .rules import RULES
from .village import VILLAGE
from .work import WORK

WORDS: MappingProxyType[str, Words] = MappingProxyType({**HEADER, **FACTS, **RULES, **WORK, **VILLAGE})
