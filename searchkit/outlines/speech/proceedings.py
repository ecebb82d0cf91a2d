"""Proceedings: what a record tells of the course of a meeting, between what people say there.

``Dinner was served.``, ``The accounts were approved.``, ``No conclusion was reached.``
"""

from __future__ import annotations

import re

__all__ = ["tells_what_happened"]

_NARRATION = re.compile(
    r"\A\(?(?:The|This|His|Her) (?:\w+ ){0,2}visit (?:is|was|will|took|comes|came|marks|marked"
    r"|end(?:s|ed)|beg[ia]ns?|conclude[sd]|continue[sd]|lasts?|lasted)\b"
    r"|\b(?:took part|participated|joined|will be|(?:is|are) scheduled to|took place|met with|"
    r"paid a|made (?:the|th[eo]se|his|her|their) (?:\w+ )?(?:remarks|comments|statements?)|"
    r"attended|lasted|had to leave|left for|departed|arrived|smiled|laughed|shook hands|"
    r"ended there|(?i:lunch|dinner|luncheon|breakfast|reception|banquet|tour) followed|"
    r"(?i:lunch|dinner|luncheon|breakfast|tea|refreshments) (?:was|were) (?:then )?(?:announced"
    r"|taken)|"
    r"(?:agenda|minutes|report)(?: of [^.;]{3,60})? (?:was|were) (?:then |duly )?(?:adopted"
    r"|approved|confirmed|taken|noted|signed|received)|"
    r"(?:[Aa]pologies|[Cc]ondolences) (?:for absence )?(?:was|were|had been) (?:received|recorded)|"
    r"(?:is|are) attached\b|posed for|inspected|signed (?:an?|the)|toured|"
    r"exchanged (?:gifts|presents|notes on)|"
    r"(?:was|were|has been|have been) (?:also |then )?(?:held|decided|signed|issued|released|"
    r"attended|conducted|hosted|scheduled|concluded|present|followed|accompanied|exchanged|agreed|"
    r"made between|(?:then |subsequently )?(?:served|adjourned)))\b|\bstood adjourned\b"
    r"|\A\(?(?:There (?:was|were|is|are)|The (?:meeting|talks|summary|outline|overview|following|"
    r"timing|discussion|conversation|call|dinner|lunch|luncheon)\b|An (?:outline|overview)|"
    r"A (?:summary|joint))"
    r"|\bas follows\b|\A(?:These|This|The same) (?:views?|opinions?|positions?) (?:was|were)"
    r" (?:\w+ )?(?:shared|supported|echoed|endorsed) by\b"
    r"|\A(?:In (?:the )?(?:\w+ )?(?:discussion|debate)\b|(?:[A-ZÀ-ÞĀ-ɏ][\w ]{1,30},? )?[Ii]t was"
    r" (?:also |then |further |however )?(?:argued|suggested|remarked|commented|asked|objected"
    r"|claimed|contended|alleged|asserted|queried|questioned)\b)"
    r"|\b[Tt]he (?:\w+ ){0,2}(?:Commission|Committee|Council|Conference|Board|Assembly|Panel|Group)"
    r" (?:then |also )?(?:decided|approved|adopted|endorsed|adjourned|resolved|took note)\b"
    r"|\A(?:It was (?:RESOLVED|resolved|so decided)|Carried|CARRIED|RESOLVED|Resolved|Defeated"
    r"|Seconded|SECONDED|There being|Motions? (?:by|was|were|made|carried|passed|failed|to)\b"
    r"|MOTION\b|M/S/C|Moved(?: by|:| and)|MOVED|Proposed(?: by|:)"
    r"|(?:On (?:a|the) )?(?:[Rr]oll[- ]call|[Vv]oice) vote"
    r"|(?:Ayes|Nays|Noes|Yeas|AYES|NAYS|NOES|Yes|Vote|VOTE"
    r"|Voting)\b(?=[^.]{0,20}:)"
    r"|On (?:a|the) (?:motion|proposal) (?:of|by|from)\b|[Oo]n a vote\b|It was (?:left|resolved)\b"
    r"|A vote (?:was|followed)\b|(?:Nothing|None) (?:further |else )?to report\b"
    r"|Upon (?:a )?motion"
    r"|All (?:voted )?in favou?r"
    r"|The (?:motion|amendment|resolution|proposal|vote) (?:was|fell|failed|passed|carried))\b",
)
_TALK = (
    r"(?:meetings?|sessions?|talks|rounds?|consultations|conference|summit|dialogue|hearing|sitting"
    r"|conversation|interview|audience|call|discussions?|debate|visit|proceedings|seminar|item)"
)
_MATTER = (
    r"(?:subject|matter|question|issue|point|topic|item|business|motion|proposal|complaint|case)s?"
)
_PAPER = (
    r"(?:minutes|accounts|agenda|reports?|statements?|budget|plan|programme|program|text|draft"
    r"|papers?|list|recommendations?|resolution|documents?|apologies|amendments?)"
)
_SETTLED = r"(?:fixed|decided|set|settled|agreed|determined|announced|confirmed|arranged)"
_COURSE = re.compile(
    r"\(?(?:"
    r"(?:No|Neither) [^.;:]{0,80}?\b(?:was|were) (?:\w+ )?(?:reached|discussed|taken|raised|made"
    r"|adopted|fixed|set|recorded|mentioned|put|asked|forthcoming|given)\b"
    r"|(?:Nobody|No one|None)(?: of [^.]{3,40})? (?:else )?(?:spoke|replied|answered|objected"
    r"|asked|dissented|responded|commented|took)\b"
    r"|Time (?:did not|was too short|was short|ran out|was lacking)\b"
    r"|(?:To|At) (?:this|that|which)\b[^.;]{0,60}\bno (?:\w+ )?"
    r"(?:answer|reply|response|comment)\b(?! but)"
    r"|(?:The|This|That|Agenda) (?:[\w’'-]+ ){0,4}?" + _MATTER + r"(?: of [^.,;]{3,60})?"
    r" (?:was|were)(?: (?:then|not|also|thus|accordingly|finally))* (?:pursued|closed|deferred"
    r"|dropped|left|noted|postponed|adjourned|withdrawn|referred|remitted|taken|discussed|carried"
    r"|concluded)(?: (?:further|there|up|at that|unanimously|(?:until|to|at|without) [^.]{3,60}))?"
    r"\.?\Z"
    r"|(?:The|Both) (?:[\w’'()/-]+ ){0,5}?" + _PAPER + r"(?: (?:of|for|on) [^.;]{3,60}"
    r"| \([^()]*\))? (?:was|were) (?:\w+ )?(?:approved|adopted|noted|accepted|confirmed|received"
    r"|signed|carried|circulated|tabled|endorsed)(?: (?:unanimously|and \w+|by (?:consensus"
    r"|acclamation)|(?:as|without|with) [^.]{3,40}))?\.?\Z"
    r"|It was (?:then )?(?:adopted|approved|noted|carried|withdrawn|deferred|closed)\b"
    r"|(?:The|A|Its|Their) (?:exact |precise )?(?:date|place|venue|time|timing)s?"
    r"(?: (?:and|or) \w+)?(?: (?:of|for) [^.;]{3,60})? (?:is|are|was|were|has|have|will|remains?)\b"
    r"[^.;]{0,30}?\b" + _SETTLED + r"\b"
    r"|(?:The|Its|Their) next (?:[\w’'-]+ ){0,3}?" + _TALK + r"\b[^.;]{0,40}? (?:is|are|was|were)"
    r" (?:to be |provisionally |then )?(?:held|fixed|scheduled|set|planned|arranged|due)\b"
    r"|(?:The )?" + _TALK + r" (?:was |then |were |formally )*(?:closed|ended|adjourned|concluded"
    r"|rose|began|resumed|broke up|lasted|commenced|started)\b"
    r"|(?:He|She|They|We|I)(?:, for (?:his|her|their) part,)?(?: (?:also|then|later|afterwards"
    r"|subsequently))* (?:met (?!with|the (?:criteria|requirements))|handed over (?!to |.* and )"
    r"|laid (?:an? )?(?:wreath|flowers)|toured|dined|lunched|planted|unveiled|flew"
    r"|left (?:for|the (?!(?:matter|question|issue|decision|choice|option|door|point)s?\b))"
    r"|exchanged (?:mementos|gifts|souvenirs|cards))\b"
    r"|(?:An?|One|Another) (?:[\w-]+ ){0,2}?(?:correspondent|reporter|journalist|member of the"
    r" (?:public|audience)|resident|expert|delegate|participant|speaker|parishioner|listener)\b"
    r"[^.;,]{0,30}? (?:asked|said|enquired|inquired|wondered|commented|complained|suggested|noted"
    r"|remarked|objected|wanted|queried)\b"
    r"|(?:Many|Several|Some|Other) (?:questions|issues|points|matters) (?:remained|were left)\b"
    r"|(?:A|Group|Commemorative) (?:\w+ )?photographs? (?:was|were) taken\b"
    r"|(?:Refer to|See) (?:that|the|item|paragraph|above|below)\b"
    r"|(?:ACTION|Action)\b:? ?"
    r"|(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]* ){1,4}(?:and (?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]* ){1,3})?to (?!be\b)[a-z]+"
    r"(?: (?!(?:was|is|were|are|will|has|had)\b)[^\s.;]+)*+ ?\.?\Z"
    r")"
    r"|[^.;:]{2,80}? (?:also |then |again |briefly )?(?:spoke|intervened|took the floor"
    r"|made (?:an?|brief|short|some|general|their)(?: brief| short)?"
    r" (?:statements?|interventions?|presentations?))"
    r"(?: in turn|(?: on| under| during) [^.;:]{2,60})?\.?\Z"
    r"|[^;:]{3,80}? (?:can|may|could) (?:be )?(?:found|consulted|downloaded|viewed|accessed)"
    r" (?:at|in|on)\b"
    r"|[A-Z][\w ]{2,30} and [A-Z][\w ]{2,30} (?:are|have) (?:both|all)"
    r" (?:been )?(?:members|parties)\b"
    r"|[^;:]{3,60}? (?:left|entered|re-entered|rejoined|vacated|took|withdrew from|returned to) the"
    r" (?:room|meeting|chamber|hall|session|table|chair)\b"
    r"|[^;:]{3,60}? (?:made|gave|offered|ventured) no (?:\w+ )?"
    r"(?:reply|answer|comment|response)\b(?! but)"
    r"|[^.;:]{3,80}? (?:is|are|was|were) as below\b"
)
"""How a meeting went: in such words nobody who is there tells of something else."""


def tells_what_happened(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what happened, not what was said: ``A dinner was served.``"""
    return (
        _NARRATION.search(text[start:end]) is not None or _COURSE.match(text[start:end]) is not None
    )
