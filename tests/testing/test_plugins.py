"""The plugins that we ship pass the kit."""

from __future__ import annotations

import pytest

from cchc_index.testing import BrokenContractError, check_plugin


def test_the_plugins_we_ship_keep_their_contract() -> None:
    """Sets, rules and classifiers; what no set uses is said."""
    checked = check_plugin("cao_bang")

    assert checked.criteria == ["cao_bang.departments-2021", "cao_bang.districts-2021"]
    assert set(checked.rules) == {"cao_bang.on_time", "cao_bang.legal_documents", "cao_bang.initiatives"}
    assert checked.unreached == ()
    assert "bands.good_fair_average" in check_plugin("bands").unreached
    with pytest.raises(BrokenContractError, match="cchc-index-ha-giang"):
        check_plugin("ha_giang")
