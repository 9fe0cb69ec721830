"""What the schema of results says of keys, in both languages: by the key, or by a type and its key where it differs."""

from types import MappingProxyType

from smartvillage.diagnostics import Words

from .comparison import COMPARISON
from .explanation import EXPLANATION
from .found import FOUND
from .roadmap import ROADMAP

RESULT_WORDS: MappingProxyType[str, Words] = MappingProxyType({**FOUND, **EXPLANATION, **ROADMAP, **COMPARISON})
