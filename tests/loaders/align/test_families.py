import pytest

from loaders.align import Family, align, align_families
from loaders.align import families as module
from loaders.records import PlanRecord
from tests.loaders.align.sample import PROVINCE, activity, plan

CHILDREN = tuple(plan(activity(f"2/{i}", text)) for i, text in enumerate(
    ["Xử lý PAKN của người dân", "Rà soát thủ tục hành chính", "Trồng rừng phòng hộ"], 1
))  # fmt: skip
FAMILIES = (Family(PROVINCE, CHILDREN), Family(CHILDREN[0], ()), Family(CHILDREN[0], CHILDREN[1:]))


def one_by_one() -> list[object]:
    return [align(child, family.parent) for family in FAMILIES for child in family.children]


def test_each_child_with_its_parent_in_order() -> None:
    assert list(align_families(FAMILIES)) == one_by_one()


@pytest.mark.parametrize("share", [1, 2, 3])
def test_shares_of_any_size_give_the_same(share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHARE", share)
    assert list(align_families(FAMILIES)) == one_by_one()


def test_many_processes_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", 0)
    assert list(align_families(FAMILIES, processes=2)) == one_by_one()


@pytest.mark.parametrize("none", [(), (Family(PROVINCE, ()),)])
def test_no_children(none: tuple[Family, ...]) -> None:
    assert list(align_families(none)) == []


def test_large_families_are_shared_out() -> None:
    child: PlanRecord = CHILDREN[0]
    found = list(align_families([Family(PROVINCE, (child,) * (module.SHARE + 1))]))
    assert len(found) == module.SHARE + 1
    assert set(found) == {align(child, PROVINCE)}
