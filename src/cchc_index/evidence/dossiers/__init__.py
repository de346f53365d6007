"""Dossiers of the one-stop system (hồ sơ một cửa), counted by unit, level and period on whatever engine holds them."""

from cchc_index.evidence.dossiers.counting import count_dossiers as count_dossiers
from cchc_index.evidence.dossiers.result import DossierCounts as DossierCounts
from cchc_index.evidence.dossiers.tally import UnitCounts as UnitCounts
from cchc_index.evidence.dossiers.working_days import WorkingDays as WorkingDays
