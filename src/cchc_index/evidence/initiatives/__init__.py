"""Reform initiatives (sáng kiến): their register, a contest with judges and prizes, commendations."""

from cchc_index.evidence.initiatives.judging import Contest as Contest
from cchc_index.evidence.initiatives.judging import judge_contest as judge_contest
from cchc_index.evidence.initiatives.prizes import Prize as Prize
from cchc_index.evidence.initiatives.standings import ContestResult as ContestResult
from cchc_index.evidence.initiatives.standings import Judged as Judged
from cchc_index.evidence.initiatives.standings import Mark as Mark
